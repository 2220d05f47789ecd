/** True where a Markdown text has a formula: a dollar sign that is not escaped. `check` refuses any other. */
export function hasFormulas(body = ''): boolean {
  return /(?<!\\)\$/.test(body);
}
