import type { Matrix } from './attention.ts';

interface WeightsProps {
  tokens: string[];
  weights: Matrix;
  causal: boolean;
  row: number;
  choose?: ((row: number) => void) | undefined;
}

const cell = 44;
const left = 76;
const top = 64;

/** The outline of what may be read: a square, or a stair under the causal mask. */
function outline(count: number, causal: boolean): string {
  const side = count * cell;
  if (!causal) return `M${left} ${top}h${side}v${side}h${-side}Z`;
  const steps = Array.from({ length: count }, () => `h${cell}v${cell}`).join('');
  return `M${left} ${top}${steps}H${left}Z`;
}

/** The matrix of weights: rows ask, columns answer; the area of a square is its weight. */
export function Weights({ tokens, weights, causal, row, choose }: WeightsProps) {
  const side = tokens.length * cell;
  return (
    <svg
      class="attention-weights"
      viewBox={`0 0 ${left + side + 34} ${top + side + 6}`}
      width={left + side + 34}
      height={top + side + 6}
      role="img"
      aria-label="Attention weights; the rows ask, the columns answer"
    >
      {tokens.map((token, index) => (
        <text
          key={index}
          class="quiet"
          transform={`translate(${left + (index + 0.5) * cell} ${top - 8}) rotate(-40)`}
        >
          {token}
        </text>
      ))}
      {weights.map((cells, i) => (
        <g
          key={i}
          class={i === row ? 'on' : choose ? 'choosable' : undefined}
          onClick={choose && (() => choose(i))}
        >
          <rect class="hit" x={0} y={top + i * cell} width={left + side} height={cell} />
          <text x={left - 10} y={top + (i + 0.5) * cell + 4} text-anchor="end">
            {tokens[i]}
          </text>
          {cells.map((weight, j) => {
            const width = Math.sqrt(weight) * (cell - 4);
            if (width < 0.4) return null;
            const x = left + (j + 0.5) * cell - width / 2;
            const y = top + (i + 0.5) * cell - width / 2;
            return (
              <rect
                key={j}
                class="weight"
                x={x.toFixed(1)}
                y={y.toFixed(1)}
                width={width.toFixed(1)}
                height={width.toFixed(1)}
              />
            );
          })}
        </g>
      ))}
      <path class="hair" d={outline(tokens.length, causal)} />
      <path
        class="here-line"
        d={`M${left} ${top + row * cell}h${(causal ? row + 1 : tokens.length) * cell}v${cell}H${left}Z`}
      />
    </svg>
  );
}
