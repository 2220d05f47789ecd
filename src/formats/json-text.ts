/** Rises when a field changes its name or meaning. */
export const schemaVersion = 1;

/** The licence of the data. */
export const dataLicense = 'CC-BY-4.0';

/** JSON as the site publishes it: indented by one, so that a change of the data is a change of few lines. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
