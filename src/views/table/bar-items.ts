import type { ColumnName } from '../../catalog/table-columns.ts';
import { rangeColumns, termColumns } from '../../catalog/table-columns.ts';
import { withoutColumns, type Drop } from '../../catalog/table-filters.ts';
import type { SortKey } from '../../catalog/table-order.ts';
import { rangeText } from '../../catalog/typed-ranges.ts';
import { columnLabels, directionText } from './column-labels.ts';
import type { TableState } from './table-state.ts';

/** The label of a term as the lists of the bar have it. */
export type TermLabel = (column: ColumnName, term: string) => string;

/** Brings the table into another state after a button was pressed. */
export type Change = (state: TableState) => void;

function button(text: string, label: string, onPress: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'text';
  made.textContent = text;
  made.ariaLabel = label;
  made.addEventListener('click', onPress);
  return made;
}

function item(...parts: (string | Node)[]): HTMLLIElement {
  const made = document.createElement('li');
  made.append(...parts);
  return made;
}

/** What is asked of a column: in words, and the state without it. */
function choicesOf(state: TableState, column: ColumnName, labelOf: TermLabel): [string, TableState][] {
  const { name, terms, ranges } = state;
  if (column === 'name') return name ? [[`“${name}”`, { ...state, name: '' }]] : [];
  const termColumn = termColumns.find((other) => other === column);
  if (termColumn) {
    const chosen = terms[termColumn] ?? [];
    return chosen.map((term) => [
      labelOf(column, term),
      { ...state, terms: { ...terms, [column]: chosen.filter((other) => other !== term) } },
    ]);
  }
  const rangeColumn = rangeColumns.find((other) => other === column);
  const range = rangeColumn && ranges[rangeColumn];
  if (!range) return [];
  const open = range.to === undefined ? 'from ' : range.from === undefined ? 'to ' : '';
  const text = open + rangeText(rangeColumn, range, open ? '' : ' – ');
  return [[text, withoutColumns(state, [column])]];
}

const filterOrder: readonly ColumnName[] = ['name', ...termColumns, ...rangeColumns];

/** What is chosen, a column an item; a press on a choice takes it back. */
export function chosenItems(state: TableState, labelOf: TermLabel, change: Change): HTMLLIElement[] {
  return filterOrder.flatMap((column) => {
    const choices = choicesOf(state, column, labelOf);
    if (choices.length === 0) return [];
    const buttons = choices.map(([text, without]) =>
      button(text, `Remove ${columnLabels[column]} ${text}`, () => change(without)),
    );
    return [item(columnLabels[column], ...buttons)];
  });
}

/** So many ways out are offered where nothing is left. */
const dropsAtMost = 6;

/** Where no row is left: the filters to give up, and how many models each would bring back. */
export function dropItems(
  state: TableState,
  drops: readonly Drop[],
  labelOf: TermLabel,
  change: Change,
): HTMLLIElement[] {
  return drops.slice(0, dropsAtMost).map(({ columns, rows }) => {
    const said = columns.map((column) => {
      const choices = choicesOf(state, column, labelOf).map(([text]) => text);
      return `${columnLabels[column]} ${choices.join(' or ')}`;
    });
    const text = `without ${said.join(' and ')}`;
    const count = `${rows} ${rows === 1 ? 'model' : 'models'}`;
    const tally = document.createElement('span');
    tally.className = 'tally';
    tally.textContent = count;
    return item(
      button(text, `Show the ${count} ${text}`, () => change(withoutColumns(state, columns))),
      tally,
    );
  });
}

/** The keys that rows are sorted by; a press turns one round or takes it away. */
export function keyItems(state: TableState, change: Change): HTMLLIElement[] {
  const { sort } = state;
  const withKeys = (keys: SortKey[]) => change({ ...state, sort: keys });
  return sort.map((key) => {
    const { column, descending } = key;
    const label = columnLabels[column];
    const direction = directionText(column, descending);
    const turn = button(direction, `${label}: ${direction}. Reverse`, () =>
      withKeys(sort.map((other) => (other === key ? { column, descending: !descending } : other))),
    );
    turn.classList.add('turn');
    const away = button('×', `Do not sort by ${label}`, () =>
      withKeys(sort.filter((other) => other !== key)),
    );
    return item(label, turn, away);
  });
}
