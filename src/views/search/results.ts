import { queryOfAddress } from './address-words.ts';
import { announcement } from './answer-words.ts';
import { answersTo, type Answer } from './answers.ts';
import { bareNames } from './loaded-names.ts';
import { base } from './base.ts';
import { clearChips, showChips } from './chips.ts';
import { element } from './elements.ts';
import { groupsOf, mostModels } from './hit-groups.ts';
import { fillHit, type HitGroup } from './hits.ts';
import { insteadOf } from './instead.ts';
import { cleanQuery, resultsAddress } from './query.ts';

const wish = { names: 30, texts: 20, sections: 3, pause: 250 };

function section({ heading, note, allAddress, hits }: HitGroup): HTMLElement {
  const beside: Node[] = [element('h2', {}, heading)];
  if (note) beside.push(element('p', {}, note));
  if (allAddress) beside.push(element('p', {}, element('a', { href: allAddress }, 'All in the table')));
  const items = hits.map((hit) => {
    const item = element('li');
    fillHit(item, element('a', { href: hit.href }), hit);
    return item;
  });
  return element(
    'section',
    { class: 'row', 'aria-label': heading },
    element('div', { class: 'hang' }, ...beside),
    element('ol', { 'data-results': '' }, ...items),
  );
}

/** What the address of the page asks for. Of several, the first `q` that asks anything. */
function firstQuery(isSearchPage: boolean): string {
  if (!isSearchPage) return queryOfAddress(location.pathname.replace(base, '/'));
  return new URLSearchParams(location.search).getAll('q').map(cleanQuery).find(Boolean) ?? '';
}

/** Shows results for the field’s query, now and as it changes. Called when there is a query or the field is focused. */
export function showResults(view: HTMLElement, input: HTMLInputElement, unasked: HTMLElement): void {
  const results = view.querySelector<HTMLElement>('.results')!;
  const chips = view.querySelector<HTMLElement>('.chips')!;
  const status = view.querySelector<HTMLElement>('[role=status]')!;
  const isSearchPage = view.dataset.from === 'query';
  const title = document.title;
  let turn = 0;

  const links = () => [...results.querySelectorAll<HTMLAnchorElement>('[data-results] a')];

  function remember(query: string): void {
    if (!isSearchPage) return;
    document.title = query ? `${query} · ${title}` : title;
    try {
      history.replaceState(history.state, '', resultsAddress(location.pathname, query));
    } catch {
      // Some browsers refuse when it is asked for too often; the next letter tries again.
    }
  }

  function ask(query: string): void {
    input.value = query;
    input.focus();
    void update(0);
  }

  function show(answer: Answer, query: string): void {
    showChips(chips, answer, query, ask);
    const focused = links().findIndex((link) => link === document.activeElement);
    results.replaceChildren(...groupsOf(answer, mostModels).map(section));
    if (focused >= 0) links()[focused]?.focus();
    unasked.hidden = !answer.missing.includes('names');
    if (!answer.isComplete) return;
    const instead = insteadOf(answer, query);
    const isSaid = instead.length > 0;
    status.className = isSaid ? 'row said' : 'vh';
    status.replaceChildren(isSaid ? element('span', {}, ...instead) : announcement(answer));
  }

  async function update(pause = wish.pause, withTexts = true): Promise<void> {
    const query = cleanQuery(input.value);
    const mine = ++turn;
    remember(query);
    if (query === '') {
      clearChips(chips);
      results.replaceChildren();
      status.className = 'vh';
      status.textContent = '';
      unasked.hidden = false;
      bareNames().catch(() => undefined);
      return;
    }
    for await (const answer of answersTo(query, { ...wish, pause, withTexts })) {
      if (mine !== turn) return;
      show(answer, query);
    }
  }

  input.addEventListener('input', () => void update());
  view.addEventListener('keydown', (event) => {
    if (event.isComposing || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const places = [input, ...links()];
    const at = places.indexOf(event.target as HTMLAnchorElement);
    const next = places[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });
  input.form!.addEventListener('submit', (event) => {
    if (!isSearchPage) return;
    event.preventDefault();
    links()[0]?.focus();
  });

  input.value ||= firstQuery(isSearchPage);
  // What an address asked for is answered at once; one that leads nowhere is looked up among the names alone.
  void update(0, isSearchPage);
}
