import { Action, Choice, Controls, Range, Toggle } from '../controls.tsx';
import type { FigureDefinition, FigureProps } from '../figure.ts';
import { changed, numberOf, wordOf } from '../diffusion/parameters.ts';
import { ends, pointAt, until } from '../diffusion/paths.ts';
import { PlayTime } from '../diffusion/play-time.tsx';
import { Readings, type Reading } from '../diffusion/readings.tsx';
import { alphaBarAt, totalSteps } from '../diffusion/schedule.ts';
import {
  classes,
  cloudOf,
  count,
  dataOf,
  exactMoments,
  networkOf,
  plane,
  reach,
  summaryOf,
  trails,
  type Question,
  type Target,
  type Way,
} from './plane.ts';

interface State extends Question {
  time: number;
  arrows: boolean;
}

const ways: { value: Way; label: string }[] = [
  { value: 'forward', label: 'forward' },
  { value: 'ddpm', label: 'back, DDPM' },
  { value: 'ddim', label: 'back, DDIM' },
];
const targets: { value: Target; label: string }[] = [
  { value: 'none', label: 'none' },
  ...classes.map((value) => ({ value, label: value })),
];
const stepCounts = [5, 10, 20, 50];

const initial: State = {
  time: 80,
  way: 'ddim',
  target: 'none',
  scale: 1,
  steps: 20,
  seed: 4,
  arrows: true,
};

/** Hues that are told apart in both themes; the shape of the mark says the same. */
const hues: Record<string, string> = { A: 'f-bert', B: 'f-t5', C: 'f-bart' };

const side = 400;
const right = (x: number) => ((x + reach) / (2 * reach)) * side;
const up = (y: number) => ((reach - y) / (2 * reach)) * side;
const short = (value: number) => String(Math.round(value * 10) / 10);
const place = ([x, y]: readonly number[]) => `${short(right(x!))} ${short(up(y!))}`;

/** The mark of a class around a point: a square for A, a triangle for B, a diamond for C. */
function mark(label: string | undefined, at: readonly number[]): string {
  const [x, y] = [right(at[0]!), up(at[1]!)];
  if (label === 'A') return `M${short(x - 2.6)} ${short(y - 2.6)}h5.2v5.2h-5.2z`;
  if (label === 'B') return `M${short(x)} ${short(y - 3.6)}l3.4 6h-6.8z`;
  return `M${short(x)} ${short(y - 3.8)}l3.8 3.8l-3.8 3.8l-3.8-3.8z`;
}

function questionOf({ way, target, scale, steps, seed }: State): Question {
  const isGuided = way !== 'forward' && target !== 'none';
  return { way, target, scale: isGuided ? scale : 1, steps: way === 'forward' ? initial.steps : steps, seed };
}

/** Where the data lie: circles at one and two standard deviations of each bump. */
function Bumps() {
  return (
    <g class="bumps">
      {plane.flatMap(({ mean, sd }, index) => [
        <circle
          key={`${index}-1`}
          cx={right(mean[0]!)}
          cy={up(mean[1]!)}
          r={short((sd * side) / (2 * reach))}
        />,
        <circle
          key={`${index}-2`}
          cx={right(mean[0]!)}
          cy={up(mean[1]!)}
          r={short((2 * sd * side) / (2 * reach))}
        />,
      ])}
    </g>
  );
}

/** The class of each bump, beside it. */
function Names() {
  return (
    <g class="names">
      {plane.map(({ mean, sd, label }, index) => (
        <text
          key={index}
          x={right(mean[0]! + (mean[0]! < 0 ? -1 : 1) * (2 * sd + 0.1))}
          y={up(mean[1]!) + 5}
          text-anchor={mean[0]! < 0 ? 'end' : 'start'}
          class="label"
        >
          {label}
        </text>
      ))}
    </g>
  );
}

const arrowsAcross = 11;
/** Units of the picture for a predicted noise of length 1, and the longest arrow. */
const perNoise = 9;
const longest = 18;

/** Arrows against the predicted noise, which is the way of the score. */
function arrowsOf(state: State): string {
  const predict = networkOf(questionOf(state));
  // At time 0 nothing is noise; the picture shows the field that the last step would meet.
  const bar = alphaBarAt(Math.max(1, state.time));
  const middles = Array.from(
    { length: arrowsAcross },
    (_, index) => -reach + ((index + 0.5) * 2 * reach) / arrowsAcross,
  );
  return middles
    .flatMap((x) =>
      middles.map((y) => {
        const [across, along] = predict([x, y], bar).map((value) => -perNoise * value);
        const length = Math.hypot(across!, along!);
        if (length < 1) return '';
        const scale = Math.min(1, longest / length);
        const [dx, dy] = [across! * scale, -along! * scale];
        const drawn = length * scale;
        const head = Math.min(4, drawn / 2);
        const [ux, uy] = [dx / drawn, dy / drawn];
        const wing = (turn: number) =>
          `${short(-head * ux + turn * 0.6 * head * uy)} ${short(-head * uy - turn * 0.6 * head * ux)}`;
        return `M${place([x, y])}l${short(dx)} ${short(dy)}l${wing(1)}m${short(head * ux - 0.6 * head * uy)} ${short(head * uy + 0.6 * head * ux)}l${wing(-1)}`;
      }),
    )
    .join('');
}

