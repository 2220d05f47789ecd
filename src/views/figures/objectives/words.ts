import type { Stream } from '../random.ts';
import { below, oneOf } from './draw.ts';

/** The vocabulary of the figure, in classes. A model's vocabulary has tens of thousands of pieces of words. */
const classes: readonly (readonly string[])[] = [
  ['the', 'a', 'this', 'that', 'every', 'no', 'some', 'his', 'her', 'their', 'our', 'my'],
  ['in', 'on', 'at', 'by', 'from', 'with', 'under', 'over', 'before', 'after', 'near', 'of', 'to', 'for'],
  ['and', 'but', 'or', 'so', 'yet', 'because', 'while', 'if', 'when', 'as'],
  ['it', 'he', 'she', 'they', 'we', 'you', 'nobody', 'somebody', 'everybody', 'i'],
  ['was', 'is', 'had', 'has', 'were', 'are', 'would', 'could', 'will', 'can', 'must', 'did'],
  [
    ...[
      'ship',
      'harbour',
      'dawn',
      'quay',
      'noon',
      'fog',
      'sea',
      'cat',
      'dog',
      'mat',
      'house',
      'river',
      'city',
    ],
    ...[
      'road',
      'garden',
      'letter',
      'king',
      'school',
      'winter',
      'bread',
      'lamp',
      'forest',
      'train',
      'machine',
    ],
  ],
  [
    ...['left', 'saw', 'lifted', 'sat', 'slept', 'ran', 'found', 'opened', 'lost', 'went', 'came', 'made'],
    ...[
      'reached',
      'kept',
      'watched',
      'heard',
      'read',
      'built',
      'crossed',
      'go',
      'see',
      'find',
      'keep',
      'leave',
    ],
  ],
  ['old', 'empty', 'small', 'great', 'cold', 'red', 'quiet', 'new', 'dark', 'heavy', 'young', 'last'],
  ['.', ',', ';', ':', '!', '?'],
];

export const vocabulary: readonly string[] = classes.flat();
const open = classes.slice(5, 8).flat();

function likeCase(model: string, word: string): string {
  const first = [...model][0]!;
  return first !== first.toLowerCase() && first === first.toUpperCase()
    ? word[0]!.toUpperCase() + word.slice(1)
    : word;
}

/** Any word of the vocabulary. */
export function randomWord(next: Stream): string {
  return vocabulary[below(next, vocabulary.length)]!;
}

/**
 * What the toy generator puts in place of a token: a word of the same class, which may be the same word, or for a
 * word that it does not know any noun, verb or adjective. It does not look at the words around, as a model would.
 */
export function toyProposal(next: Stream, token: string): string {
  const own = classes.find((words) => words.includes(token.toLowerCase()));
  return likeCase(token, oneOf(next, own ?? open));
}

/** Sentences from another document, for pairs that do not belong together. */
export const elsewhere: readonly string[] = [
  'Whales are mammals and breathe air.',
  'The recipe asks for three eggs and a little salt.',
  'In 1905 the town had two railway stations.',
  'A triangle has three sides and three angles.',
  'The orchestra tuned its instruments once more.',
];
