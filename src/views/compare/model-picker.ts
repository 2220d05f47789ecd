import { findNames } from '../../catalog/find-names.ts';
import { isGuess, type NameHit } from '../../catalog/name-matches.ts';
import { allNames } from '../search/loaded-names.ts';
import { element } from '../search/elements.ts';
import { fillHit, nameHit } from '../search/hits.ts';
import type { NameRow } from '../search/name-rows.ts';
import { cleanQuery } from '../search/query.ts';

const mostHits = 8;

/** What a picker asks of the comparison it serves. */
export interface Picking {
  isChosen: (slug: string) => boolean;
  pick: (slug: string) => void;
}

/** Makes the field of a form a combobox of model names: Enter or a click adds the model instead of opening its page. */
export function modelPicker(form: HTMLFormElement, { isChosen, pick }: Picking): void {
  const input = form.querySelector('input')!;
  const list = element('div', { role: 'listbox', id: 'add-found', 'aria-label': 'Models' });
  const said = element('p', { class: 'said', role: 'status' });
  const found = element('div', { class: 'found' }, list, said);
  found.hidden = true;
  input.after(found);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
  })) {
    input.setAttribute(name, value);
  }

  let turn = 0;
  let hits: NameHit<NameRow>[] = [];
  let chosen = -1;
  /** The first hit is what was typed: not only near it, nor next to a model that is here already. */
  let isSure = false;
  /** Settles when the hits for what is typed are there. */
  let answered: Promise<void> = Promise.resolve();

  function choose(at: number): void {
    list.children[chosen]?.setAttribute('aria-selected', 'false');
    chosen = at;
    const option = list.children[chosen];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  }

  function close(): void {
    turn++;
    hits = [];
    list.replaceChildren();
    said.textContent = '';
    choose(-1);
    found.hidden = true;
    input.setAttribute('aria-expanded', 'false');
  }

  function take({ row }: NameHit<NameRow>): void {
    input.value = '';
    close();
    pick(row.slug);
  }

  function option(hit: NameHit<NameRow>, at: number): HTMLElement {
    const made = element('div', { role: 'option', id: `add-hit-${at}`, 'aria-selected': 'false' });
    const { summary: _summary, ...shown } = nameHit(hit);
    fillHit(made, element('b'), shown);
    // The field keeps its focus, so that one can go on typing.
    made.addEventListener('mousedown', (event) => event.preventDefault());
    made.addEventListener('click', () => take(hit));
    return made;
  }

  function remark(query: string, best: NameHit<NameRow> | undefined): string {
    if (!best) return `Nothing is called “${query}”.`;
    if (isChosen(best.row.slug)) return `${best.row.name} is already here.`;
    return isGuess(best) ? `Nothing is called “${query}”. Nearest names above.` : '';
  }

  async function update(): Promise<void> {
    const query = cleanQuery(input.value);
    if (query === '') return close();
    const mine = ++turn;
    try {
      const all = findNames(await allNames(), query, mostHits + 6);
      if (mine !== turn) return;
      hits = all.filter(({ row }) => !isChosen(row.slug)).slice(0, mostHits);
      said.textContent = remark(query, all[0]);
      isSure = hits[0] !== undefined && hits[0] === all[0] && !isGuess(hits[0]);
    } catch {
      if (mine !== turn) return;
      hits = [];
      said.textContent = 'The index of names could not be loaded.';
    }
    choose(-1);
    list.replaceChildren(...hits.map(option));
    found.hidden = false;
    input.setAttribute('aria-expanded', String(hits.length > 0));
  }

  const begin = () => (answered = update());
  input.addEventListener('input', begin);
  input.addEventListener('focus', () => {
    allNames().catch(() => undefined);
    if (input.value) void begin();
  });
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!form.contains(relatedTarget as Node | null)) close();
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && !found.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (hits.length > 0)
        choose(chosen < 0 && step < 0 ? hits.length - 1 : (chosen + step + hits.length) % hits.length);
    }
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const wanted = chosen;
    void answered.then(() => {
      const hit = hits[wanted] ?? hits[0];
      // What is only near is not added unasked.
      if (hit && (wanted >= 0 || isSure)) take(hit);
      else if (hit) choose(0);
    });
  });
}
