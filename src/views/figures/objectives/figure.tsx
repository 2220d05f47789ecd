import type { FigureDefinition } from '../figure.ts';
import { Action, Choice, Controls, NumberField, Pick, TextField, Toggle } from '../controls.tsx';
import { sortedMask, type Mask } from '../masks/masks.ts';
import { type Noise } from './denoising.ts';
import { lossesOf, plural, readsOf, type Example } from './example.ts';
import { exampleOf } from './examples.ts';
import { knownObjectives, type KnownObjective } from './known.ts';
import { MaskView } from './mask-view.tsx';
import { highestSeed, initial, read, write, type ObjectivesState } from './objectives-state.ts';
import { Columns, Source } from './tokens-view.tsx';
import { mostLetters, mostTokens, tokensOf } from './tokens.ts';

/** The names of the objectives in the catalog. */
type Labels = Record<KnownObjective, string>;

const noiseLabels: Record<Noise, string> = {
  'infill-shuffle': 'infill and shuffle, as BART',
  infill: 'infill spans',
  shuffle: 'shuffle sentences',
  delete: 'delete tokens',
};

/** What the matrix shows, by the shape it has. */
const maskLabels: Record<KnownObjective, string> = {
  lm: 'The mask: each position reads those on one side',
  clm: 'The mask: each position reads itself and those before it',
  'causal-masking': 'The mask: each position reads itself and those before it',
  'prefix-lm': 'The mask: the prefix is read both ways, the rest from left to right',
  mlm: 'The mask: every position reads every other',
  plm: 'The mask: each position reads those of lower number, not itself',
  dae: 'The mask: the encoder both ways, the decoder all of the encoder and itself from left to right',
  'span-corruption':
    'The mask: the encoder both ways, the decoder all of the encoder and itself from left to right',
  rtd: 'The mask: every position reads every other',
  nsp: 'The mask: every position reads every other',
};

const nothing = 'Type a word or more: an empty text has nothing to predict.';

function share(part: number, whole: number): string {
  return `${Math.round((100 * part) / whole)} %`;
}

/** The mask as it is shown: in the order of the text, or of prediction. */
function shownMask({ mask, columns }: Example, isSorted: boolean): Mask {
  if (!isSorted || columns.some(({ order }) => order === undefined)) return mask;
  const order = columns.map((_, position) => position);
  return sortedMask(
    mask,
    order.sort((a, b) => columns[a]!.order! - columns[b]!.order!),
  );
}

function Comparison({ state, tokens, labels }: { state: ObjectivesState; tokens: string[]; labels: Labels }) {
  return (
    <table class="objectives-table">
      <caption>The same text under each objective, with this seed</caption>
      <thead>
        <tr>
          <th scope="col">Objective</th>
          <th scope="col" class="num">
            read
          </th>
          <th scope="col" class="num">
            loss at
          </th>
          <th scope="col" class="num">
            share
          </th>
        </tr>
      </thead>
      <tbody>
        {knownObjectives.map((objective) => {
          const example = exampleOf(tokens, objective, state.seed, state);
          const [reads, losses] = [readsOf(example), lossesOf(example)];
          return (
            <tr key={objective} class={objective === state.objective ? 'on' : undefined}>
              <th scope="row">{labels[objective]}</th>
              <td class="num">{reads}</td>
              <td class="num">{losses}</td>
              <td class="num">{share(losses, reads)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const figure: FigureDefinition<ObjectivesState, Labels> = {
  initial,
  read,
  write,
  data: ({ objectives }) =>
    Object.fromEntries(knownObjectives.map((slug) => [slug, objectives.get(slug)?.label ?? slug])) as Labels,
  describe(state, labels) {
    const tokens = tokensOf(state.text);
    if (tokens.length === 0) return nothing;
    const example = exampleOf(tokens, state.objective, state.seed, state);
    const losses = lossesOf(example);
    return `${labels[state.objective]} on ${plural(tokens.length, 'token')}. ${example.told} The loss is taken at ${plural(losses, 'position')} of the ${readsOf(example)} that are read.`;
  },
  View({ id, state, data: labels, change }) {
    const tokens = tokensOf(state.text);
    const example = tokens.length > 0 ? exampleOf(tokens, state.objective, state.seed, state) : undefined;
    return (
      <div class="objectives">
        {change && (
          <Controls>
            <Pick
              id={`${id}-objective`}
              label="Objective"
              options={knownObjectives.map((value) => ({ value, label: labels[value] }))}
              value={state.objective}
              onChange={(objective) => change({ objective: objective as KnownObjective })}
            />
            <NumberField
              id={`${id}-seed`}
              label="Seed"
              value={state.seed}
              min={0}
              max={highestSeed}
              step={1}
              onChange={(seed) => change({ seed })}
            />
            <Action
              label="Draw again"
              onClick={() => change({ seed: (state.seed + 1) % (highestSeed + 1) })}
            />
            <TextField
              id={`${id}-text`}
              label={`Text, one or two sentences, at most ${mostTokens} words and signs`}
              value={state.text}
              maxLength={mostLetters}
              onChange={(text) => change({ text })}
            />
            {state.objective === 'lm' && (
              <Choice
                id={`${id}-direction`}
                label="Direction"
                options={[
                  { value: 'forward', label: 'from the beginning' },
                  { value: 'backward', label: 'from the end' },
                ]}
                value={state.isBackward ? 'backward' : 'forward'}
                onChange={(direction) => change({ isBackward: direction === 'backward' })}
              />
            )}
            {state.objective === 'plm' && (
              <Toggle
                id={`${id}-sorted`}
                label="Mask in the order of the numbers"
                checked={state.isSorted}
                onChange={(isSorted) => change({ isSorted })}
              />
            )}
            {state.objective === 'dae' && (
              <Choice
                id={`${id}-noise`}
                label="Damage"
                options={Object.entries(noiseLabels).map(([value, label]) => ({ value, label }))}
                value={state.noise}
                onChange={(noise) => change({ noise: noise as Noise })}
              />
            )}
          </Controls>
        )}
        {example ? (
          <div class="objectives-work">
            <div class="objectives-text">
              {example.source.length > 0 && (
                <>
                  <p class="objectives-head">The encoder reads</p>
                  <Source pieces={example.source} />
                </>
              )}
              <p class="objectives-head">
                {example.source.length > 0 ? 'The decoder reads' : 'Read'}; below, where the loss is taken,{' '}
                <span class="objectives-piece said">what it should say</span>
                {example.columns.some(({ read }) => read.kind === 'replaced') && (
                  <>
                    ; <span class="objectives-piece replaced">in italics</span> what is not of the text
                  </>
                )}
              </p>
              <Columns columns={example.columns} />
            </div>
            <div class="objectives-mask-block">
              <MaskView
                mask={shownMask(example, state.isSorted)}
                border={example.border}
                label={maskLabels[state.objective]}
              />
              <p>{maskLabels[state.objective]}. Rows read, columns are read.</p>
            </div>
            <Comparison state={state} tokens={tokens} labels={labels} />
          </div>
        ) : (
          <p class="objectives-nothing">{nothing}</p>
        )}
      </div>
    );
  },
};

export default figure;
