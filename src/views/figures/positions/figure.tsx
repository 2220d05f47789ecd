import { Controls, Range } from '../controls.tsx';
import type { FigureDefinition, FigureProps } from '../figure.ts';
import { Dials } from './dials.tsx';
import { alibiSlopes } from './encodings.ts';
import { methods } from './methods.ts';
import { Panel, signed } from './panel.tsx';
import {
  greatestDistance,
  greatestKey,
  heads,
  initial,
  read,
  write,
  type PositionsState,
} from './positions-state.ts';

/** A power of two as a fraction, such as 1/8. */
const fraction = (slope: number): string => `1/${Math.round(1 / slope)}`;

function describe({ key, distance, head }: PositionsState): string {
  const m = key + distance;
  const [sinusoidal, learned, rotary, alibi] = methods.map((method) => signed(method.at(m, key, head)));
  return `Query at position ${m}, key at position ${key}, distance ${distance}. Sinusoidal encodings give ${sinusoidal}, the untrained table ${learned}, the turned query and key ${rotary}; ALiBi adds ${alibi} in head ${head}, of slope ${fraction(alibiSlopes(heads)[head - 1]!)}.`;
}

function View({ id, state, change }: FigureProps<PositionsState, undefined>) {
  return (
    <div class="positions">
      {change && (
        <Controls label="Positions and head">
          <Range
            id={`${id}-key`}
            label="Move both: position of the key"
            min={0}
            max={greatestKey}
            step={1}
            value={state.key}
            onChange={(key) => change({ key })}
          />
          <Range
            id={`${id}-distance`}
            label="Distance from key to query"
            min={0}
            max={greatestDistance}
            step={1}
            value={state.distance}
            onChange={(distance) => change({ distance })}
          />
          <Range
            id={`${id}-head`}
            label="Head of ALiBi, and its slope"
            min={1}
            max={heads}
            step={1}
            value={state.head}
            text={`${state.head}: ${fraction(alibiSlopes(heads)[state.head - 1]!)}`}
            onChange={(head) => change({ head })}
          />
        </Controls>
      )}
      <div class="positions-panels">
        {methods.map((method) => (
          <Panel key={method.id} method={method} state={state} />
        ))}
      </div>
      <Dials state={state} />
    </div>
  );
}

const figure: FigureDefinition<PositionsState> = { initial, read, write, describe, View };
export default figure;
