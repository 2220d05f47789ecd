import { Action, Controls, Range } from '../controls.tsx';
import type { FigureDefinition, FigureProps } from '../figure.ts';
import { balanceLoss, capacityOf, loads, randomLogits, route, type Routed } from './router.ts';
import { bounds, experts, initial, read, tokens, write, type RoutingState } from './routing-state.ts';

const cell = 18;

function resultOf({ favour, factor, seed }: RoutingState) {
  const capacity = capacityOf(tokens, experts, factor);
  const routed = route(randomLogits(tokens, experts, favour, seed), capacity);
  const load = loads(routed, experts);
  return {
    capacity,
    routed,
    load,
    loss: balanceLoss(load),
    dropped: routed.filter((token) => token.dropped).length,
  };
}

function describe(state: RoutingState): string {
  const { capacity, routed, loss, dropped } = resultOf(state);
  const sent = Array.from(
    { length: experts },
    (_, index) => routed.filter(({ expert }) => expert === index).length,
  );
  return `Of ${tokens} tokens the router sends ${sent.slice(0, -1).join(', ')} and ${sent.at(-1)} to the four experts. Each has room for ${capacity}: ${dropped === 1 ? '1 token goes' : `${dropped} tokens go`} past. The balancing loss, without its coefficient, is ${loss.toFixed(3)}; even load gives 1.`;
}

/** One expert: a square for each token, its area the router's probability; full where the token is sent. */
function Expert({ index, routed }: { index: number; routed: readonly Routed[] }) {
  return (
    <svg viewBox={`0 0 ${tokens * cell} ${cell}`} width={tokens * cell} height={cell} aria-hidden="true">
      {routed.map(({ probabilities, expert, dropped }, token) => {
        const side = Math.sqrt(probabilities[index]!) * (cell - 3);
        const [x, y] = [(token + 0.5) * cell, cell / 2];
        const kind = expert !== index ? 'asked' : dropped ? 'dropped' : 'sent';
        return (
          <g key={token} class={kind}>
            <rect
              x={(x - side / 2).toFixed(1)}
              y={(y - side / 2).toFixed(1)}
              width={side.toFixed(1)}
              height={side.toFixed(1)}
            />
            {kind === 'dropped' && <path d={`M${x - 7} ${y + 7}L${x + 7} ${y - 7}`} />}
          </g>
        );
      })}
    </svg>
  );
}

function View({ id, state, change }: FigureProps<RoutingState, undefined>) {
  const { capacity, routed, load, loss, dropped } = resultOf(state);
  return (
    <div class="routing">
      {change && (
        <Controls label="Router and room">
          <Range
            id={`${id}-favour`}
            label="How much the router favours expert 1"
            {...bounds.favour}
            value={state.favour}
            onChange={(favour) => change({ favour })}
          />
          <Range
            id={`${id}-factor`}
            label="Capacity factor"
            {...bounds.factor}
            value={state.factor}
            text={`${state.factor}: room for ${capacity}`}
            onChange={(factor) => change({ factor })}
          />
          <Action
            label="Other tokens"
            onClick={() => change({ seed: (state.seed + 1) % (bounds.seed.max + 1) })}
          />
        </Controls>
      )}
      <ol>
        {load.f.map((f, index) => {
          const own = routed.filter(({ expert }) => expert === index);
          const past = own.filter((token) => token.dropped).length;
          return (
            <li key={index}>
              <Expert index={index} routed={routed} />
              <span>
                <b>Expert {index + 1}</b>: {own.length} sent, {past} past it; f = {f.toFixed(3)}, P ={' '}
                {load.p[index]!.toFixed(3)}
              </span>
            </li>
          );
        })}
      </ol>
      <p>
        Dropped: <b data-dropped>{dropped}</b> of {tokens}. Balancing loss: 4 · Σ f P ={' '}
        <b data-loss>{loss.toFixed(3)}</b>
      </p>
    </div>
  );
}

const figure: FigureDefinition<RoutingState> = { initial, read, write, describe, View };
export default figure;
