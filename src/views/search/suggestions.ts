import { addresses } from '../../catalog/addresses.ts';
import { answersTo, bareNames, type Answer } from './answers.ts';
import { here } from './base.ts';
import { clearChips, dropsOf, showChips } from './chips.ts';
import { announcement, element, fillHit, groupsOf, remark, type HitGroup } from './hits.ts';
import hitsStyle from './hits.css?url';
import { cleanQuery, resultsAddress } from './query.ts';

const wish = { names: 6, texts: 4, early: true, pause: 250 };
/** How long Enter waits for names that are on their way. */
const patience = 1500;

/** The style of hits, which no page needs before its search is used. Without it the hits are plain but there. */
const styled = new Promise((resolve) => {
  const link = element('link', { rel: 'stylesheet', href: hitsStyle });
  link.addEventListener('load', resolve);
  link.addEventListener('error', resolve);
  document.head.append(link);
});

let boxes = 0;

/** Makes a search field a combobox: hits in a list below it as one types. Called when the field is first focused. */
export async function suggest(box: HTMLElement, input: HTMLInputElement): Promise<void> {
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
    clearChips(chips);
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
      if (place === 0 && hit.isSure) option.dataset.sure = '';
      fillHit(option, element('b'), hit);
      return option;
    });
    return element('div', { role: 'group', 'aria-labelledby': label.id }, label, ...made);
  }

  function ask(query: string): void {
    input.value = query;
    input.focus();
    open();
  }

  function show(answer: Answer, query: string): void {
    const before = chosen?.href;
    showChips(chips, answer, query, ask);
    const groups = groupsOf(answer, wish.names);
    let place = 0;
    list.replaceChildren(
      ...groups.map((each, number) => {
        place += each.hits.length;
        return group(each, number, place - each.hits.length);
      }),
    );
    choose(options().find(({ href }) => href === before));
    const words = remark(answer, query);
    said.replaceChildren(
      ...(words
        ? [
            words,
            ...dropsOf(answer, here(addresses.search)),
            ' ',
            element('a', { href: here(addresses.models) }, 'The table of all models'),
          ]
        : []),
    );
    all.href = resultsAddress(here(addresses.search), query);
    expand(groups.length > 0 || words !== '');
    if (answer.isComplete) status.textContent = announcement(answer);
  }

  function update(): void {
    const query = cleanQuery(input.value);
    const mine = ++turn;
    if (query === '') {
      empty();
      expand(false);
      return;
    }
    named = new Promise((resolve) => {
      void (async () => {
        for await (const answer of answersTo(query, wish)) {
          if (mine !== turn) break;
          show(answer, query);
          if (answer.hasAllNames) resolve();
        }
        resolve();
      })();
    });
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
  });
  box.addEventListener('focusout', ({ relatedTarget }) => {
    const isInside = box.contains(relatedTarget as Node | null) || box.contains(document.activeElement);
    if (!isInside) close();
  });
  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      // A field of this kind empties itself on Escape, which is for the second time.
      if (!found.hidden) event.preventDefault();
      if (event.target !== input) input.focus();
      close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && event.target === input) {
      event.preventDefault();
      if (found.hidden) open();
      else move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && event.target === input && chosen) {
      event.preventDefault();
      const { ctrlKey, metaKey, shiftKey } = event;
      chosen.dispatchEvent(
        new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
      );
    }
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const late = new Promise((resolve) => setTimeout(resolve, patience));
    void Promise.race([named, late]).then(() => {
      const sure = list.querySelector<HTMLAnchorElement>('[data-sure]');
      location.assign(sure?.href ?? resultsAddress(here(addresses.search), cleanQuery(input.value)));
    });
  });

  found.hidden = true;
  if (document.activeElement === input) open();
}
