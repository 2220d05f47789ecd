import { Action, Controls } from '../controls.tsx';
import type { FigureDefinition, FigureProps } from '../figure.ts';
import { changed, numberOf } from '../diffusion/parameters.ts';
import { alphaBarAt } from '../diffusion/schedule.ts';
import { across, stripOf, times } from './signs.ts';

interface State {
  seed: number;
}

const initial: State = { seed: 14 };

/** The units of a pixel, and what parts a picture from its frame. */
const pixel = 10;
const side = across * pixel;

const short = (value: number) => String(Math.round(value * 10) / 10);

/** ᾱ at a time, to two figures. */
const shareAt = (time: number) => (time === 0 ? '1' : String(Number(alphaBarAt(time).toPrecision(2))));

/** Squares whose areas say how far a pixel is filled: nothing at −1, its whole cell at 1, what lies beyond likewise. */
function squares(image: readonly number[]): string {
  return image
    .map((value, index) => {
      const filled = Math.min(1, Math.max(0, (value + 1) / 2));
      const size = pixel * Math.sqrt(filled);
      if (size < 1.6) return '';
      const x = (index % across) * pixel + (pixel - size) / 2;
      const y = Math.floor(index / across) * pixel + (pixel - size) / 2;
      return `M${short(x)} ${short(y)}h${short(size)}v${short(size)}h-${short(size)}z`;
    })
    .join('');
}

function Image({ image }: { image: readonly number[] }) {
  return (
    <svg viewBox={`-1 -1 ${side + 2} ${side + 2}`} aria-hidden="true">
      <path class="hair" d={`M0 0h${side}v${side}h-${side}z`} />
      <path class="pixels" d={squares(image)} />
    </svg>
  );
}

function View({ state, change }: FigureProps<State, undefined>) {
  const { forward, back, estimate } = stripOf(state.seed);
  const rows = [
    { name: 'Out →', note: 'noise is added', images: forward },
    { name: '← Back', note: 'noise is taken away', images: back },
    { name: 'Guess', note: 'the mean of what it may become', images: estimate },
  ];
  return (
    <div class="diffusion-process">
      {change && (
        <Controls>
          <Action label="Other noise" onClick={() => change({ seed: (state.seed % 999) + 1 })} />
        </Controls>
      )}
      <table>
        <thead>
          <tr>
            <td />
            {times.map((time) => (
              <th scope="col" key={time}>
                t = {time}
                <span>ᾱ {shareAt(time)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, note, images }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                <span>{note}</span>
              </th>
              {images.map((image, index) => (
                <td key={times[index]}>
                  <Image image={image} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const figure: FigureDefinition<State> = {
  initial,
  read: (parameters) => ({
    seed: numberOf(parameters, 'seed', { min: 1, max: 999, initial: initial.seed }),
  }),
  write: (state) => changed(state, initial),
  describe: ({ seed }) =>
    `Above, the sign of a decoder sinks into noise within 1,000 steps; at step 400, ${shareAt(400)} of its variance is left. In the middle, read from right to left, other noise becomes an image: this time the sign “${stripOf(seed).ends}”. Below, the mean of all images that the middle row may still become: at first a blend of the four signs, then one of them.`,
  View,
};

export default figure;
