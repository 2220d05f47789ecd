function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Records as CSV by RFC 4180: fields parted by commas, quoted where they must be, every record ended by CR LF. */
export function csvText(records: readonly (readonly string[])[]): string {
  return records.map((record) => `${record.map(field).join(',')}\r\n`).join('');
}
