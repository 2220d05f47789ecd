import { isGuess, isRespelled } from '../../catalog/name-matches.ts';
import type { Answer } from './answers.ts';

/** A number of things in words: "2 models". */
export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

/** How much an answer holds, for those who hear it. */
export function announcement({ names, models, texts, missing }: Answer): string {
  const parts = [
    models && `${count(models.rows.length, 'model')}: ${models.stated.map(({ label }) => label).join(', ')}`,
    names.length > 0 && count(names.length, names[0] && isRespelled(names[0]) ? 'nearest name' : 'name'),
    texts.length > 0 && `${count(texts.length, 'page')} by text`,
  ];
  const found = parts.filter(Boolean).join(', ') || 'Nothing found';
  return missing.length > 0 ? `${found}; not everything could be searched` : found;
}

/** What is to be said besides the hits: what is missing, and where to look instead. */
export function remark(answer: Answer, query: string): string {
  const { names, models, texts, missing, hasTexts, isComplete } = answer;
  if (missing.includes('names') && missing.includes('text')) return 'The search index could not be loaded.';
  if (missing[0] === 'names') return 'The index of names could not be loaded; only the text was searched.';
  if (missing.includes('text')) return 'The text of the pages could not be searched, only the names.';
  if (missing.includes('other names'))
    return 'Aliases and names of variants could not be loaded, so not every name was searched.';
  if (models?.rows.length === 0) return 'No model is all of this.';
  if (!isComplete || texts.length > 0 || (names[0] && !isGuess(names[0]))) return '';
  if (models) {
    const isAnswered = !models.rest || models.named.length > 0;
    return isAnswered
      ? ''
      : `None of these models is called “${models.rest}”, and no text of theirs says it.`;
  }
  if (!hasTexts) return names.length > 0 ? '' : `Nothing is called “${query}”.`;
  return `Nothing is called “${query}”, and no text says it.`;
}

/** What was looked for, where no name and no text has it, and which may be proposed; else empty. */
export function unknownName({ names, models, texts, isComplete, missing }: Answer, query: string): string {
  const isFound = models || texts.length > 0 || (names[0] && !isGuess(names[0]));
  return isComplete && missing.length === 0 && !isFound ? query : '';
}
