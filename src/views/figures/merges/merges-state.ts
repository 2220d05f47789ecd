import { end } from './bpe.ts';

/** What the reader has typed and how far the merging has gone. */
export interface MergesState {
  text: string;
  /** May be more than the text has merges; then all are made. */
  merges: number;
  word: string;
}

export const longestText = 240;
export const longestWord = 24;
/** More merges than this are not made. */
export const mostMerges = 60;

/** The dictionary of Algorithm 1 of Sennrich et al. 2016, written out as a text. */
export const initial: MergesState = {
  text: 'low low low low low lower lower newest newest newest newest newest newest widest widest widest',
  merges: 5,
  word: 'lowest',
};

export const cleanText = (text: string): string => text.replaceAll(end, '').slice(0, longestText);
/** A word holds no white space. */
export const cleanWord = (word: string): string =>
  word.replaceAll(end, '').replaceAll(/\s/gu, '').slice(0, longestWord);

export function read(parameters: URLSearchParams): MergesState {
  const text = cleanText(parameters.get('text') ?? '');
  const word = cleanWord(parameters.get('word') ?? '');
  const merges = parameters.get('merges') ?? '';
  return {
    text: text.trim() === '' ? initial.text : text,
    merges: /^\d{1,2}$/.test(merges) && Number(merges) <= mostMerges ? Number(merges) : initial.merges,
    word: word === '' ? initial.word : word,
  };
}

export function write(state: MergesState): Record<string, string | undefined> {
  return {
    text: state.text === initial.text || state.text.trim() === '' ? undefined : state.text,
    merges: state.merges === initial.merges ? undefined : String(state.merges),
    word: state.word === initial.word || state.word === '' ? undefined : state.word,
  };
}
