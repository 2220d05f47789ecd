import { Action, Controls, Range } from '../controls.tsx';
import type { FigureDefinition } from '../figure.ts';
import { keys, meanLargestWeight, spreadAt, weightsAt, widths } from './saturation.ts';

interface State {
  width: number;
  seed: number;
}

const initial: State = { width: 64, seed: 9 };
const greatestSeed = 999;

/** The curves do not depend on the state: they are computed when first drawn. */
let curves: { width: number; spread: number; plain: number; scaled: number }[] | undefined;
function allCurves() {
  return (curves ??= widths.map((width) => ({
    width,
    spread: spreadAt(width),
    plain: meanLargestWeight(width, false),
    scaled: meanLargestWeight(width, true),
  })));
}

function Bars({ weights, label }: { weights: number[]; label: string }) {
  const height = 90;
  const step = 30;
  const greatest = Math.max(...weights);
  return (
    <svg
      viewBox={`0 0 ${keys * step + 8} ${height + 34}`}
      width={keys * step + 8}
      height={height + 34}
      role="img"
      aria-label={`${label}: ${weights.map((weight) => weight.toFixed(2)).join(', ')}`}
    >
      <text x={0} y={12} class="quiet">
        {label}
      </text>
      {weights.map((weight, index) => (
        <g key={index}>
          <rect
            class={weight === greatest ? 'bar most' : 'bar'}
            x={index * step + 2}
            y={(22 + height * (1 - weight)).toFixed(1)}
            width={step - 8}
            height={(height * weight).toFixed(1)}
          />
          <text class="label" x={index * step + 2 + (step - 8) / 2} y={height + 34} text-anchor="middle">
            {weight.toFixed(2).replace(/^0/, '')}
          </text>
        </g>
      ))}
      <path class="hair" d={`M0 ${22 + height}H${keys * step}`} />
    </svg>
  );
}

const chart = { left: 34, right: 6, top: 12, width: 290, height: 150 };
const x = (width: number) => chart.left + (Math.log2(width) / 9) * chart.width;
const y = (weight: number) => chart.top + (1 - weight) * chart.height;

function Curves({ width }: { width: number }) {
  const points = allCurves();
  const line = (of: 'plain' | 'scaled') =>
    `M${points.map((point) => `${x(point.width).toFixed(1)} ${y(point[of]).toFixed(1)}`).join('L')}`;
  const last = points.at(-1)!;
  const bottom = chart.top + chart.height;
  return (
    <svg
      viewBox={`0 0 ${chart.left + chart.width + chart.right} ${bottom + 38}`}
      width={chart.left + chart.width + chart.right}
      height={bottom + 38}
      role="img"
      aria-label="Mean largest weight against the width: it rises to one without scaling and stays level with it"
    >
      {[0, 0.5, 1].map((weight) => (
        <g key={weight}>
          <path class="hair" d={`M${chart.left} ${y(weight)}h${chart.width}`} />
          <text class="label" x={chart.left - 6} y={y(weight) + 4} text-anchor="end">
            {weight}
          </text>
        </g>
      ))}
      {widths
        .filter((_, index) => index % 3 === 0)
        .map((value) => (
          <text key={value} class="label" x={x(value)} y={bottom + 16} text-anchor="middle">
            {value}
          </text>
        ))}
      <text class="label" x={chart.left + chart.width / 2} y={bottom + 34} text-anchor="middle">
        width d
      </text>
      <path class="here-line" d={`M${x(width).toFixed(1)} ${chart.top}V${bottom}`} />
      <path class="ink plain" d={line('plain')} />
      <path class="ink" d={line('scaled')} />
      <text x={x(512)} y={y(last.plain) + 22} text-anchor="end">
        as they are
      </text>
      <text x={x(512)} y={y(last.scaled) - 8} text-anchor="end">
        divided by √d
      </text>
    </svg>
  );
}

const figure: FigureDefinition<State> = {
  initial,
  read(parameters) {
    const width = Number(parameters.get('width') ?? initial.width);
    const seed = Number(parameters.get('seed') ?? initial.seed);
    return {
      width: (widths as readonly number[]).includes(width) ? width : initial.width,
      seed: Number.isInteger(seed) && seed >= 0 && seed <= greatestSeed ? seed : initial.seed,
    };
  },
  write: ({ width, seed }) => ({
    width: width === initial.width ? undefined : String(width),
    seed: seed === initial.seed ? undefined : String(seed),
  }),
  describe({ width }) {
    const { spread, plain, scaled } = allCurves().find((point) => point.width === width)!;
    return `At width ${width} random dot products spread by ${spread.toFixed(1)} (theory: √${width} = ${Math.sqrt(width).toFixed(1)}). On average over 200 draws the largest of eight weights is ${plain.toFixed(2)} if they enter the softmax as they are, and ${scaled.toFixed(2)} if divided by √d.`;
  },
  View: ({ id, state, change }) => (
    <>
      {change && (
        <Controls>
          <Range
            id={`${id}-width`}
            label="Width d of query and keys"
            min={0}
            max={widths.length - 1}
            step={1}
            value={Math.log2(state.width)}
            text={String(state.width)}
            onChange={(exponent) => change({ width: 2 ** exponent })}
          />
          <Action
            label="Draw others"
            onClick={() => change({ seed: (state.seed + 1) % (greatestSeed + 1) })}
          />
        </Controls>
      )}
      <div class="softmax-scale">
        <div>
          <Bars weights={weightsAt(state.width, state.seed, false)} label="softmax of q · k" />
          <Bars weights={weightsAt(state.width, state.seed, true)} label="softmax of q · k / √d" />
        </div>
        <Curves width={state.width} />
      </div>
    </>
  ),
};

export default figure;
