import type { FigureDefinition } from '../figure.ts';
import { Choice, Controls, TextField, Toggle } from '../controls.tsx';
import { attention, splitHeads, type Head, type Matrix } from './attention.ts';
import { initial, read, tokensOf, write, type AttentionState } from './attention-state.ts';
import { Trace } from './trace.tsx';
import { Vectors } from './vectors.tsx';
import { Weights } from './weights.tsx';

/** The matrices of the head that is shown, cut to the words there are. */
function shownHead(state: AttentionState): { q: Matrix; k: Matrix; v: Matrix; head: Head } {
  const count = tokensOf(state.words).length;
  const [q, k, v] = [state.q, state.k, state.v].map(
    (matrix) => splitHeads(matrix.slice(0, count), state.heads)[state.head]!,
  ) as [Matrix, Matrix, Matrix];
  return { q, k, v, head: attention(q, k, v, state) };
}

function describe(state: AttentionState): string {
  const tokens = tokensOf(state.words);
  const { head } = shownHead(state);
  const weights = head.weights[state.row]!;
  const most = weights.indexOf(Math.max(...weights));
  const where = state.heads === 1 ? '' : ` In head ${state.head + 1} of 2,`;
  const output = head.output[state.row]!.map((value) => value.toFixed(2)).join(', ');
  return `${where} “${tokens[state.row]}” reads “${tokens[most]}” most, with weight ${weights[most]!.toFixed(2)}; its output is (${output}). ${state.scaled ? 'Scores are divided by the root of the width' : 'Scores are not scaled'}, ${state.causal ? 'and a causal mask hides later words' : 'and no mask is set'}.`.trim();
}

const figure: FigureDefinition<AttentionState> = {
  initial,
  read,
  write,
  describe,
  View({ id, state, change }) {
    const tokens = tokensOf(state.words);
    const { q, k, v, head } = shownHead(state);
    return (
      <div class="attention-hand">
        {change && (
          <Controls>
            <TextField
              id={`${id}-words`}
              label="Sentence, two to four words"
              value={state.words}
              maxLength={60}
              onChange={(words) => {
                const count = tokensOf(words).length;
                if (count >= 2) change({ words, row: Math.min(state.row, count - 1) });
              }}
            />
            <Choice
              id={`${id}-row`}
              label="Follow the query of"
              options={tokens.map((label, index) => ({ value: String(index), label }))}
              value={String(state.row)}
              onChange={(row) => change({ row: Number(row) })}
            />
            <Toggle
              id={`${id}-scaled`}
              label="Divide by √d"
              checked={state.scaled}
              onChange={(scaled) => change({ scaled })}
            />
            <Toggle
              id={`${id}-causal`}
              label="Causal mask"
              checked={state.causal}
              onChange={(causal) => change({ causal })}
            />
            <Choice
              id={`${id}-heads`}
              label="Heads"
              options={[
                { value: '1', label: 'one, 4 wide' },
                { value: '2', label: 'two, 2 wide each' },
              ]}
              value={String(state.heads)}
              onChange={(heads) => change({ heads: Number(heads), head: 0 })}
            />
            {state.heads === 2 && (
              <Choice
                id={`${id}-head`}
                label="Show head"
                options={[
                  { value: '0', label: '1' },
                  { value: '1', label: '2' },
                ]}
                value={String(state.head)}
                onChange={(index) => change({ head: Number(index) })}
              />
            )}
          </Controls>
        )}
        <Vectors id={id} tokens={tokens} state={state} change={change} />
        <div class="attention-work">
          <Weights
            tokens={tokens}
            weights={head.weights}
            causal={state.causal}
            row={state.row}
            choose={change && ((row) => change({ row }))}
          />
          <Trace tokens={tokens} q={q} k={k} v={v} head={head} row={state.row} scaled={state.scaled} />
        </div>
      </div>
    );
  },
};

export default figure;
