import { dateText } from '../../catalog/number-text.ts';
import { afterPaint } from '../page/after-paint.ts';
import { takeAway } from '../share/take-away.ts';
import { ignoredText } from '../table/table-state.ts';
import { lanePainter, sizePainter, type Painter } from './draw.ts';
import { itemOfAttributes, itemRows, type TimelineItem } from './timeline-item.ts';
import {
  isShown,
  monthOf,
  parseState,
  plainState,
  printState,
  spanFor,
  usedFilters,
  without,
  type FilterName,
  type TimelineState,
} from './timeline-state.ts';

/** A model with its row in the list, from which it was read. */
interface Row extends TimelineItem {
  element: HTMLElement;
}

/** Filters a timeline, zooms it, and keeps both in the address. */
class TimeLine extends HTMLElement {
  private rows: Row[] = [];
  private paint: Painter = () => {};
  private state: TimelineState = plainState;
  private isPlain = true;
  private shown: readonly Row[] = [];
  private readonly showModelsSoon = afterPaint(() => this.showModels());

  connectedCallback(): void {
    if (this.rows.length > 0) return;
    this.rows = Array.from(this.querySelectorAll<HTMLElement>('li[data-id]'), (element) => ({
      ...itemOfAttributes(element.dataset, element.querySelector('a')?.textContent?.trim() ?? ''),
      element,
    }));
    this.paint = this.dataset['chart'] === 'sizes' ? sizePainter(this) : lanePainter(this, this.rows);
    const { bar } = this;
    bar.append(takeAway('transformer-timeline', () => itemRows(this.shown)));
    bar.addEventListener('change', (event) => this.onChange(event.target as HTMLInputElement));
    bar.addEventListener('click', (event) => this.onClick(event));
    addEventListener('popstate', () => this.restore());
    this.restore();
  }

  private get bar(): HTMLElement {
    return this.find('.bar');
  }

  private find<Kind extends Element = HTMLElement>(selector: string): Kind {
    const found = this.querySelector<Kind>(selector);
    if (!found) throw new Error(`the timeline has no ${selector}`);
    return found;
  }

  private select(name: 'lab' | 'modality'): HTMLSelectElement {
    return this.find(`select[name=${name}]`);
  }

  private month(name: 'from' | 'to'): HTMLInputElement {
    return this.find(`input[name=${name}]`);
  }

  private get boxes(): HTMLInputElement[] {
    return Array.from(this.querySelectorAll<HTMLInputElement>('[data-choice=architecture] input'));
  }

  private restore(): void {
    const terms = (name: 'lab' | 'modality') =>
      Array.from(this.select(name).options, ({ value }) => value).filter(Boolean);
    const known = {
      architecture: this.boxes.map(({ value }) => value),
      lab: terms('lab'),
      modality: terms('modality'),
    };
    const { state, ignored } = parseState(location.search, known);
    this.show(state, false, ignoredText(ignored));
    this.markYear();
  }

