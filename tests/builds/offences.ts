/**
 * What a document must not have, whatever texts it shows: elements and attributes that texts have become, scripts and
 * handlers, and addresses that run something or lead to another site by themselves. Runs in the browser.
 */
export function offencesOf(document: Document, origin: string): string[] {
  const told = (element: Element) => element.outerHTML.slice(0, 200);
  const found: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    const { localName, attributes } = element;
    if (localName === 'x-h' || element.hasAttribute('data-h')) found.push(`an element: ${told(element)}`);
    if (['iframe', 'object', 'embed', 'base', 'style'].includes(localName))
      if (!element.closest('svg')) found.push(`<${localName}>: ${told(element)}`);
    if (localName === 'script' && !element.hasAttribute('src'))
      if (element.getAttribute('type') !== 'application/ld+json') found.push(`a script: ${told(element)}`);
    if (localName === 'meta' && /refresh/i.test(element.getAttribute('http-equiv') ?? ''))
      found.push(`a refresh: ${told(element)}`);
    for (const { name, value } of attributes) {
      if (/^on|[^\w:-]/.test(name)) found.push(`the attribute ${name}: ${told(element)}`);
      if (!/^(href|src|action|formaction|xlink:href|srcset|data|poster)$/.test(name)) continue;
      const address = URL.parse(value, origin);
      const isAnchor = localName === 'a';
      const isIdentity =
        localName === 'link' && !/stylesheet|preload|icon/.test(element.getAttribute('rel') ?? '');
      const isAllowed =
        address?.origin === origin ||
        ((isAnchor || isIdentity) && address !== null && /^(https?|mailto):$/.test(address.protocol)) ||
        (isAnchor && element.hasAttribute('download') && address?.protocol === 'blob:');
      if (!isAllowed) found.push(`the address ${value.slice(0, 100)}: ${told(element)}`);
    }
  }
  return found;
}
