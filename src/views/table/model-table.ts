import type { ColumnName } from '../../catalog/table-columns.ts';
import { matchingRows } from '../../catalog/table-filters.ts';
import type { Rows } from '../../formats/rows.ts';
import { shownRows } from '../../formats/shown-rows.ts';
import { required } from '../page/required.ts';
import { takeAway } from '../share/take-away.ts';
import { slugOf, type PageRow } from './page-rows.ts';
import { TableBar } from './table-bar.ts';
import { TableGrid } from './table-grid.ts';
import { ignoredText, parseState, plainState, printState, type TableState } from './table-state.ts';

/** Sorts the table that follows it, filters it, chooses its columns, and keeps all that in the address. */
class ModelTable extends HTMLElement {
  private grid: TableGrid | undefined;
  private bar!: TableBar;
  private state: TableState = plainState;
  private matching: PageRow[] = [];

  connectedCallback(): void {
    if (this.grid) return;
    this.grid = new TableGrid(required(this.parentElement!, '.models-frame'), (column, isFurther) =>
      this.sortBy(column, isFurther),
    );
    const bar = required<HTMLElement>(this, '.bar');
    this.bar = new TableBar(bar, (state, address) => this.show(state, address));
    bar.append(takeAway('transformer-catalog', () => this.rowsShown()));
    addEventListener('popstate', () => this.restore());
    this.restore();
  }

  private rowsShown(): Rows {
    const rows = this.matching.map((row) => ({ slug: slugOf(row), cells: row.cells }));
    return shownRows(rows, this.grid!.visibleColumns);
  }

  private restore(): void {
    const { state, ignored } = parseState(location.search, this.bar.knownTerms);
    this.show(state, 'keep', ignoredText(ignored));
  }

  /** Brings the page into a state: rows, heads, bar, address. */
  private show(state: TableState, address: 'push' | 'replace' | 'keep', ignored = ''): void {
    const grid = this.grid!;
    this.state = state;
    grid.showColumns(state.columns);
    grid.showOrder(state.sort);
    this.matching = grid.showRows((rows) => matchingRows(rows, state), address === 'keep');
    this.bar.show(state, {
      rows: grid.rows,
      matching: this.matching.length,
      columns: () => grid.visibleColumns,
      ignored,
    });
    if (address === 'keep') return;
    const url = location.pathname + printState(state) + location.hash;
    if (address === 'push') history.pushState(null, '', url);
    else history.replaceState(null, '', url);
  }

  /** A head was pressed: its column becomes the only key or a further one, or turns round. */
  private sortBy(column: ColumnName, isFurther: boolean): void {
    const { writtenOrder } = this.grid!;
    const order = this.state.sort.length > 0 ? this.state.sort : writtenOrder;
    const before = order.find((key) => key.column === column);
    const key = { column, descending: before ? !before.descending : false };
    let sort = [key];
    if (isFurther) sort = before ? order.map((other) => (other === before ? key : other)) : [...order, key];
    const [written] = writtenOrder;
    const isAsWritten =
      sort.length === 1 && written?.column === column && written.descending === key.descending;
    this.show({ ...this.state, sort: isAsWritten ? [] : sort }, 'push');
  }
}

customElements.define('model-table', ModelTable);
