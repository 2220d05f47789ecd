/**
 * A large search box with its results below, in place of what the page says without a query.
 * The search itself is loaded when there is something to search for.
 */
class SearchResults extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input');
    const unasked = this.querySelector<HTMLElement>('.unasked');
    if (!input || !unasked) return;
    let hasBegun = false;
    const begin = () => {
      if (hasBegun) return;
      hasBegun = true;
      import('./results.ts').then(
        ({ showResults }) => showResults(this, input, unasked),
        () => (hasBegun = unasked.hidden = false),
      );
    };
    input.addEventListener('focus', begin);
    const isAsked = this.dataset.from === 'address' || input.value || /[?&]q=[^&]/.test(location.search);
    unasked.hidden = Boolean(isAsked);
    if (isAsked || input === document.activeElement) begin();
  }
}

customElements.define('search-results', SearchResults);
