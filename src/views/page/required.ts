/** The element that a page is known to have: without it the page and its script do not belong together. */
export function required<Kind extends Element>(parent: ParentNode, selector: string): Kind {
  const found = parent.querySelector<Kind>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}
