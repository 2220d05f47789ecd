import { Action, Choice, Controls, Range } from '../controls.tsx';
import type { FigureDefinition, FigureProps } from '../figure.ts';
import { changed, numberOf, wordOf } from '../diffusion/parameters.ts';
import { until } from '../diffusion/paths.ts';
import { PlayTime } from '../diffusion/play-time.tsx';
import { Readings } from '../diffusion/readings.tsx';
import { alphaBarAt, totalSteps } from '../diffusion/schedule.ts';
import {
  cellMiddles,
  counted,
  densities,
  drawn,
  lowerShareOf,
  pathsOf,
  reach,
  scores,
  type Question,
  type Way,
} from './line.ts';

interface State extends Question {
  time: number;
}

const ways: { value: Way; label: string }[] = [
  { value: 'forward', label: 'forward' },
  { value: 'ddpm', label: 'back, DDPM' },
  { value: 'ddim', label: 'back, DDIM' },
];
const stepCounts = [5, 10, 20, 50, 100];

const initial: State = { time: 100, way: 'ddim', steps: 50, seed: 3 };

// The picture of the density: time to the right, x upwards, in cells of 12 units.
const cell = 12;
const columns = 40;
const rows = 28;
const left = 30;
const top = 8;
const width = columns * cell;
const height = rows * cell;

const right = (time: number) => left + (time / totalSteps) * width;
/** What lies beyond the picture is drawn on its edge. */
const up = (x: number) => top + Math.min(1, Math.max(0, (reach - x) / (2 * reach))) * height;
const short = (value: number) => String(Math.round(value * 10) / 10);

/** Squares whose areas are the densities, the largest filling its cell. They never change. */
const squares = (() => {
  const tables = Array.from({ length: columns }, (_, column) =>
    densities(Math.round(((column + 0.5) * totalSteps) / columns), rows),
  );
  const largest = Math.max(...tables.flat());
  return tables
    .flatMap((table, column) =>
      table.map((density, row) => {
        const side = cell * Math.sqrt(density / largest);
        if (side < 1) return '';
        const x = left + (column + 0.5) * cell - side / 2;
        const y = top + (row + 0.5) * cell - side / 2;
        return `M${short(x)} ${short(y)}h${short(side)}v${short(side)}h-${short(side)}z`;
      }),
    )
    .join('');
})();

function Paths({ state }: { state: State }) {
  const parts = pathsOf(questionOf(state))
    .slice(0, drawn)
    .map((path) => until(path, state.time))
    .map(({ times, points }) => points.map(([x], at) => `${short(right(times[at]!))} ${short(up(x!))}`));
  const lines = parts.map((points) => `M${points.join('L')}`).join('');
  return (
    <g>
      <path d={lines} class="halo" />
      <path d={lines} class="trail" />
      {parts.map((points, index) => {
        const [x, y] = points.at(-1)!.split(' ');
        return <circle key={index} cx={x} cy={y} r="3.5" class="now" />;
      })}
    </g>
  );
}

function questionOf({ way, steps, seed }: State): Question {
  return { way, steps: way === 'forward' ? initial.steps : steps, seed };
}

function TimePicture({ state }: { state: State }) {
  return (
    <svg viewBox={`0 0 ${left + width + 10} ${top + height + 42}`} aria-hidden="true" class="over-time">
      <path d={squares} class="density" />
      <path class="hair" d={`M${left} ${top}v${height}h${width}`} />
      {[-2, 0, 2].map((x) => (
        <text key={x} x={left - 6} y={up(x) + 4} text-anchor="end" class="label">
          {x < 0 ? `−${-x}` : x}
        </text>
      ))}
      <Paths state={state} />
      <path class="here-line" d={`M${short(right(state.time))} ${top}v${height}`} />
      {[0, 250, 500, 750, 1000].map((time) => (
        <text key={time} x={right(time)} y={top + height + 17} text-anchor="middle" class="label">
          {time}
        </text>
      ))}
      <text x={left} y={top + height + 36} class="quiet">
        data
      </text>
      <text x={left + width / 2} y={top + height + 36} text-anchor="middle" class="quiet">
        time t
      </text>
      <text x={left + width} y={top + height + 36} text-anchor="end" class="quiet">
        noise
      </text>
    </svg>
  );
}

// The slice: density to the right, the score as arrows along x.
const sliceWidth = 150;
const arrowsAt = 184;
const sliceRows = 112;
const arrowRows = 14;
/** Units of the picture for a score of 1, and the longest arrow. */
const perScore = 6;
const longest = 22;

