import { addresses } from '../../catalog/addresses.ts';
import { here } from './base.ts';
import { element } from './elements.ts';
import paletteStyle from './palette.css?url';
import { longestQuery } from './query.ts';
import { asCombobox } from './combobox.ts';
import { styleSheet, suggest } from './suggestions.ts';

let palette: { dialog: HTMLDialogElement; input: HTMLInputElement } | undefined;
async function makePalette(): Promise<NonNullable<typeof palette>> {
  const input = element('input', {
    class: 'ask',
    type: 'search',
    name: 'q',
    'aria-label': 'Search the catalog',
    placeholder: 'a name, or “encoder google 2019”',
    maxlength: String(longestQuery),
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    ...asCombobox,
  });
  const submit = element('button', { type: 'submit', class: 'vh', tabindex: '-1' }, 'Search');
  const field = element('div', { class: 'field' }, input, submit);
  const form = element(
    'form',
    { role: 'search', action: here(addresses.search), 'aria-label': 'Everything' },
    field,
  );
  const dialog = element('dialog', { class: 'palette', 'aria-label': 'Search the catalog' }, form);
  function close(): void {
    dialog.close();
    // Where nothing was focused before, a browser leaves the focus in the closed dialog for
    // a moment, and a key pressed at once would seem typed into a field that nobody sees.
    input.blur();
  }
  document.body.append(dialog);
  await styleSheet(paletteStyle);
  await suggest(dialog, input, { close });
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) close();
  });
  // Whoever comes back by the browser's button finds the page as it was.
  addEventListener('pagehide', close);
  return { dialog, input };
}

/** Opens the palette with what has been typed once it is there. */
export async function openPalette(typed: () => string): Promise<void> {
  palette ??= await makePalette();
  const { dialog, input } = palette;
  if (!dialog.open) {
    input.value = typed();
    dialog.showModal();
  }
  input.focus();
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
