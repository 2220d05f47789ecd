/** Text as Markdown shows it. Marks are escaped where they would mean something, so that names stay readable. */
export function markdownText(text: string): string {
  return text
    .replace(/[\\`*[\]<|$]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2')
    .replace(/^([#>+=~-])/, '\\$1')
    .replace(/&(?=#?\w+;)/g, '\\&');
}

/** A link. The address stands in angle brackets where it has signs that would end it. */
export function markdownLink(text: string, address: string): string {
  const target = /[\s()<>]/.test(address)
    ? `<${address.replaceAll('<', '%3C').replaceAll('>', '%3E')}>`
    : address;
  return `[${markdownText(text)}](${target})`;
}

/** A table; cells are Markdown already and hold no line breaks. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Puts links that are written from the site's root at their full address. `site` ends without a slash. */
export function withFullLinks(markdown: string, site: string): string {
  return markdown.replace(/(?<=\]\()\/(?!\/)/g, `${site}/`);
}
