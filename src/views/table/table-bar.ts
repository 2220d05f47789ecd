import { proposalAddress } from '../../catalog/addresses.ts';
import {
  columnNames,
  rangeColumns,
  termColumns,
  type ColumnName,
  type RangeColumn,
  type TermColumn,
} from '../../catalog/table-columns.ts';
import { dropsFor, termCounts } from '../../catalog/table-filters.ts';
import { rangeEndText, typedRange } from '../../catalog/typed-ranges.ts';
import { site } from '../../site.ts';
import { required } from '../page/required.ts';
import { chosenItems, dropItems, keyItems, type TermLabel } from './bar-items.ts';
import type { PageRow } from './page-rows.ts';
import { plainState, printState, type KnownTerms, type TableState } from './table-state.ts';

/** What the bar shows beside the state: all rows, how many of them match, and the columns in sight. */
interface Shown {
  rows: readonly PageRow[];
  matching: number;
  columns: () => readonly ColumnName[];
  ignored: string;
}

/** The controls above the table. They show a state and hand on the state that a reader makes of it. */
export class TableBar {
  private state: TableState = plainState;
  private shown: Shown = { rows: [], matching: 0, columns: () => [], ignored: '' };
  private isTyping = false;
  private readonly bar: HTMLElement;
  private readonly name: HTMLInputElement;
  private readonly change: (state: TableState, address: 'push' | 'replace') => void;

  /**
   * @param change brings the table into a state; `replace` while a reader types, so that the way back leads past
   *   single letters
   */
  constructor(bar: HTMLElement, change: TableBar['change']) {
    this.bar = bar;
    this.change = change;
    this.name = required(bar, 'input[name=name]');
    bar.addEventListener('input', (event) => this.onInput(event));
    bar.addEventListener('change', (event) => this.onChange(event));
    bar.addEventListener('click', (event) => this.onClick(event));
    bar.addEventListener('keydown', (event) => this.onKey(event));
  }

  /** The terms that can be ticked. */
  get knownTerms(): KnownTerms {
    return Object.fromEntries(
      termColumns.map((column) => [column, this.boxes(column).map((box) => box.value)]),
    );
  }

  show(state: TableState, shown: Shown): void {
    this.isTyping = false;
    this.state = state;
    this.shown = shown;
    const { rows, matching } = shown;
    if (this.name.value.trim() !== state.name) this.name.value = state.name;
    for (const column of termColumns) {
      for (const box of this.boxes(column)) box.checked = state.terms[column]?.includes(box.value) ?? false;
    }
    for (const column of rangeColumns) this.showRange(column);
    this.showPanels();
    const noun = rows.length === 1 ? 'model' : 'models';
    required(this.bar, '.count').textContent =
      matching === rows.length ? `${matching} ${noun}` : `${matching} of ${rows.length} ${noun}`;
    required<HTMLElement>(this.bar, '.chosen').hidden = printState(state) === '';
    required(this.bar, '.chosen ul').replaceChildren(
      ...chosenItems(state, this.labelOf, (without) => {
        this.change(without, 'push');
        (this.bar.querySelector<HTMLElement>('.chosen:not([hidden]) button') ?? this.name).focus();
      }),
    );
    this.showNothing(matching === 0);
    required(this.bar, '.ignored').textContent = shown.ignored;
  }

  private readonly labelOf: TermLabel = (column, term) => {
    const box = this.boxes(column).find(({ value }) => value === term);
    return box?.closest('label')?.querySelector('.t')?.textContent ?? term;
  };

  private boxes(name: string): HTMLInputElement[] {
    return Array.from(this.bar.querySelectorAll<HTMLInputElement>(`[data-choice=${name}] input`));
  }

  private rangeInputs(column: RangeColumn): { from: HTMLInputElement; to: HTMLInputElement } {
    const end = (name: string) => required<HTMLInputElement>(this.bar, `input[name="${column}.${name}"]`);
    return { from: end('from'), to: end('to') };
  }

  /** Says what can be given up where nothing is left, and where a model can be proposed. */
  private showNothing(isNothing: boolean): void {
    const { bar, state } = this;
    required<HTMLElement>(bar, '.nothing').hidden = !isNothing;
    if (!isNothing) return;
    const drops = dropItems(state, dropsFor(this.shown.rows, state), this.labelOf, (without) => {
      this.change(without, 'push');
      this.name.focus();
    });
    required(bar, '.drops').replaceChildren(...drops);
    required<HTMLAnchorElement>(bar, '.propose').href = proposalAddress(site.repository, state.name);
  }

  /** Writes a range into its two fields, unless they already say it in other words. */
  private showRange(column: RangeColumn): void {
    const { from, to } = this.rangeInputs(column);
    const range = this.state.ranges[column];
    const typed = typedRange(column, from.value, to.value);
    if (typed && typed.from === range?.from && typed.to === range?.to) return;
    if (!typed && document.activeElement?.closest('.range') && this.bar.contains(document.activeElement))
      return;
    from.value = range?.from === undefined ? '' : rangeEndText(column, 'from', range.from);
    to.value = range?.to === undefined ? '' : rangeEndText(column, 'to', range.to);
    this.markRange(column, false);
  }

  private markRange(column: RangeColumn, isWrong: boolean): void {
    const { from, to } = this.rangeInputs(column);
    for (const input of [from, to]) {
      if (isWrong) input.ariaInvalid = 'true';
      else input.removeAttribute('aria-invalid');
    }
    required<HTMLElement>(from.closest('fieldset')!, 'strong').hidden = !isWrong;
  }

