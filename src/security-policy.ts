/** Where an inline style attribute is allowed: KaTeX places the parts of a formula by them, nothing else does. */
type StyleAttributes = "'none'" | "'unsafe-inline'";

function directives(styleAttributes: StyleAttributes): string[] {
  return [
    "default-src 'none'",
    // Pagefind searches in WebAssembly, in a worker of its own.
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "style-src 'self'",
    `style-src-attr ${styleAttributes}`,
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ];
}

/** The Content-Security-Policy that a page carries in its head. */
export function pagePolicy(hasFormulas: boolean): string {
  return directives(hasFormulas ? "'unsafe-inline'" : "'none'").join('; ');
}

/**
 * The Content-Security-Policy that a server sends with every answer. A browser keeps to this and to the page's
 * own, so it allows what any page needs, and each page narrows it; only a header can forbid framing.
 */
export function headerPolicy(): string {
  return [...directives("'unsafe-inline'"), "frame-ancestors 'none'"].join('; ');
}
