import { Action, Controls, Range, TextField } from '../controls.tsx';
import type { FigureDefinition, FigureProps } from '../figure.ts';
import { applyTo, cutText, end, learn, mergeAll, pairsOf, type CutWord, type Pair } from './bpe.ts';
import {
  cleanText,
  cleanWord,
  initial,
  longestText,
  longestWord,
  mostMerges,
  read,
  write,
  type MergesState,
} from './merges-state.ts';

const shownPairs = 6;

/** What the state amounts to: the words as they are now, the merges made, and what they make of the reader's word. */
function resultOf(state: MergesState) {
  const start = cutText(state.text);
  const all = learn(start, mostMerges);
  const made = all.slice(0, state.merges);
  const words = made.reduce<CutWord[]>(mergeAll, start);
  const characters = new Set(start.flatMap(({ symbols }) => symbols));
  const applied = applyTo(state.word, made);
  return {
    available: all.length,
    made,
    words,
    characters,
    // Sorting is stable: pairs of equal count keep the order of the text, and the first of all is merged next.
    pairs: pairsOf(words).toSorted((a, b) => b.count - a.count),
    tokens: words.reduce((sum, { symbols, count }) => sum + symbols.length * count, 0),
    runs: words.reduce((sum, { count }) => sum + count, 0),
    applied,
    pieces: applied.at(-1)?.symbols ?? [...state.word, end],
    unknown: [...new Set(state.word)].filter((character) => !characters.has(character)),
  };
}

const plural = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

function describe(state: MergesState): string {
  const { made, characters, tokens, runs, pairs, pieces, unknown } = resultOf(state);
  const next = pairs[0];
  return [
    `After ${plural(made.length, 'merge')} the vocabulary has ${characters.size} + ${made.length} = ${characters.size + made.length} symbols, and ${tokens} of them write the ${plural(runs, 'word')} of the text.`,
    next && made.length < mostMerges
      ? `Next, ${next.left} and ${next.right} would be joined, side by side ${next.count} times.`
      : 'There is nothing left to join.',
    `${state.word} becomes ${pieces.join(' ')}.`,
    ...(unknown.length > 0 ? [`The text has no ${unknown.join(' ')}.`] : []),
  ].join(' ');
}

function Symbols({ symbols, isNew }: { symbols: readonly string[]; isNew?: string | undefined }) {
  return (
    <span class="merges-symbols">
      {symbols.map((symbol, at) => (
        <>
          {at > 0 && ' '}
          <span key={at} class={symbol === isNew ? 'newest' : undefined}>
            {symbol}
          </span>
        </>
      ))}
    </span>
  );
}

function Pairs({ pairs, isOver }: { pairs: readonly Pair[]; isOver: boolean }) {
  return (
    <div>
      <h3>Pairs, most frequent first</h3>
      {pairs.length === 0 || isOver ? (
        <p>Nothing left to join.</p>
      ) : (
        <ol class="merges-pairs">
          {pairs.slice(0, shownPairs).map(({ left, right, count }, at) => (
            <li key={at}>
              <Symbols symbols={[left, right]} /> <span>{count}</span>
              {at === 0 && <em> next</em>}
            </li>
          ))}
        </ol>
      )}
      {pairs.length > shownPairs && <p class="merges-more">and {pairs.length - shownPairs} more</p>}
    </div>
  );
}

function View({ id, state, change }: FigureProps<MergesState, undefined>) {
  const { available, made, words, pairs, characters, tokens, applied, pieces, unknown } = resultOf(state);
  const newest = made.at(-1);
  const joined = newest && newest.left + newest.right;
  return (
    <div class="merges">
      {change && (
        <Controls label="Text and merges">
          <TextField
            id={`${id}-text`}
            label="Text to learn from"
            value={state.text}
            maxLength={longestText}
            onChange={(text) => change({ text: cleanText(text) })}
          />
          <Range
            id={`${id}-merges`}
            label="Merges"
            min={0}
            max={available}
            step={1}
            value={made.length}
            text={`${made.length} of ${available}`}
            onChange={(merges) => change({ merges })}
          />
          <Action
            label="Next merge"
            disabled={made.length >= available}
            onClick={() => change({ merges: made.length + 1 })}
          />
        </Controls>
      )}
      <div class="merges-columns">
        <div>
          <h3>Words, and how often</h3>
          <ul class="merges-words">
            {words.map(({ symbols, count }, at) => (
              <li key={at}>
                <Symbols symbols={symbols} isNew={joined} /> <span>{count}</span>
              </li>
            ))}
          </ul>
        </div>
        <Pairs pairs={pairs} isOver={made.length >= available} />
        <div>
          <h3>Vocabulary</h3>
          <p>
            {characters.size} characters with the mark + {plural(made.length, 'merge')} ={' '}
            <b data-vocabulary>{characters.size + made.length}</b>
          </p>
          <p>
            <b data-tokens>{tokens}</b> tokens for the text
          </p>
          <ol class="merges-made">
            {made.map(({ left, right }, at) => (
              <li key={at} class={at === made.length - 1 ? 'newest' : undefined}>
                {left + right}
              </li>
            ))}
          </ol>
        </div>
      </div>
      <div class="merges-apply">
        {change && (
          <Controls label="A word">
            <TextField
              id={`${id}-word`}
              label="A word to cut with these merges"
              value={state.word}
              maxLength={longestWord}
              onChange={(word) => change({ word: cleanWord(word) })}
            />
          </Controls>
        )}
        <p>
          <Symbols symbols={[...state.word, end]} />
          {applied.map(({ number, symbols, pair }) => (
            <span key={number} class="merges-stage">
              {' '}
              <span class="was">merge {number}:</span>{' '}
              <Symbols symbols={symbols} isNew={pair.left + pair.right} />
            </span>
          ))}
        </p>
        <p>
          <b data-pieces>{pieces.join(' ')}</b>: {plural(pieces.length, 'token')}
          {unknown.length > 0 && `; the text has no ${unknown.join(' ')}, so the vocabulary has none either`}.
        </p>
      </div>
    </div>
  );
}

const figure: FigureDefinition<MergesState> = { initial, read, write, describe, View };
export default figure;
