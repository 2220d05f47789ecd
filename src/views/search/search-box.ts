import { asCombobox } from './combobox.ts';

/** The search box of a page. Until it is focused it is a plain form, and nothing of the search is loaded. */
class CatalogSearch extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input');
    if (!input) return;
    for (const [name, value] of Object.entries(asCombobox)) input.setAttribute(name, value);
    const begin = () =>
      import('./suggestions.ts').then(
        ({ suggest }) => suggest(this, input),
        () => Object.keys(asCombobox).forEach((name) => input.removeAttribute(name)),
      );
    if (input === document.activeElement) void begin();
    else input.addEventListener('focus', begin, { once: true });
  }
}

customElements.define('catalog-search', CatalogSearch);
