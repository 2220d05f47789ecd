import { fullMask } from '../masks/masks.ts';
import type { Stream } from '../random.ts';
import { below, oneOf } from './draw.ts';
import { piece, special, type Column, type Example } from './example.ts';
import { sentencesOf, tokensOf } from './tokens.ts';
import { elsewhere } from './words.ts';

/**
 * Next sentence prediction as in BERT: the text is cut between two of its sentences, and in half of the draws the
 * second part is replaced by a sentence from elsewhere. A text of one sentence has no next one, so it always gets a
 * sentence from elsewhere.
 */
export function paired(tokens: readonly string[], next: Stream): Example {
  const sentences = sentencesOf(tokens);
  const cut = 1 + (sentences.length > 2 ? below(next, sentences.length - 1) : 0);
  const isNext = sentences.length > 1 && next() < 0.5;
  const first = sentences.slice(0, cut).flat();
  const second = isNext ? sentences.slice(cut).flat() : tokensOf(oneOf(next, elsewhere));
  const read = (text: string): Column => ({ read: isNext ? piece(text) : { text, kind: 'replaced' } });
  const columns: Column[] = [
    { read: special('[CLS]'), say: { text: isNext ? 'IsNext' : 'NotNext', kind: 'answer' } },
    ...first.map((text) => ({ read: piece(text) })),
    { read: special('[SEP]') },
    ...second.map(read),
    { read: special('[SEP]') },
  ];
  const told =
    sentences.length === 1
      ? 'The text is a single sentence, so no next one could be taken from it: the second comes from elsewhere.'
      : isNext
        ? 'The second segment is the one that follows in the text.'
        : 'The second segment was taken from elsewhere.';
  return { source: [], columns, mask: fullMask(columns.length), told };
}