  /** Brings the lists in sight up to date: what each term would leave, the keys, and which columns there are. */
  private showPanels(): void {
    const { terms, ranges, columns, sort } = this.state;
    for (const button of this.bar.querySelectorAll('.openers button')) {
      const of = button.getAttribute('aria-controls')!.replace('filter-', '');
      const isUsed =
        of === 'columns'
          ? columns
          : of === 'sort'
            ? sort.length > 0
            : terms[of as TermColumn]?.length || ranges[of as RangeColumn];
      button.classList.toggle('on', Boolean(isUsed));
    }
    if (!required<HTMLElement>(this.bar, '#filter-columns').hidden) {
      const visible = this.shown.columns();
      for (const box of this.boxes('columns')) box.checked = visible.includes(box.value as ColumnName);
    }
    for (const list of this.bar.querySelectorAll<HTMLElement>('[data-choice]:not([hidden])')) {
      const column = termColumns.find((name) => name === list.dataset['choice']);
      if (column) this.showCounts(column);
    }
    this.showKeys();
  }

  private showCounts(column: TermColumn): void {
    const counts = termCounts(this.shown.rows, this.state, column);
    for (const box of this.boxes(column)) {
      const count = counts.get(box.value) ?? 0;
      const label = box.closest('label')!;
      required(label, '.tally').textContent = String(count);
      label.classList.toggle('zero', count === 0);
    }
  }

  private showKeys(): void {
    const panel = required<HTMLElement>(this.bar, '#filter-sort');
    if (panel.hidden) return;
    const { sort } = this.state;
    const next = required<HTMLSelectElement>(panel, 'select');
    const list = required(panel, 'ol');
    const at = [...list.querySelectorAll('button')].indexOf(document.activeElement as HTMLButtonElement);
    list.replaceChildren(...keyItems(this.state, (state) => this.change(state, 'push')));
    if (at >= 0) (list.querySelectorAll('button')[at] ?? next).focus();
    required(panel, 'label .k').textContent = sort.length > 0 ? 'then by' : 'by';
    for (const option of next.options) option.disabled = sort.some(({ column }) => column === option.value);
    next.value = '';
  }

  /** Reads what a control says now. Text that is no range yet is left alone until it is one. */
  private onInput(event: Event): void {
    const input = event.target as HTMLInputElement;
    const { name, value } = input;
    const choice = input.closest<HTMLElement>('[data-choice]')?.dataset['choice'];
    const { state } = this;
    const typed = (next: TableState) => {
      this.change(next, this.isTyping ? 'replace' : 'push');
      this.isTyping = true;
    };
    if (choice === 'columns') {
      const chosen = this.boxes('columns').flatMap((box) => (box.checked ? [box.value] : []));
      this.change({ ...state, columns: columnNames.filter((column) => chosen.includes(column)) }, 'push');
    } else if (choice) {
      const chosen = this.boxes(choice).flatMap((box) => (box.checked ? [box.value] : []));
      this.change({ ...state, terms: { ...state.terms, [choice]: chosen } }, 'push');
    } else if (name === 'name') {
      typed({ ...state, name: value.trim() });
    } else if (name === 'sort') {
      const column = columnNames.find((other) => other === value);
      if (column) this.change({ ...state, sort: [...state.sort, { column, descending: false }] }, 'push');
    } else {
      const column = name.split('.')[0] as RangeColumn;
      const { from, to } = this.rangeInputs(column);
      const range = typedRange(column, from.value, to.value);
      if (!range) return;
      this.markRange(column, false);
      const ranges = { ...state.ranges, [column]: range };
      if (Object.keys(range).length === 0) delete ranges[column];
      typed({ ...state, ranges });
    }
  }

  private onChange(event: Event): void {
    const input = event.target as HTMLInputElement;
    if (input.type === 'checkbox') return;
    this.isTyping = false;
    const column = rangeColumns.find((name) => input.name.startsWith(`${name}.`));
    if (!column) return;
    const { from, to } = this.rangeInputs(column);
    this.markRange(column, typedRange(column, from.value, to.value) === undefined);
  }

  private onClick(event: Event): void {
    const button = (event.target as Element).closest('button');
    if (!button) return;
    if (button.classList.contains('fit')) this.change({ ...this.state, columns: undefined }, 'push');
    if (button.classList.contains('reset')) {
      this.change(plainState, 'push');
      this.name.focus();
    }
    if (button.hasAttribute('aria-controls')) this.open(button, button.ariaExpanded !== 'true');
  }

  /** Opens or closes what a button controls. Of the panels one is open at a time. */
  private open(button: HTMLButtonElement, isOpen: boolean): void {
    const target = required<HTMLElement>(this.bar, `#${button.getAttribute('aria-controls')}`);
    button.ariaExpanded = String(isOpen);
    if (target.classList.contains('openers')) return;
    target.hidden = !isOpen;
    if (!isOpen) return;
    for (const other of this.bar.querySelectorAll<HTMLButtonElement>('.openers [aria-expanded=true]')) {
      if (other !== button) this.open(other, false);
    }
    this.showPanels();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    const button = this.bar.querySelector<HTMLButtonElement>('.openers [aria-expanded=true]');
    if (!button) return;
    event.preventDefault();
    this.open(button, false);
    button.focus();
  }
}
