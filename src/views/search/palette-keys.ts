import { addresses } from '../../catalog/addresses.ts';
import { here } from './base.ts';

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'))
  );
}

/** A field that asks the same as the palette, which then goes on from what is in it. */
function searchField(target: EventTarget | null): HTMLInputElement | undefined {
  const isOne =
    target instanceof HTMLInputElement && target.closest('catalog-search, search-results, dialog.palette');
  return isOne ? target : undefined;
}

let typed = '';

/** Keys that are pressed while the palette is on its way belong into it. */
function keepKeys(event: KeyboardEvent): void {
  if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  typed += event.key;
}

async function open(query: string): Promise<void> {
  document.addEventListener('keydown', keepKeys, true);
  try {
    const { openPalette } = await import('./palette.ts');
    await openPalette(() => query + typed);
  } catch {
    location.assign(here(addresses.search));
  } finally {
    document.removeEventListener('keydown', keepKeys, true);
    typed = '';
  }
}

/** `/`, Ctrl-K and Cmd-K open the palette from anywhere but a field of another kind. It is loaded when first opened. */
document.addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
  const isSlash = key === '/' && !ctrlKey && !metaKey && !altKey;
  const isCommand = key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !shiftKey;
  if (!(isSlash || isCommand) || event.defaultPrevented || event.isComposing) return;
  const field = searchField(target);
  if (isField(target) && !(isCommand && field)) return;
  event.preventDefault();
  void open(field?.value ?? '');
});
