import { addresses } from '../../catalog/addresses.ts';
import { findNamesAsTyped } from '../../catalog/names-as-typed.ts';
import type { Answer } from './answers.ts';
import { allNames, bareNames } from './loaded-names.ts';
import { here } from './base.ts';
import { element } from './elements.ts';
import { fillHit, nameHit, type HitGroup } from './hits.ts';
import hitsStyle from './hits.css?url';
import { once } from './loading.ts';
import { rememberOpened } from './opened.ts';
import { cleanQuery, resultsAddress } from './query.ts';

/** All that can wait until the first names are shown. */
const everything = once(() => import('./everything.ts'));
let loaded: Awaited<ReturnType<typeof everything>> | undefined;
/** The first answer that knows all names has been given, and the next will be given at once. */
let hasAllNames = false;

const wish = { names: 6, texts: 5, sections: 1, pause: 250 };
/** How long Enter waits for names that are on their way. */
const patience = 1500;

/** Adds a style that no page needs before its search is used. Without it the hits are plain but there. */
export function styleSheet(href: string): Promise<unknown> {
  return new Promise((resolve) => {
    const link = element('link', { rel: 'stylesheet', href });
    link.addEventListener('load', resolve);
    link.addEventListener('error', resolve);
    document.head.append(link);
  });
}

const styled = styleSheet(hitsStyle);

/** Where the field is a palette's, which is closed as a whole and offers something before anything is typed. */
export interface PaletteOptions {
  close(): void;
}

let boxes = 0;

