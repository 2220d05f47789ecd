import type { Method } from './methods.ts';
import { count, type PositionsState } from './positions-state.ts';

const cell = 12;

/** Squares about the middles of their cells, as one path. */
function squares(sides: readonly { row: number; column: number; side: number }[]): string {
  return sides
    .map(({ row, column, side }) => {
      const x = ((column + 0.5) * cell - side / 2).toFixed(1);
      const y = ((row + 0.5) * cell - side / 2).toFixed(1);
      const length = side.toFixed(1);
      return `M${x} ${y}h${length}v${length}h-${length}z`;
    })
    .join('');
}

export const signed = (value: number): string => `${value < -0.0005 ? '−' : ''}${Math.abs(value).toFixed(3)}`;

/** A number for each pair of positions: area is size, hollow is negative. */
export function Panel({ method, state }: { method: Method; state: PositionsState }) {
  const pairs = Array.from({ length: count }, (_, row) =>
    Array.from({ length: row + 1 }, (_, column) => ({
      row,
      column,
      value: method.at(row, column, state.head),
    })),
  ).flat();
  const greatest = Math.max(...pairs.map(({ value }) => Math.abs(value)));
  const sides = pairs
    .map((pair) => ({ ...pair, side: Math.sqrt(Math.abs(pair.value) / greatest) * (cell - 2) }))
    .filter(({ side }) => side > 0.3);
  const [row, column] = [state.key + state.distance, state.key];
  const stair = Array.from({ length: count }, () => `h${cell}v${cell}`).join('');
  return (
    <div class="positions-panel">
      <h3>{method.name}</h3>
      <svg
        viewBox={`-2 -2 ${count * cell + 4} ${count * cell + 4}`}
        width={count * cell * 1.4}
        height={count * cell * 1.4}
        role="img"
        aria-label={`${method.name}: a number for each query and each key up to it, positions 0 to ${count - 1}`}
      >
        <path class="hair" d={`M0 0${stair}H0Z`} />
        <path class="positive" d={squares(sides.filter(({ value }) => value > 0))} />
        <path class="negative" d={squares(sides.filter(({ value }) => value < 0))} />
        <rect class="here-line" x={column * cell} y={row * cell} width={cell} height={cell} />
      </svg>
      <p>
        {method.number} <b data-method={method.id}>{signed(method.at(row, column, state.head))}</b>
      </p>
    </div>
  );
}
