/** A sub-path as the configuration may say it (`catalog`, `/catalog`, …), as `/catalog/`. */
export function baseWithSlashes(base: string | undefined): string {
  const inner = (base ?? '').replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}
