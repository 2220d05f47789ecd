import { useEffect, useState } from 'preact/hooks';
import { Action, Choice, Controls } from '../controls.tsx';
import type { FigureDefinition, FigureProps } from '../figure.ts';
import { answers, prompt, signed } from './answers.ts';
import {
  comparisonLoss,
  descent,
  hasFiniteOptimum,
  optimum,
  penalisedLoss,
  seededStart,
  sigmoid,
  winTable,
  type Wins,
} from './bradley-terry.ts';
import { LossCurve } from './loss-curve.tsx';
import { decays, initial, mostJudgements, mostSteps, pairs, read, write, type State } from './state.ts';

/** Everything that follows from a state. */
function fitOf({ judged, steps, seed, decay }: State) {
  const wins = winTable(answers.length, judged);
  const path = descent(seededStart(answers.length, seed), wins, { rate: 1, decay, steps });
  const rewards = path.at(-1) ?? [];
  return {
    wins,
    rewards,
    losses: path.map((each) => penalisedLoss(each, wins, decay)),
    end: judged.length > 0 ? optimum(wins, decay) : undefined,
  };
}

const letterOf = (place: number): string => answers[place]?.letter ?? '';

function describe(state: State): string {
  const { wins, rewards, end } = fitOf(state);
  const order = rewards
    .map((reward, i) => ({ reward, letter: letterOf(i) }))
    .sort((a, b) => b.reward - a.reward)
    .map(({ reward, letter }) => `${letter} ${signed(reward, 2)}`);
  const counts = `${state.judged.length} ${state.judged.length === 1 ? 'comparison' : 'comparisons'}`;
  const loss = comparisonLoss(rewards, wins);
  const where = `After ${state.steps} ${state.steps === 1 ? 'step' : 'steps'} on ${counts} the scores are ${order.join(', ')}`;
  if (state.judged.length === 0) return `${where}. Nothing has been compared, so there is nothing to learn.`;
  const ending = end
    ? `training ends at ${signed(Math.max(...end), 2)} for the best and ${signed(Math.min(...end), 2)} for the worst.`
    : 'the judgements leave no finite end: without a penalty the scores drift apart for ever.';
  return `${where}, and the mean loss of a comparison is ${loss.toFixed(3)} (a coin toss: 0.693); ${ending}`;
}

/** A number line with the score as a dot and the end of training as a stroke. */
function RewardLine({ reward, end, reach }: { reward: number; end: number | undefined; reach: number }) {
  const x = (value: number): number => 70 + (62 * value) / reach;
  return (
    <svg viewBox="0 0 140 16" width="140" height="16" aria-hidden="true">
      <path class="hair" d="M8 8H132M70 3V13" />
      {end !== undefined && <path class="ink" stroke-width="1.5" d={`M${x(end).toFixed(1)} 2V14`} />}
      <circle class="preference-dot" cx={x(reward).toFixed(1)} cy="8" r="4" />
    </svg>
  );
}

