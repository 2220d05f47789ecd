import { addresses } from '../../catalog/addresses.ts';
import { findNames } from '../../catalog/find-names.ts';
import type { NameIndex } from '../../catalog/name-index.ts';
import { isGuess, type NameHit } from '../../catalog/name-matches.ts';
import { filtersOf, namesOf, readQuery, vocabularyOf, type Stated } from '../../catalog/query-facets.ts';
import { without } from '../../catalog/query-words.ts';
import { matcherOf } from '../../catalog/table-filters.ts';
import { plainState, printState } from '../table/table-state.ts';
import { here } from './base.ts';
import { factRowsOf, factsAddress, type FactsFile } from './facts-file.ts';
import { json, once } from './loading.ts';
import type { NameRow } from './name-rows.ts';

/** What a query states of models, and the models of which it is true. */
export interface StatedModels {
  stated: Stated[];
  /** What is left of the query as text. */
  rest: string;
  /** The latest first. */
  rows: NameRow[];
  /** Those of them that the rest names. */
  named: NameHit<NameRow>[];
  /** The same models in the table. */
  tableAddress: string;
  /** Where nothing is left: what to leave out, with the query then and the number of models it has. */
  drops: { stated: Stated; query: string; count: number }[];
}

const facts = once(() => json<FactsFile>(factsAddress));
let prepared:
  { index: NameIndex<NameRow>; read: (query: string) => ReturnType<typeof readQuery> } | undefined;

/** Reads what a query states; undefined where it states nothing. */
export async function statedModels(
  query: string,
  index: NameIndex<NameRow>,
): Promise<StatedModels | undefined> {
  const file = await facts();
  if (prepared?.index !== index) {
    const vocabulary = vocabularyOf(file.terms);
    const namesAModel = namesOf(index.rows);
    prepared = { index, read: (text) => readQuery(text, vocabulary, namesAModel) };
  }
  const { stated, rest } = prepared.read(query);
  if (stated.length === 0) return undefined;
  const factRows = rowsOfFile(file);
  const rowsWith = (those: readonly Stated[]) => {
    const matches = matcherOf(filtersOf(those));
    return index.rows.filter((_, row) => matches(factRows[row]!));
  };
  const released = new Map(index.rows.map((row, at) => [row, file.values.released[at]!]));
  const rows = rowsWith(stated).sort((a, b) => (released.get(a)! < released.get(b)! ? 1 : -1));
  const all = new Set(rows);
  const named = rest ? findNames(index, rest).filter((hit) => all.has(hit.row) && !isGuess(hit)) : [];
  const { terms, ranges } = filtersOf(stated);
  const drops =
    rows.length > 0
      ? []
      : stated
          .map((one) => ({
            stated: one,
            query: without(query, one),
            count: stated.length > 1 ? rowsWith(stated.filter((other) => other !== one)).length : 0,
          }))
          .filter(({ count }) => count > 0);
  const tableAddress = here(addresses.models) + printState({ ...plainState, terms, ranges });
  return { stated, rest, rows, named, tableAddress, drops };
}

const rowsOfFiles = new WeakMap<FactsFile, ReturnType<typeof factRowsOf>>();

function rowsOfFile(file: FactsFile): ReturnType<typeof factRowsOf> {
  const rows = rowsOfFiles.get(file) ?? factRowsOf(file);
  rowsOfFiles.set(file, rows);
  return rows;
}
