import { without } from '../../catalog/query-words.ts';
import type { Answer } from './answers.ts';
import { element } from './elements.ts';

/** Shows what of a query was understood, each thing with a button that takes it out of the query. */
export function showChips(
  into: HTMLElement,
  { models, isComplete }: Answer,
  query: string,
  ask: (query: string) => void,
): void {
  // Until it is known whether the newer query states something, what the last one stated stays.
  if (!models && !isComplete) return;
  const key = models ? JSON.stringify([query, models.stated]) : '';
  // Whoever is on one of the buttons keeps the focus when more is found.
  if (into.dataset.of === key) return;
  into.dataset.of = key;
  const chips = (models?.stated ?? []).map((one) => {
    const name = { type: 'button', class: 'chip', 'aria-label': `Remove “${one.label}”` };
    const chip = element('button', name, one.label, element('span', { 'aria-hidden': 'true' }, ' ×'));
    chip.addEventListener('click', () => ask(without(query, one)));
    return chip;
  });
  into.replaceChildren(...chips);
}

/** Takes away what was shown. */
export function clearChips(chips: HTMLElement): void {
  chips.removeAttribute('data-of');
  chips.replaceChildren();
}
