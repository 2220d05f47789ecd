import type { ColumnName } from '../../catalog/table-columns.ts';
import { sortedRows, type SortKey } from '../../catalog/table-order.ts';
import { columnLabels } from './column-labels.ts';
import { required } from '../page/required.ts';
import { columnHeads, pageRows, type PageRow } from './page-rows.ts';

/** So many rows are laid out at once, or those in sight: the browser's layout is what a reader would wait for. */
const first = 40;
/** Further ones follow when there is time, so many at a time. */
const batch = 150;
/** So many rows come by themselves; more of them when they are wanted. */
const comesByItself = 1000;

const whenIdle: (work: () => void) => void =
  typeof requestIdleCallback === 'function'
    ? (work) => requestIdleCallback(work, { timeout: 500 })
    : (work) => setTimeout(work, 50);

/** The table in its frame: its rows, in which order and how many of them are laid out, and its columns. */
export class TableGrid {
  readonly rows: PageRow[];
  /** The order that the page was written in. */
  readonly writtenOrder: SortKey[] = [];
  private readonly frame: HTMLElement;
  private readonly table: HTMLTableElement;
  private readonly heads: ReadonlyMap<ColumnName, HTMLTableCellElement>;
  private ordered: PageRow[];
  private orderedBy = '';
  /** Whether rows may stand elsewhere than they were written. */
  private isMoved = false;
  /** The rows that match, in order; the first `limit` of them are laid out. */
  private matching: PageRow[] = [];
  private limit = 0;
  private readonly further = document.createElement('button');

  /** @param onHead a head was pressed, perhaps to sort by it as a further key */
  constructor(frame: HTMLElement, onHead: (column: ColumnName, isFurther: boolean) => void) {
    this.frame = frame;
    this.table = required(frame, 'table');
    this.rows = pageRows(this.table);
    this.heads = columnHeads(this.table);
    this.readHeads(onHead);
    this.ordered = this.rows;
    new ResizeObserver(() => this.measure()).observe(frame);
    this.further.type = 'button';
    this.further.className = 'text further';
    this.further.addEventListener('click', () => this.layOut(this.limit + comesByItself));
    new IntersectionObserver(([entry]) => entry!.isIntersecting && this.further.click(), {
      rootMargin: '0px 0px 800px',
    }).observe(this.further);
    frame.after(this.further);
    addEventListener('beforeprint', () => this.layOut(Infinity));
  }

  /** Makes each head a button. */
  private readHeads(onHead: (column: ColumnName, isFurther: boolean) => void): void {
    for (const [column, head] of this.heads) {
      if (head.ariaSort) this.writtenOrder.push({ column, descending: head.ariaSort === 'descending' });
      const button = document.createElement('button');
      button.type = 'button';
      button.title = 'Sort; once more to reverse; with Shift as a further key';
      button.append(...head.childNodes);
      button.addEventListener('click', (event) => onHead(column, event.shiftKey));
      head.append(button);
    }
  }

  /** The columns that can be seen now, chosen or fitting. */
  get visibleColumns(): ColumnName[] {
    return [...this.heads].flatMap(([column, head]) => (head.getClientRects().length > 0 ? [column] : []));
  }

  /** Shows these columns beside the name; undefined: as many as fit. */
  showColumns(chosen: readonly ColumnName[] | undefined): void {
    const columns = chosen && ['name', ...chosen].join(' ');
    if (columns === this.table.dataset['columns']) return;
    if (columns) this.table.dataset['columns'] = columns;
    else delete this.table.dataset['columns'];
    this.measure();
  }

  /** Lets the table scroll in its frame where it is wider. */
  private measure(): void {
    this.frame.classList.toggle('scrolls', this.table.offsetWidth > this.frame.clientWidth + 1);
  }

  /** Orders the rows; without keys they stand as they were written. */
  showOrder(keys: readonly SortKey[]): void {
    const order = keys.length > 0 ? keys : this.writtenOrder;
    for (const [column, head] of this.heads) {
      const rank = order.findIndex((key) => key.column === column);
      const direction = order[rank]?.descending ? 'descending' : 'ascending';
      if (rank === 0) head.ariaSort = direction;
      else head.removeAttribute('aria-sort');
      const arrow = direction === 'ascending' ? '↑' : '↓';
      head.dataset['sort'] = rank < 0 ? '' : rank > 0 ? `${arrow}${rank + 1}` : arrow;
    }
    const said = order.map(
      ({ column, descending }) => columnLabels[column].toLowerCase() + (descending ? ', descending' : ''),
    );
    this.table.caption!.textContent = `Models, sorted by ${said.join(', then by ')}`;
    const by = keys.length > 0 ? said.join() : '';
    if (this.orderedBy === by) return;
    this.orderedBy = by;
    this.ordered = by ? sortedRows(this.rows, order) : this.rows;
    this.isMoved = true;
  }

  /**
   * Shows those rows that match and hands them on in order.
   * @param matches picks them out
   * @param isWhole whether as many as come by themselves are laid out at once, so that a page that is gone back to
   *   has its height
   */
  showRows(matches: (rows: PageRow[]) => PageRow[], isWhole: boolean): PageRow[] {
    this.matching = matches(this.ordered);
    this.layOut(isWhole ? comesByItself : Math.max(first, this.rowsInSight()));
    return this.matching;
  }

  /** How many rows there must be at least for the page to reach as far down as it is scrolled. */
  private rowsInSight(): number {
    return Math.ceil((innerHeight - this.table.getBoundingClientRect().top) / 20);
  }

  /** Shows the first rows that match, hides all others, and goes on when there is time. */
  private layOut(limit: number): void {
    this.limit = limit;
    const shown = new Set(this.matching.slice(0, limit));
    for (const row of this.rows) {
      const hidden = !shown.has(row);
      if (row.element.hidden !== hidden) row.element.hidden = hidden;
    }
    if (this.isMoved) this.moveToFront(shown);
    const rest = Math.max(0, this.matching.length - limit);
    this.further.hidden = rest === 0 || limit < comesByItself;
    this.further.textContent = `${rest} further models`;
    if (rest > 0 && limit < comesByItself) {
      whenIdle(() => {
        if (this.limit === limit) this.layOut(limit + batch);
      });
    }
  }

  /** Brings rows to the front in their order; what is hidden may stand behind them in any. */
  private moveToFront(shown: Iterable<PageRow>): void {
    const body = this.table.tBodies[0]!;
    let place = body.firstElementChild;
    for (const { element } of shown) {
      if (element === place) place = place.nextElementSibling;
      else body.insertBefore(element, place);
    }
  }
}
