import { addresses } from '../../catalog/addresses.ts';
import { findNames, isGuess, isRespelled, nameIndex, type NameHit } from '../../catalog/name-index.ts';
import { detailsAddress, rowsOf, type DetailsFile, type NamesFile } from './name-files.ts';
import type { NameRow } from './name-rows.ts';
import { json, once } from './loading.ts';
import type { TextHit } from './texts.ts';

/** What is known of a query so far. */
export interface Answer {
  names: NameHit<NameRow>[];
  texts: TextHit[];
  /** What could not be loaded. */
  missing: ('names' | 'text')[];
  /** The names are as good as they get. */
  hasAllNames: boolean;
  /** The text has been searched too. */
  hasTexts: boolean;
  /** Nothing more is coming. */
  isComplete: boolean;
}

/** What is asked for beside the query. */
export interface Wish {
  names: number;
  texts: number;
  /** Answer from the bare names while aliases and variants are still on their way. */
  early?: boolean;
  /** False where names alone will do. */
  withTexts?: boolean;
  /** Milliseconds without a newer query after which the text is worth searching. */
  pause: number;
}

const namesFile = once(() => json<NamesFile>(addresses.names));
/** Loads what the first name needs. */
export const bareNames = once(async () => nameIndex(rowsOf(await namesFile())));
/** Loads every name, alias and variant. */
export const allNames = once(async () => {
  const [names, details] = await Promise.all([namesFile(), json<DetailsFile>(detailsAddress)]);
  return nameIndex(rowsOf(names, details));
});
let hasAllNames = false;

/**
 * Answers a query step by step: names as soon as they are there, then the text.
 * Guesses wait for the text, which may know what was meant. Whoever has a newer query stops listening.
 */
export async function* answersTo(query: string, wish: Wish): AsyncGenerator<Answer> {
  const began = performance.now();
  const answer: Answer = {
    names: [],
    texts: [],
    missing: [],
    hasAllNames: false,
    hasTexts: false,
    isComplete: false,
  };
  let names: NameHit<NameRow>[] = [];
  let rows: readonly NameRow[] = [];
  try {
    let index = wish.early && !hasAllNames ? await bareNames() : await allNames();
    if (!hasAllNames && wish.early) {
      names = findNames(index, query, wish.names);
      if (names[0] && !isGuess(names[0])) yield { ...answer, names };
      index = await allNames();
    }
    hasAllNames = true;
    rows = index.rows;
    names = findNames(index, query, wish.names);
    if (!names[0] || !isGuess(names[0])) answer.names = names;
  } catch {
    answer.missing = ['names'];
    answer.names = names;
  }
  answer.hasAllNames = true;
  yield { ...answer };

  await new Promise((resolve) => setTimeout(resolve, wish.pause - (performance.now() - began)));
  try {
    const { addSummaries, findTexts } = await import('./texts.ts');
    await addSummaries(rows, names);
    if (wish.withTexts === false) return yield { ...answer, names, isComplete: true };
    const shown = new Set(names.map(({ row }) => row));
    const [first] = names;
    answer.texts = await findTexts(query, wish.texts, rows, shown);
    if (answer.texts.length === 0 && first && isRespelled(first) && !isGuess(first)) {
      answer.texts = await findTexts(first.spelling, wish.texts, rows, shown);
    }
    answer.hasTexts = true;
  } catch {
    answer.missing = [...answer.missing, 'text'];
  }
  yield { ...answer, names, isComplete: true };
}
