/** The directives of the Content-Security-Policy, with those for styles as they are given. */
function policy(...styles: string[]): string {
  return [
    "default-src 'none'",
    // Pagefind searches in WebAssembly, in a worker of its own.
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    ...styles,
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}

/** The Content-Security-Policy that a page carries in its head. KaTeX places the parts of a formula by style attributes. */
export function pagePolicy(hasFormulas: boolean): string {
  return policy("style-src 'self'", `style-src-attr ${hasFormulas ? "'unsafe-inline'" : "'none'"}`);
}

/**
 * The Content-Security-Policy that a server sends with every answer. A browser keeps to this and to the page's
 * own, so it allows what any file needs, and each page narrows it: pictures such as the family tree have styles of
 * their own within them, and can carry no policy. Only a header can forbid framing.
 */
export function headerPolicy(): string {
  return `${policy("style-src 'self' 'unsafe-inline'")}; frame-ancestors 'none'`;
}