function Answers({
  rewards,
  end,
  asked,
}: {
  rewards: readonly number[];
  end: readonly number[] | undefined;
  /** The two answers that the reader is asked about. */
  asked: readonly number[];
}) {
  const reach = Math.max(3, ...rewards.map(Math.abs), ...(end ?? []).map(Math.abs));
  return (
    <div>
      <p class="preference-head">
        Answers to “{prompt}” and their scores, from {signed(-reach, 1)} to {reach.toFixed(1)}. Dot: now;
        stroke: where training ends
      </p>
      <ul class="preference-answers">
        {answers.map(({ letter, text }, i) => (
          <li key={letter}>
            <b class={asked.includes(i) ? 'preference-asked' : undefined}>{letter}</b>
            <p>{text}</p>
            <RewardLine reward={rewards[i] ?? 0} end={end?.[i]} reach={reach} />
            <span class="num">
              <span class="vh">score </span>
              <span data-score={letter}>{signed(rewards[i] ?? 0, 2)}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const times = (count: number): string => (count === 0 ? 'never' : count === 1 ? 'once' : `${count} times`);

/** Who was judged better than whom, and how probable the fitted model holds it. */
function Beliefs({ wins, rewards }: { wins: Wins; rewards: readonly number[] }) {
  return (
    <div>
      <p class="preference-head">
        Row better than column. Area: how probable the model holds it; filled: judged so at least once
      </p>
      <table
        class="preference-beliefs"
        aria-label="How probable it is that the row is better than the column"
      >
        <thead>
          <tr>
            <td />
            {answers.map(({ letter }) => (
              <th scope="col" key={letter}>
                {letter}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answers.map(({ letter }, i) => (
            <tr key={letter}>
              <th scope="row">{letter}</th>
              {answers.map((other, j) => {
                if (i === j) return <td key={other.letter} />;
                const belief = sigmoid((rewards[i] ?? 0) - (rewards[j] ?? 0));
                const count = wins[i]?.[j] ?? 0;
                const side = 24 * Math.sqrt(belief);
                const corner = (14 - side / 2).toFixed(2);
                return (
                  <td key={other.letter}>
                    <svg viewBox="0 0 28 28" width="28" height="28" aria-hidden="true">
                      <rect
                        class={count > 0 ? 'preference-judged' : 'preference-believed'}
                        x={corner}
                        y={corner}
                        width={side.toFixed(2)}
                        height={side.toFixed(2)}
                      />
                    </svg>
                    {count > 1 && <small aria-hidden="true">{count}×</small>}
                    <span class="vh">
                      probability {belief.toFixed(2)}, judged so {times(count)}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Change = NonNullable<FigureProps<State, undefined>['change']>;

/** Asks which of two answers is better. */
function Question({ state, change }: { state: State; change: Change }) {
  const [left, right] = pairs[state.pair] ?? [0, 1];
  const next = (state.pair + 1) % pairs.length;
  const judge = (winner: number, loser: number) =>
    change({ judged: [...state.judged, { winner, loser }], pair: next });
  const isFull = state.judged.length >= mostJudgements;
  return (
    <div class="preference-question">
      <p>
        Which answer is better, {letterOf(left)} or {letterOf(right)}?{' '}
        {isFull && `No more than ${mostJudgements} judgements are kept.`}
      </p>
      <Controls label="Your judgement">
        <Action label={`${letterOf(left)} is better`} disabled={isFull} onClick={() => judge(left, right)} />
        <Action label={`${letterOf(right)} is better`} disabled={isFull} onClick={() => judge(right, left)} />
        <Action label="Another pair" onClick={() => change({ pair: next })} />
        <Action
          label="Take the last one back"
          disabled={state.judged.length === 0}
          onClick={() => change({ judged: state.judged.slice(0, -1) })}
        />
        <Action
          label="Forget all"
          disabled={state.judged.length === 0}
          onClick={() => change({ judged: [], steps: 0 })}
        />
      </Controls>
    </div>
  );
}

/** Trains by single steps, by twenties, or on its own until it is stopped. */
function Training({ id, state, change }: { id: string; state: State; change: Change }) {
  const [isPlaying, setPlaying] = useState(false);
  const isDone = state.steps >= mostSteps;
  useEffect(() => {
    if (!isPlaying || isDone) return;
    const timer = setTimeout(() => change({ steps: state.steps + 1 }), 120);
    return () => clearTimeout(timer);
  }, [isPlaying, isDone, state.steps]);
  // Who asked for less motion gets the steps without the film.
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const advance = (by: number) => change({ steps: Math.min(mostSteps, state.steps + by) });
  return (
    <Controls label="Training">
      <Action label="One step" disabled={isDone} onClick={() => advance(1)} />
      <Action label="20 steps" disabled={isDone} onClick={() => advance(20)} />
      {!isStill && (
        <Action
          label={isPlaying && !isDone ? 'Stop' : 'Play'}
          disabled={isDone}
          onClick={() => setPlaying(!isPlaying)}
        />
      )}
      <Action label="Back to the start" disabled={state.steps === 0} onClick={() => change({ steps: 0 })} />
      <Action label="Another start" onClick={() => change({ seed: (state.seed % 999_999) + 1, steps: 0 })} />
      <Choice
        id={`${id}-decay`}
        label="Penalty λ on large scores"
        options={decays.map((decay) => ({
          value: String(decay),
          label: decay === 0 ? 'none' : String(decay),
        }))}
        value={String(state.decay)}
        onChange={(value) => change({ decay: Number(value) })}
      />
    </Controls>
  );
}

function View({ id, state, change }: FigureProps<State, undefined>) {
  const { wins, rewards, losses, end } = fitOf(state);
  const isEndless = state.judged.length > 0 && state.decay === 0 && !hasFiniteOptimum(wins);
  return (
    <div class="preference">
      <Answers rewards={rewards} end={end} asked={change ? (pairs[state.pair] ?? []) : []} />
      {change && <Question state={state} change={change} />}
      <div class="preference-pair">
        <Beliefs wins={wins} rewards={rewards} />
        <LossCurve
          losses={losses}
          comparisons={comparisonLoss(rewards, wins)}
          end={end && penalisedLoss(end, wins, state.decay)}
          isEndless={isEndless}
        />
      </div>
      {change && <Training id={id} state={state} change={change} />}
    </div>
  );
}

const figure: FigureDefinition<State> = { initial, read, write, describe, View };
export default figure;