/** Makes a search field a combobox: hits in a list below it as one types. Called when the field is first focused. */
export async function suggest(
  box: HTMLElement,
  input: HTMLInputElement,
  palette?: PaletteOptions,
): Promise<void> {
  bareNames().catch(() => undefined);
  await styled;
  const form = input.form!;
  const id = `found-${++boxes}`;
  const list = element('div', { role: 'listbox', id, 'aria-label': 'Models and pages' });
  const said = element('p', { class: 'said' });
  const all = element('a', {}, 'All results');
  const keys = element('p', { class: 'keys' });
  const chips = element('div', { class: 'chips', role: 'group', 'aria-label': 'Understood as' });
  const found = element('div', { class: 'found', tabindex: '-1' }, chips, list, said, keys);
  const status = element('p', { class: 'vh', role: 'status' });
  const closing = element('button', { type: 'button', class: 'text closing' }, 'Close');

  for (const [key, does] of [
    ['↑ ↓', 'choose'],
    ['↵', 'open'],
    ['esc', 'close'],
  ] as const) {
    keys.append(element('span', {}, ...key.split(' ').map((one) => element('kbd', {}, one)), ` ${does}`));
  }
  keys.append(all);
  input.setAttribute('aria-controls', id);
  input.parentElement!.append(closing, found, status);

  let turn = 0;
  let chosen: HTMLAnchorElement | undefined;
  /** Settles when all names for what is typed are known. */
  let named: Promise<void> = Promise.resolve();

  const options = () => [...list.querySelectorAll<HTMLAnchorElement>('[role=option]')];

  function choose(option: HTMLAnchorElement | undefined): void {
    chosen?.setAttribute('aria-selected', 'false');
    chosen = option;
    chosen?.setAttribute('aria-selected', 'true');
    chosen?.scrollIntoView({ block: 'nearest' });
    if (chosen) input.setAttribute('aria-activedescendant', chosen.id);
    else input.removeAttribute('aria-activedescendant');
  }

  function expand(isExpanded: boolean): void {
    found.hidden = !isExpanded;
    input.setAttribute('aria-expanded', String(isExpanded && list.childElementCount > 0));
  }

  function empty(): void {
    choose(undefined);
    loaded?.clearChips(chips);
    list.replaceChildren();
    said.replaceChildren();
  }

  function close(): void {
    turn++;
    empty();
    expand(false);
    status.textContent = '';
    box.removeAttribute('data-in-use');
  }

  function group({ heading, note, hits }: HitGroup, number: number, before: number): HTMLElement {
    const title = note ? `${heading}, ${note}` : heading;
    const label = element('p', { id: `${id}-${number}`, role: 'presentation' }, title);
    const made = hits.map((hit, index) => {
      const place = before + index;
      const option = element('a', {
        role: 'option',
        id: `${id}-hit-${place}`,
        href: hit.href,
        tabindex: '-1',
      });
      option.setAttribute('aria-selected', 'false');
      option.dataset.title = hit.title.map(([piece]) => piece).join('');
      if (place === 0 && hit.isSure) option.dataset.sure = '';
      fillHit(option, element('b'), hit);
      return option;
    });
    return element('div', { role: 'group', 'aria-labelledby': label.id }, label, ...made);
  }

  function showGroups(groups: readonly HitGroup[]): void {
    const before = chosen?.href;
    let place = 0;
    list.replaceChildren(
      ...groups.map((each, number) => {
        place += each.hits.length;
        return group(each, number, place - each.hits.length);
      }),
    );
    choose(options().find(({ href }) => href === before));
  }

  /** A button beside the link to all results. */
  function showForgetting(button?: HTMLElement): void {
    keys.querySelector('button')?.remove();
    if (button) all.before(button);
  }

  /** Before anything is typed the palette, and a box that has the whole page, say what was and what can be asked. */
  async function offer(mine: number): Promise<void> {
    expand(Boolean(palette));
    if (!palette && !matchMedia('(max-width: 52rem)').matches) return;
    const { forgettingButton, groupsBeforeTyping } = await import('./before-typing.ts');
    if (mine !== turn) return;
    const { recent, groups } = groupsBeforeTyping();
    showGroups(groups);
    showForgetting(recent && forgettingButton(() => (input.focus(), update())));
    expand(true);
  }

  function ask(query: string): void {
    input.value = query;
    input.focus();
    open();
  }

  /** Names that are spelled as the query, while all else is on its way. */
  async function showFirst(query: string, mine: number): Promise<void> {
    const index = await bareNames().catch(() => undefined);
    const names = index && mine === turn ? findNamesAsTyped(index, query, wish.names) : [];
    if (names.length === 0) return;
    showForgetting();
    showGroups([{ heading: 'Names', hits: names.map(nameHit) }]);
    expand(true);
  }

  /** A list that changes under a finger or a pressed button would lose the click: it waits. */
  let isPressed = false;
  let waiting: (() => void) | undefined;
  list.addEventListener('pointerdown', () => (isPressed = true));
  for (const kind of ['pointerup', 'pointercancel']) {
    addEventListener(kind, () => {
      isPressed = false;
      setTimeout(() => waiting?.());
    });
  }

  function show(answer: Answer, query: string): void {
    const mine = turn;
    waiting = isPressed ? () => mine === turn && show(answer, query) : undefined;
    if (waiting) return;
    const { announcement, groupsOf, insteadOf, showChips } = loaded!;
    showChips(chips, answer, query, ask);
    const groups = groupsOf(answer, wish.names);
    showGroups(groups);
    showForgetting();
    const instead = insteadOf(answer, query);
    said.replaceChildren(...instead);
    expand(groups.length > 0 || instead.length > 0);
    if (answer.isComplete) status.textContent = announcement(answer);
  }

  function update(): void {
    const query = cleanQuery(input.value);
    const mine = ++turn;
    all.href = resultsAddress(here(addresses.search), query);
    if (query === '') {
      empty();
      offer(mine).catch(() => undefined);
      return;
    }
    named = new Promise((resolve) => {
      void answerStepwise(query, mine, resolve)
        .catch(() => {
          said.replaceChildren('Not everything could be searched.');
          expand(true);
        })
        .then(resolve);
    });
  }

  /** Shows names that are spelled as the query, then all that is found; tells when all names are known. */
  async function answerStepwise(query: string, mine: number, onNamed: () => void): Promise<void> {
    if (!hasAllNames) await showFirst(query, mine);
    if (mine !== turn) return;
    allNames().catch(() => undefined);
    loaded = await everything();
    for await (const answer of loaded.answersTo(query, wish)) {
      hasAllNames ||= !answer.missing.includes('names') && !answer.missing.includes('other names');
      if (mine !== turn) return;
      show(answer, query);
      onNamed();
    }
  }

  function open(): void {
    box.dataset.inUse = '';
    update();
  }

  function move(by: 1 | -1): void {
    const choices = options();
    const at = chosen ? choices.indexOf(chosen) : by < 0 ? 0 : -1;
    choose(choices[(at + by + choices.length) % choices.length]);
  }

  input.addEventListener('input', open);
  input.addEventListener('focus', open);
  closing.addEventListener('click', () => {
    close();
    closing.blur();
    palette?.close();
  });
  for (const kind of ['click', 'auxclick']) {
    list.addEventListener(kind, ({ target }) => {
      const option = (target as Element).closest<HTMLAnchorElement>('[role=option]');
      if (option) rememberOpened(option.dataset.title!, option.getAttribute('href')!);
    });
  }
  box.addEventListener('focusout', ({ relatedTarget }) => {
    const isInside = box.contains(relatedTarget as Node | null) || box.contains(document.activeElement);
    if (!isInside) close();
  });
  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      // A field of this kind empties itself on Escape, which is for the second time.
      if (palette || !found.hidden) event.preventDefault();
      if (event.target !== input) input.focus();
      close();
      palette?.close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && event.target === input) {
      event.preventDefault();
      if (found.hidden) open();
      else move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && event.target === input) {
      const { ctrlKey, metaKey, shiftKey } = event;
      const isForNewTab = ctrlKey || metaKey;
      const first = list.querySelector<HTMLAnchorElement>('[data-sure]') ?? all;
      const link = chosen ?? (isForNewTab ? first : undefined);
      if (!link) return;
      event.preventDefault();
      link.dispatchEvent(
        new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
      );
    }
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const late = new Promise((resolve) => setTimeout(resolve, patience));
    void Promise.race([named, late]).then(() => {
      const sure = list.querySelector<HTMLAnchorElement>('[data-sure]');
      const query = cleanQuery(input.value);
      const address = sure?.getAttribute('href') ?? resultsAddress(here(addresses.search), query);
      if (query) rememberOpened(sure?.dataset.title ?? query, address);
      location.assign(address);
    });
  });

  found.hidden = true;
  if (document.activeElement === input) open();
}