function Slice({ time }: { time: number }) {
  const table = densities(time, sliceRows);
  const curve = cellMiddles(sliceRows).map((x, row) => `${short(table[row]! * sliceWidth)} ${short(up(x))}`);
  const pull = scores(time, arrowRows);
  return (
    <svg viewBox={`0 0 ${arrowsAt + 20} ${top + height + 42}`} aria-hidden="true" class="slice">
      <path class="profile" d={`M0 ${top}L${curve.join('L')}L0 ${top + height}z`} />
      <path class="here-line" d={`M0 ${top}v${height}`} />
      <path class="hair" d={`M${arrowsAt} ${top}v${height}`} />
      {cellMiddles(arrowRows).map((x, row) => (
        <Arrow key={x} y={up(x)} length={Math.max(-longest, Math.min(longest, perScore * pull[row]!))} />
      ))}
      <text x="0" y={top + height + 17} class="label">
        density at t
      </text>
      <text x={arrowsAt + 16} y={top + height + 17} text-anchor="end" class="label">
        score
      </text>
    </svg>
  );
}

/** An arrow up (a positive score) or down, its tail on the place it is for. */
function Arrow({ y, length }: { y: number; length: number }) {
  if (Math.abs(length) < 1) return <circle cx={arrowsAt} cy={y} r="1.5" class="still" />;
  const head = Math.min(5, Math.abs(length)) * Math.sign(length);
  const tip = y - length;
  return (
    <path
      class="arrow"
      d={`M${arrowsAt} ${short(y)}V${short(tip)}m-3 ${short(head)}L${arrowsAt} ${short(tip)}l3 ${short(head)}`}
    />
  );
}

const percent = (share: number) => `${Math.round(100 * share)} %`;

function View({ id, state, change }: FigureProps<State, undefined>) {
  const bar = alphaBarAt(state.time);
  const isForward = state.way === 'forward';
  const turn = (way: Way) => change?.({ way, time: way === 'forward' ? totalSteps : 0 });
  return (
    <div class="diffusion-1d">
      {change && (
        <Controls>
          <Choice
            id={`${id}-way`}
            label="Paths"
            options={ways}
            value={state.way}
            onChange={(way) => turn(way as Way)}
          />
          {!isForward && (
            <Choice
              id={`${id}-steps`}
              label="Steps"
              options={stepCounts.map((count) => ({ value: String(count), label: String(count) }))}
              value={String(state.steps)}
              onChange={(steps) => change({ steps: Number(steps) })}
            />
          )}
          <Range
            id={`${id}-time`}
            label="Time t"
            min={0}
            max={totalSteps}
            step={10}
            value={state.time}
            onChange={(time) => change({ time })}
          />
          <PlayTime
            time={state.time}
            from={isForward ? 0 : totalSteps}
            to={isForward ? totalSteps : 0}
            onChange={(time) => change({ time })}
          />
          <Action label="Other noise" onClick={() => change({ seed: (state.seed % 999) + 1 })} />
        </Controls>
      )}
      <div class="diffusion-pictures">
        <TimePicture state={state} />
        <Slice time={state.time} />
        <Readings
          caption={`At time ${state.time}`}
          rows={[
            { name: 'share of the data’s variance, ᾱ', values: [bar.toFixed(3)] },
            { name: 'factor of the data, √ᾱ', values: [Math.sqrt(bar).toFixed(3)] },
            { name: 'factor of the noise, √(1 − ᾱ)', values: [Math.sqrt(1 - bar).toFixed(3)] },
            {
              name: isForward ? 'began in the lower bump' : 'end in the lower bump (of the data: 25 %)',
              values: [percent(lowerShareOf(questionOf(state)))],
            },
          ]}
        />
      </div>
    </div>
  );
}

function describe(state: State): string {
  const bar = alphaBarAt(state.time);
  const share = percent(lowerShareOf(questionOf(state)));
  const left = `At time ${state.time}, ᾱ is ${bar.toFixed(3)}: each point is ${Math.sqrt(bar).toFixed(3)} of its data plus ${Math.sqrt(1 - bar).toFixed(3)} of noise.`;
  const paths =
    state.way === 'forward'
      ? `Twelve of ${counted} points are followed from the data to the noise; ${share} of them began in the lower bump.`
      : `Of ${counted} points taken from the noise back to the data by ${state.way === 'ddim' ? 'DDIM' : 'DDPM'} in ${state.steps} steps, ${share} end in the lower bump, which holds 25 % of the data; twelve are drawn.`;
  return `${left} ${paths}`;
}

const figure: FigureDefinition<State> = {
  initial,
  read: (parameters) => ({
    time: numberOf(parameters, 'time', { min: 0, max: totalSteps, step: 10, initial: initial.time }),
    way: wordOf(
      parameters,
      'way',
      ways.map(({ value }) => value),
      initial.way,
    ),
    steps: Number(wordOf(parameters, 'steps', stepCounts.map(String), String(initial.steps))),
    seed: numberOf(parameters, 'seed', { min: 1, max: 999, initial: initial.seed }),
  }),
  write: (state) => changed(state, initial),
  describe,
  View,
};

export default figure;
