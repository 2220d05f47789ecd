import { findNames } from '../../catalog/find-names.ts';
import type { NameIndex } from '../../catalog/name-index.ts';
import { isGuess, isRespelled, type NameHit } from '../../catalog/name-matches.ts';
import { allNames, bareNames } from './loaded-names.ts';
import type { NameRow } from './name-rows.ts';
import type { StatedModels } from './stated.ts';
import type { TextHit } from './texts.ts';

/** What is known of a query so far. */
export interface Answer {
  names: NameHit<NameRow>[];
  /** What the query states of models, where it does. */
  models: StatedModels | undefined;
  texts: TextHit[];
  /** What could not be loaded. */
  missing: ('names' | 'other names' | 'text')[];
  /** The text has been searched too. */
  hasTexts: boolean;
  /** Nothing more is coming. */
  isComplete: boolean;
}

/** What is asked for beside the query. */
export interface Wish {
  names: number;
  texts: number;
  /** Of one page, so many sections. */
  sections: number;
  /** False where names alone will do. */
  withTexts?: boolean;
  /** Milliseconds without a newer query after which the text is worth searching. */
  pause: number;
}

/** Of names found beside what a query states, those that are spelled as the whole of it. */
function asTyped(names: readonly NameHit<NameRow>[]): NameHit<NameRow>[] {
  return names.filter(({ how }) => how === 'start' || how === 'word' || how === 'all words');
}

/**
 * Answers a query step by step: names as soon as they are there, then the text.
 * Guesses wait for the text, which may know what was meant. Whoever has a newer query stops listening.
 */
export async function* answersTo(query: string, wish: Wish): AsyncGenerator<Answer> {
  const began = performance.now();
  const answer: Answer = {
    names: [],
    models: undefined,
    texts: [],
    missing: [],
    hasTexts: false,
    isComplete: false,
  };
  let names: NameHit<NameRow>[] = [];
  let index: NameIndex<NameRow> | undefined;
  try {
    index = await allNames().catch(() => {
      answer.missing = ['other names'];
      return bareNames();
    });
    names = findNames(index, query, wish.names);
    if (!names[0] || !isGuess(names[0])) answer.names = names;
  } catch {
    answer.missing = ['names'];
  }
  yield { ...answer };

  if (index && wish.withTexts !== false) {
    try {
      const { statedModels } = await import('./stated.ts');
      answer.models = await statedModels(query, index);
    } catch {
      // Names and text are found without what follows from the facts.
    }
    if (answer.models) {
      answer.names = names = asTyped(names);
      yield { ...answer };
    }
  }

  await new Promise((resolve) => setTimeout(resolve, wish.pause - (performance.now() - began)));
  try {
    const { addSummaries, findTexts } = await import('./texts.ts');
    const { models } = answer;
    const rows = index?.rows ?? [];
    const listed = models ? listedModels(models, wish.names) : [];
    await addSummaries(rows, [...names, ...listed]);
    if (wish.withTexts === false) return yield { ...answer, names, isComplete: true };
    const shown = new Set([...names, ...listed].map(({ row }) => row));
    const isWanted = (row: NameRow | undefined) =>
      !row || (!shown.has(row) && (!models || (models.rest !== '' && models.rows.includes(row))));
    const [first] = names;
    const text = models?.rest || query;
    answer.texts = await findTexts(text, wish.texts, wish.sections, rows, isWanted);
    if (answer.texts.length === 0 && !models && first && isRespelled(first) && !isGuess(first)) {
      answer.texts = await findTexts(first.spelling, wish.texts, wish.sections, rows, isWanted);
    }
    answer.hasTexts = true;
  } catch {
    answer.missing = [...answer.missing, 'text'];
  }
  yield { ...answer, names, isComplete: true };
}

/** The first of the models of which is true what is stated: those that the rest names, else all. */
export function listedModels(
  { rest, named, rows }: StatedModels,
  limit: number,
): { row: NameRow; hit?: NameHit<NameRow> }[] {
  if (rest && named.length > 0) return named.slice(0, limit).map((hit) => ({ row: hit.row, hit }));
  return rows.slice(0, limit).map((row) => ({ row }));
}
