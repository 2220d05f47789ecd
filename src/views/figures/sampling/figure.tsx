import { Action, Choice, Controls, Range } from '../controls.tsx';
import type { FigureDefinition, FigureProps } from '../figure.ts';
import { uniform } from '../random.ts';
import { entropy, filtered, pick, type Outcome } from './filters.ts';
import {
  bounds,
  count,
  draws,
  initial,
  places,
  read,
  tidy,
  write,
  type Place,
  type SamplingState,
} from './sampling-state.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function resultOf(state: SamplingState) {
  const { tokens, logits } = places[state.place];
  const outcomes = filtered(logits, state);
  const after = outcomes.map((outcome) => outcome.after);
  const next = uniform(state.seed);
  return {
    outcomes,
    kept: outcomes.filter(({ cut }) => cut === undefined).length,
    bits: [entropy(outcomes.map(({ before }) => before)), entropy(after)] as const,
    drawn: Array.from({ length: draws }, () => tokens[pick(after, next())]!),
  };
}

function describe(state: SamplingState): string {
  const { tokens, prompt } = places[state.place];
  const { outcomes, kept, bits } = resultOf(state);
  const first = outcomes.reduce(
    (best, { after }, index) => (after > outcomes[best]!.after ? index : best),
    0,
  );
  return [
    `After “${prompt}”, at temperature ${state.temperature}, top-k ${state.topK === count ? 'off' : state.topK} and top-p ${state.topP === 1 ? 'off' : state.topP}, ${kept} of ${count} tokens can be drawn.`,
    `${tokens[first]} has ${percent(outcomes[first]!.after)}, ${percent(outcomes[first]!.before)} before.`,
    `The entropy goes from ${bits[0].toFixed(2)} to ${bits[1].toFixed(2)} bits.`,
  ].join(' ');
}

/** Both shares of a token; the greatest of all tokens takes the whole width. */
function Bar({ outcome, greatest }: { outcome: Outcome; greatest: number }) {
  const width = (share: number) => ((100 * share) / greatest).toFixed(2);
  return (
    <svg class="sampling-bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      <rect class="after" x="0" y="1" width={width(outcome.after)} height="10" />
      <rect
        class="before"
        x="0"
        y="3"
        width={width(outcome.before)}
        height="6"
        vector-effect="non-scaling-stroke"
      />
    </svg>
  );
}

function View({ id, state, change }: FigureProps<SamplingState, undefined>) {
  const { tokens, prompt } = places[state.place];
  const { outcomes, kept, bits, drawn } = resultOf(state);
  const greatest = Math.max(...outcomes.flatMap(({ before, after }) => [before, after]));
  return (
    <div class="sampling">
      {change && (
        <Controls label="Place and filters">
          <Choice
            id={`${id}-place`}
            label="Place in a text"
            options={Object.entries(places).map(([value, { label }]) => ({ value, label }))}
            value={state.place}
            onChange={(place) => change({ place: place as Place })}
          />
          <Range
            id={`${id}-temperature`}
            label="1. Temperature"
            {...bounds.temperature}
            value={state.temperature}
            text={state.temperature.toFixed(2)}
            onChange={(temperature) => change({ temperature: tidy(temperature) })}
          />
          <Range
            id={`${id}-topK`}
            label="2. Top-k"
            {...bounds.topK}
            value={state.topK}
            text={state.topK === count ? 'all' : String(state.topK)}
            onChange={(topK) => change({ topK })}
          />
          <Range
            id={`${id}-topP`}
            label="3. Top-p"
            {...bounds.topP}
            value={state.topP}
            text={state.topP === 1 ? 'all' : state.topP.toFixed(2)}
            onChange={(topP) => change({ topP: tidy(topP) })}
          />
        </Controls>
      )}
      <p>
        “{prompt} …” <span class="was">Hollow: what the model says. Full: what is drawn from.</span>
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Token</th>
            <th scope="col" class="num">
              Model
            </th>
            <th scope="col" class="num">
              Drawn from
            </th>
            <th scope="col">
              <span class="vh">Bars</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token, index) => {
            const outcome = outcomes[index]!;
            return (
              <tr key={token} class={outcome.cut && 'cut'}>
                <th scope="row">{token}</th>
                <td class="num">{percent(outcome.before)}</td>
                <td class="num" data-token={token}>
                  {outcome.cut ? `cut by ${outcome.cut}` : percent(outcome.after)}
                </td>
                <td class="bars">
                  <Bar outcome={outcome} greatest={greatest} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p>
        <b data-kept>{kept}</b> of {count} tokens stay. Entropy: {bits[0].toFixed(2)} bits before,{' '}
        <b data-bits>{bits[1].toFixed(2)}</b> after.
      </p>
      <p>
        {draws} draws: {drawn.join(', ')}.
      </p>
      {change && (
        <Action
          label="Draw again"
          onClick={() => change({ seed: (state.seed + 1) % (bounds.seed.max + 1) })}
        />
      )}
    </div>
  );
}

const figure: FigureDefinition<SamplingState> = { initial, read, write, describe, View };
export default figure;
