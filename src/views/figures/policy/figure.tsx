import { Choice, Controls, Range } from '../controls.tsx';
import type { FigureDefinition, FigureProps } from '../figure.ts';
import { prompt, signed } from '../preference/answers.ts';
import { scoredAnswers } from './answer-set.ts';
import { Frontier, type FrontierPoint } from './frontier.tsx';
import { divergence, expectation, geometric, optimalPolicy, policyCurve } from './regularised-policy.ts';
import { greatestBeta, initial, leastBeta, read, rounded, write, type State, type Target } from './state.ts';

const reference = scoredAnswers.map((answer) => answer.reference);
const values: Record<Target, number[]> = {
  score: scoredAnswers.map(({ score }) => score),
  worth: scoredAnswers.map(({ worth }) => worth),
};
/** From the highest price to none, closely enough for a smooth line. */
const betas = [...geometric(1000, 0.02, 300), 0];

/** What the optimal policies of either aim reach at every price: it does not depend on the state. */
const curves: Record<Target, FrontierPoint[]> = { score: curveOf('score'), worth: curveOf('worth') };

function curveOf(target: Target): FrontierPoint[] {
  const other = target === 'score' ? 'worth' : 'score';
  return policyCurve(reference, values[target], values[other], betas).map((point) =>
    target === 'score'
      ? { divergence: point.divergence, score: point.optimised, worth: point.watched }
      : { divergence: point.divergence, score: point.watched, worth: point.optimised },
  );
}

/** Where the worth is greatest while the score is raised. */
const bestPoint = curves.score.reduce((best, point) => (point.worth > best.worth ? point : best));

function resultOf({ beta, target }: State) {
  const policy = optimalPolicy(reference, values[target], beta);
  return {
    policy,
    divergence: divergence(policy, reference),
    score: expectation(policy, values.score),
    worth: expectation(policy, values.worth),
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(share < 0.0995 ? 1 : 0)} %`;

function describe(state: State): string {
  const result = resultOf(state);
  const most = scoredAnswers
    .map(({ letter }, i) => ({ letter, share: result.policy[i] ?? 0 }))
    .sort((a, b) => b.share - a.share);
  const [first, second] = most;
  const aim = state.target === 'score' ? 'score of the reward model' : 'worth to the judge';
  const opening = `At β = ${state.beta} the best policy for the ${aim} is ${result.divergence.toFixed(2)} nats from the reference.`;
  const means = `Its expected score is ${signed(result.score, 2)}, its expected worth ${signed(result.worth, 2)}.`;
  const top = `It answers ${first?.letter} with ${percent(first?.share ?? 0)} and ${second?.letter} with ${percent(second?.share ?? 0)}.`;
  return [opening, means, top].join(' ');
}

function Bar({ share, kind }: { share: number; kind: 'reference' | 'policy' }) {
  return (
    <svg class={`policy-bar ${kind}`} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect x="0" y="1" width={(100 * share).toFixed(2)} height="8" vector-effect="non-scaling-stroke" />
    </svg>
  );
}

function Answers({ policy }: { policy: readonly number[] }) {
  return (
    <div>
      <p class="policy-head">Answers to “{prompt}”. Hollow bars: the reference; filled bars: the policy</p>
      <ul class="policy-answers">
        {scoredAnswers.map((answer, i) => (
          <li key={answer.letter}>
            <b>{answer.letter}</b>
            <p>
              {answer.text}{' '}
              <span class="policy-values">
                score {signed(answer.score, 1)}, worth {signed(answer.worth, 1)}
              </span>
            </p>
            <div class="policy-bars">
              <Bar share={answer.reference} kind="reference" />
              <span>
                <span class="vh">reference </span>
                {percent(answer.reference)}
              </span>
              <Bar share={policy[i] ?? 0} kind="policy" />
              <span data-policy={answer.letter}>
                <span class="vh">policy </span>
                {percent(policy[i] ?? 0)}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function View({ id, state, change }: FigureProps<State, undefined>) {
  const result = resultOf(state);
  return (
    <div class="policy">
      {change && (
        <Controls label="Price and aim">
          <Range
            id={`${id}-beta`}
            label="β, the price of a nat of divergence"
            min={Math.log10(leastBeta)}
            max={Math.log10(greatestBeta)}
            step={0.01}
            value={Math.log10(state.beta)}
            text={String(state.beta)}
            onChange={(exponent) => change({ beta: rounded(10 ** exponent) })}
          />
          <Choice
            id={`${id}-target`}
            label="The policy is made to raise"
            options={[
              { value: 'score', label: 'the score of the reward model' },
              { value: 'worth', label: 'the worth to the judge' },
            ]}
            value={state.target}
            onChange={(target) => change({ target: target === 'worth' ? 'worth' : 'score' })}
          />
        </Controls>
      )}
      <div class="policy-pair">
        <Answers policy={result.policy} />
        <div>
          <dl class="policy-result">
            <div>
              <dt>divergence</dt>
              <dd data-divergence>{result.divergence.toFixed(2)}</dd>
            </div>
            <div>
              <dt>expected score</dt>
              <dd data-score>{signed(result.score, 2)}</dd>
            </div>
            <div>
              <dt>expected worth</dt>
              <dd data-worth>{signed(result.worth, 2)}</dd>
            </div>
          </dl>
          <Frontier
            curve={curves[state.target]}
            now={result}
            best={state.target === 'score' ? bestPoint : undefined}
          />
        </div>
      </div>
    </div>
  );
}

const figure: FigureDefinition<State> = { initial, read, write, describe, View };
export default figure;