function Picture({ state }: { state: State }) {
  const { paths, labels } = cloudOf(questionOf(state));
  const trail = paths
    .slice(0, trails)
    .map((path) => `M${until(path, state.time).points.map(place).join('L')}`)
    .join('');
  const marks = (label: string) =>
    paths
      .map((path, index) => (labels[index] === label ? mark(label, pointAt(path, state.time)) : ''))
      .join('');
  return (
    <svg viewBox={`-1 -1 ${side + 2} ${side + 2}`} aria-hidden="true">
      <path class="hair" d={`M0 0h${side}v${side}h-${side}z`} />
      <Bumps />
      {state.arrows && <path class="arrows" d={arrowsOf(state)} />}
      <path class="trail" d={trail} />
      {classes.map((label) => (
        <path key={label} class={`marks ${hues[label]}`} d={marks(label)} />
      ))}
      <Names />
    </svg>
  );
}

function Legend() {
  return (
    <ul class="legend" aria-hidden="true">
      {classes.map((label) => (
        <li key={label}>
          <svg viewBox="-6 -6 12 12" width="12" height="12">
            <path class={`marks ${hues[label]}`} d={mark(label, [-reach, reach])} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

const percent = (share: number) => `${Math.round(100 * share)} %`;
const signed = (value: number) => value.toFixed(2).replace('-', '−');

function rowsOf(state: State): Reading[] {
  const question = questionOf(state);
  const { paths } = cloudOf(question);
  const samples = summaryOf(state.way === 'forward' ? paths.map(({ points }) => points[0]!) : ends(paths));
  const data = dataOf(state.target);
  const total = data.reduce((sum, { weight }) => sum + weight, 0);
  const rows: Reading[] = classes.map((label, index) => ({
    name: `in class ${label}`,
    values: [
      percent(samples.shares[index]!),
      percent(data.reduce((sum, one) => sum + (one.label === label ? one.weight / total : 0), 0)),
    ],
  }));
  if (state.target === 'A')
    rows.push({ name: 'of A, in the inner bump', values: [percent(samples.inner), '50 %'] });
  for (const [axis, name] of ['across', 'upwards'].entries()) {
    const exact = exactMoments(data, axis);
    rows.push(
      { name: `mean ${name}`, values: [signed(samples.mean[axis]!), signed(exact.mean)] },
      { name: `standard deviation ${name}`, values: [samples.sd[axis]!.toFixed(2), exact.sd.toFixed(2)] },
    );
  }
  return rows;
}

function View({ id, state, change }: FigureProps<State, undefined>) {
  const isForward = state.way === 'forward';
  const turn = (way: Way) => change?.({ way, time: way === 'forward' ? totalSteps : 0 });
  return (
    <div class="diffusion-2d">
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
              options={stepCounts.map((steps) => ({ value: String(steps), label: String(steps) }))}
              value={String(state.steps)}
              onChange={(steps) => change({ steps: Number(steps) })}
            />
          )}
          <Choice
            id={`${id}-class`}
            label="Class"
            options={targets}
            value={state.target}
            onChange={(target) => change({ target: target as Target })}
          />
          {!isForward && state.target !== 'none' && (
            <Range
              id={`${id}-scale`}
              label="Guidance scale s"
              min={0}
              max={8}
              step={0.5}
              value={state.scale}
              text={`s = ${state.scale}, w = ${String(state.scale - 1).replace('-', '−')}`}
              onChange={(scale) => change({ scale })}
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
          <Toggle
            id={`${id}-arrows`}
            label="Arrows of the score"
            checked={state.arrows}
            onChange={(arrows) => change({ arrows })}
          />
          <Action label="Other noise" onClick={() => change({ seed: (state.seed % 999) + 1 })} />
        </Controls>
      )}
      <div class="diffusion-pictures">
        <Picture state={state} />
        <div class="beside">
          <Legend />
          <Readings
            caption={isForward ? `${count} points at time 0` : `${count} samples at time 0`}
            columns={[isForward ? 'points' : 'samples', 'data']}
            rows={rowsOf(state)}
          />
        </div>
      </div>
    </div>
  );
}

function describe(state: State): string {
  const [a, b, c] = rowsOf(state).map(({ values }) => values[0]);
  const shares = `${a} are of class A, ${b} of B and ${c} of C`;
  const now = `The picture stands at time ${state.time}, where ᾱ is ${alphaBarAt(state.time).toFixed(3)}.`;
  if (state.way === 'forward') return `${count} points go from the data to the noise; ${shares}. ${now}`;
  const sampler = state.way === 'ddim' ? 'DDIM' : 'DDPM';
  const guidance =
    state.target === 'none'
      ? 'without a class'
      : `guided to class ${state.target} with scale ${state.scale} (weight ${String(state.scale - 1).replace('-', '−')})`;
  const inner =
    state.target === 'A' ? ` Of those of A, ${rowsOf(state)[3]!.values[0]} lie in the inner bump.` : '';
  return `${count} points are taken from the noise to the data by ${sampler} in ${state.steps} steps, ${guidance}; at the end ${shares}.${inner} ${now}`;
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
    target: wordOf(
      parameters,
      'target',
      targets.map(({ value }) => value),
      initial.target,
    ),
    scale: numberOf(parameters, 'scale', { min: 0, max: 8, step: 0.5, initial: initial.scale }),
    steps: Number(wordOf(parameters, 'steps', stepCounts.map(String), String(initial.steps))),
    seed: numberOf(parameters, 'seed', { min: 1, max: 999, initial: initial.seed }),
    arrows: wordOf(parameters, 'arrows', ['true', 'false'], 'true') === 'true',
  }),
  write: (state) => changed(state, initial),
  describe,
  View,
};

export default figure;
