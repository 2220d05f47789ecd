import { shownRows } from '../../formats/shown-rows.ts';
import { required } from '../page/required.ts';
import { takeAway } from '../share/take-away.ts';
import { columnHeads, pageRows, slugOf } from './page-rows.ts';

/** Offers the rows of the table that follows it. */
class TableFiles extends HTMLElement {
  connectedCallback(): void {
    if (this.firstChild) return;
    this.append(
      takeAway(this.dataset['name'] ?? 'transformer-catalog', () => {
        const table = required<HTMLTableElement>(this.parentElement!, 'table.models');
        const rows = pageRows(table).map((row) => ({ slug: slugOf(row), cells: row.cells }));
        return shownRows(rows, [...columnHeads(table).keys()]);
      }),
    );
  }
}

customElements.define('table-files', TableFiles);
