const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands in XML, between tags or within a quoted attribute. */
export function xmlText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => references[sign]!);
}

/** The first line of an XML file. */
export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