  /** Brings bar, chart, list and, where someone has just asked for it, the address into a state. */
  private show(state: TimelineState, isNew: boolean, ignored = ''): void {
    const query = printState(state);
    if (isNew) history.pushState(null, '', location.pathname + query + location.hash);
    this.state = state;
    this.shown = this.rows.filter((row) => isShown(state, row));
    this.showBar(this.shown, ignored);
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-other]')) link.search = query;
    if (isNew) this.showModelsSoon();
    else this.showModels();
  }

  /** Chart and list, which take longest. As long as nothing was asked for, the chart is as it was written. */
  private showModels(): void {
    const isAll = printState(this.state) === '';
    if (!(this.isPlain && isAll)) this.draw(this.shown);
    this.isPlain &&= isAll;
    this.showList(this.shown);
  }

  private draw(shown: readonly Row[]): void {
    this.find('figure').hidden = shown.length === 0;
    if (shown.length === 0) return;
    const span = spanFor(
      this.state,
      this.rows.map(({ date }) => date),
    );
    const { from } = this.state;
    const before = this.rows.filter(
      (row) => from && isShown({ ...this.state, from: '', to: '' }, row) && row.date < from,
    );
    const sizes = before.flatMap(({ most }) => most ?? []);
    this.paint({ shown, span, recordBefore: sizes.length > 0 ? Math.max(...sizes) : undefined });
    this.markYear();
  }

  private showList(shown: readonly Row[]): void {
    const ids = new Set(shown.map(({ id }) => id));
    for (const { id, element } of this.rows) element.hidden = !ids.has(id);
    for (const section of this.querySelectorAll<HTMLElement>('section.year')) {
      const all = section.querySelectorAll('li').length;
      const count = section.querySelectorAll('li:not([hidden])').length;
      section.hidden = count === 0;
      const some = count < all ? `${count} of ` : '';
      section.querySelector('.hang a')!.textContent = `${some}${all} ${all === 1 ? 'model' : 'models'}`;
    }
    for (const link of this.querySelectorAll<HTMLElement>('[data-unplaced]'))
      link.hidden = !ids.has(link.dataset['unplaced']!);
    for (const reason of this.querySelectorAll<HTMLElement>('.unplaced > *'))
      reason.hidden = !reason.querySelector('a:not([hidden])') && reason.classList.contains('reason');
    const unplaced = this.querySelector<HTMLElement>('.unplaced');
    if (unplaced) unplaced.hidden = !unplaced.querySelector('a:not([hidden])');
  }

  private showBar(shown: readonly Row[], ignored: string): void {
    const { state } = this;
    for (const box of this.boxes) box.checked = state.architecture.includes(box.value);
    for (const name of ['lab', 'modality'] as const) this.select(name).value = state[name];
    this.find<HTMLInputElement>('input[name=weights]').checked = state.isOpen;
    for (const end of ['from', 'to'] as const) this.month(end).value = state[end];
    this.markRange(false);
    this.showTallies();
    const all = this.rows.length;
    const noun = all === 1 ? 'model' : 'models';
    const unsized =
      this.dataset['chart'] === 'sizes' ? shown.filter(({ most }) => most === undefined).length : 0;
    this.find('.count').textContent =
      (shown.length === all ? `${all} ${noun}` : `${shown.length} of ${all} ${noun}`) +
      (unsized > 0 ? `, ${unsized} of them without a size` : '');
    this.find('.ignored').textContent = ignored;
    for (const link of this.querySelectorAll<HTMLAnchorElement>('.zooms a')) {
      const { from, to } = this.rangeOf(link);
      if (from === state.from && to === state.to) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    this.showNothing(shown.length === 0);
  }

  /** Beside each choice, how many models it would leave with the other filters as they are. */
  private showTallies(): void {
    const left = (name: FilterName) => {
      const state = without(this.state, name);
      return this.rows.filter((row) => isShown(state, row));
    };
    const byArchitecture = left('architecture');
    for (const box of this.boxes) {
      const count = byArchitecture.filter(({ architecture }) => architecture === box.value).length;
      const label = box.closest('label')!;
      label.querySelector('.tally')!.textContent = String(count);
      label.classList.toggle('zero', count === 0);
    }
    for (const [name, has] of [
      ['lab', ({ labs }: Row, value: string) => labs.includes(value)],
      ['modality', ({ modalities }: Row, value: string) => modalities.includes(value)],
    ] as const) {
      const rows = left(name);
      for (const option of this.select(name).options) {
        if (!option.value) continue;
        const count = rows.filter((row) => has(row, option.value)).length;
        option.textContent = `${option.dataset['label']} (${count})`;
      }
    }
    const open = left('isOpen').filter(({ weights }) => weights === 'open');
    this.find('.tick .tally').textContent = String(open.length);
  }

  /** Where nothing is left, offers to drop a filter without which something would be; all of them if there is none. */
  private showNothing(isNothing: boolean): void {
    this.find('.nothing').hidden = !isNothing;
    if (!isNothing) return;
    const single = usedFilters(this.state).map((name) => ({
      text: `drop ${this.filterText(name)}`,
      state: without(this.state, name),
      control: this.controlOf(name),
    }));
    const all = { text: 'drop all filters', state: plainState, control: this.boxes[0]! };
    const offers = [...single, all]
      .map((offer) => ({ ...offer, count: this.rows.filter((row) => isShown(offer.state, row)).length }))
      .filter(({ count }) => count > 0);
    const items = (offers.length > 1 ? offers.slice(0, -1) : offers).map(
      ({ text, state, control, count }) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'text';
        button.textContent = text;
        button.addEventListener('click', () => {
          this.show(state, true);
          control.focus();
        });
        const item = document.createElement('li');
        item.append(button, ` (${count} ${count === 1 ? 'model' : 'models'})`);
        return item;
      },
    );
    this.find('.nothing ul').replaceChildren(...items);
  }

  private filterText(name: FilterName): string {
    const { state } = this;
    if (name === 'architecture') {
      const chosen = this.boxes.filter(({ checked }) => checked);
      return chosen.map((box) => `“${box.closest('label')!.querySelector('.t')!.textContent}”`).join(' and ');
    }
    if (name === 'isOpen') return '“open weights only”';
    if (name !== 'range') return `“${this.select(name).selectedOptions[0]!.dataset['label']}”`;
    const [from, to] = [state.from && dateText(state.from), state.to && dateText(state.to)];
    if (from && to) return `“${from} to ${to}”`;
    return from ? `“from ${from}”` : `“to ${to}”`;
  }

  private controlOf(name: FilterName): HTMLElement {
    if (name === 'architecture') return this.boxes[0]!;
    if (name === 'isOpen') return this.find('input[name=weights]');
    return name === 'range' ? this.month('from') : this.select(name);
  }

  private onChange(control: HTMLInputElement | HTMLSelectElement): void {
    const { name, value } = control;
    const { state } = this;
    if (name === 'lab' || name === 'modality') this.show({ ...state, [name]: value }, true);
    else if (name === 'weights') this.show({ ...state, isOpen: (control as HTMLInputElement).checked }, true);
    else if (name === 'from' || name === 'to') {
      const range = this.typedRange();
      if (range) this.show({ ...state, ...range }, true);
      else this.markRange(true);
    } else {
      const architecture = this.boxes.filter(({ checked }) => checked).map((box) => box.value);
      this.show({ ...state, architecture }, true);
    }
  }

  /** The range that the two fields say; undefined where they say none. */
  private typedRange(): { from: string; to: string } | undefined {
    const [from, to] = (['from', 'to'] as const).map((end) => {
      const text = this.month(end).value.trim();
      return text === '' ? '' : monthOf(text, end);
    });
    return from === undefined || to === undefined || (from && to && from > to) ? undefined : { from, to };
  }

  /** Says that what stands in the two fields is no range, or no longer says so. */
  private markRange(isWrong: boolean): void {
    for (const input of [this.month('from'), this.month('to')]) {
      if (isWrong) input.ariaInvalid = 'true';
      else input.removeAttribute('aria-invalid');
    }
    this.find('.wrong').hidden = !isWrong;
  }

  private rangeOf(link: HTMLAnchorElement): { from: string; to: string } {
    const query = new URLSearchParams(link.search);
    return { from: query.get('from') ?? '', to: query.get('to') ?? '' };
  }

  private onClick(event: MouseEvent): void {
    const target = event.target as Element;
    const more = target.closest<HTMLButtonElement>('.more');
    if (more) more.ariaExpanded = String(more.ariaExpanded !== 'true');
    const link = target.closest<HTMLAnchorElement>('.zooms a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    this.show({ ...this.state, ...this.rangeOf(link) }, true);
  }

  /** Marks the year that the address names in the axis. */
  private markYear(): void {
    for (const link of this.querySelectorAll('.years a')) {
      if (link.getAttribute('href') === location.hash) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  }
}

customElements.define('time-line', TimeLine);
