import type { ComponentChildren } from 'preact';
import type { FigureDefinition } from '../figure.ts';
import { attention } from '../attention/attention.ts';

const cell = 13;
const tokens = 4;

interface GridProps {
  x: number;
  y: number;
  rows: number;
  columns: number;
  name: string;
  shape: string;
  /** Fill of the whole grid: one of the two heads, or none. */
  tone?: 'first' | 'second' | undefined;
}

/** A matrix as the grid of its cells, with its name above and its shape below. */
function Grid({ x, y, rows, columns, name, shape, tone }: GridProps) {
  const [width, height] = [columns * cell, rows * cell];
  const inner = [
    ...Array.from({ length: columns - 1 }, (_, index) => `M${x + (index + 1) * cell} ${y}v${height}`),
    ...Array.from({ length: rows - 1 }, (_, index) => `M${x} ${y + (index + 1) * cell}h${width}`),
  ].join('');
  return (
    <g>
      <rect x={x} y={y} width={width} height={height} class={tone ? `tone-${tone}` : 'no-tone'} />
      <path class="hair" d={inner} />
      <rect x={x} y={y} width={width} height={height} class="ink" />
      <text x={x + width / 2} y={y - 6} text-anchor="middle" class="name">
        {name}
      </text>
      <text x={x + width / 2} y={y + height + 14} text-anchor="middle" class="label">
        {shape}
      </text>
    </g>
  );
}

function Sign({ x, y, children }: { x: number; y: number; children: ComponentChildren }) {
  return (
    <text x={x} y={y} text-anchor="middle" class="sign">
      {children}
    </text>
  );
}

const q = [
  [1, 0, 1],
  [0, 2, 0],
  [1, 1, 0],
  [2, 0, 1],
];
const k = [
  [1, 0, 0],
  [0, 1, 1],
  [2, 0, 0],
  [0, 1, 0],
];
const weights = attention(q, k, k, { scaled: true, causal: true }).weights;

/** One head: products, scaling and mask, softmax, weighted sum. */
function OneHead() {
  const side = tokens * cell;
  return (
    <svg viewBox="0 0 320 330" width="320" height="330" role="img" aria-label="Scaled dot-product attention">
      <text x="0" y="14" class="head">
        Scaled dot-product attention
      </text>
      <Grid x={0} y={54} rows={tokens} columns={3} name="Q" shape="n × dₖ" />
      <Sign x={57} y={84}>
        ·
      </Sign>
      <Grid x={76} y={60} rows={3} columns={tokens} name="Kᵀ" shape="dₖ × n" />
      <Sign x={146} y={84}>
        =
      </Sign>
      <Grid x={166} y={54} rows={tokens} columns={tokens} name="products" shape="n × n" />
      <text x={236} y={84} class="quiet">
        every pair
      </text>
      <text x="0" y="164" class="quiet">
        ÷ √dₖ, mask, softmax of each row
      </text>
      <path class="ink" d={`M192 128v26m-4 -6l4 6l4 -6`} />
      <Grid x={0} y={206} rows={tokens} columns={tokens} name="weights" shape="n × n" />
      {weights.map((row, i) =>
        row.map((weight, j) => {
          const width = Math.sqrt(weight) * (cell - 2);
          return width < 0.5 ? null : (
            <rect
              key={`${i}-${j}`}
              class="weight"
              x={((j + 0.5) * cell - width / 2).toFixed(1)}
              y={(206 + (i + 0.5) * cell - width / 2).toFixed(1)}
              width={width.toFixed(1)}
              height={width.toFixed(1)}
            />
          );
        }),
      )}
      <Sign x={side + 20} y={236}>
        ·
      </Sign>
      <Grid x={side + 40} y={206} rows={tokens} columns={3} name="V" shape="n × dᵥ" />
      <Sign x={side + 98} y={236}>
        =
      </Sign>
      <Grid x={side + 118} y={206} rows={tokens} columns={3} name="output" shape="n × dᵥ" />
      <text x={side + 170} y={236} class="quiet">
        weighted sums
      </text>
      <text x={0} y={300} class="quiet">
        Each row of weights sums to one; the mask
      </text>
      <text x={0} y={316} class="quiet">
        leaves the stair: no row reads to its right.
      </text>
    </svg>
  );
}

/** Two heads of half the width side by side, put together and mixed by one more matrix. */
function ManyHeads() {
  return (
    <svg viewBox="0 0 340 382" width="340" height="382" role="img" aria-label="Multi-head attention">
      <text x="0" y="14" class="head">
        Multi-head attention, here with two heads
      </text>
      <Grid x={0} y={54} rows={tokens} columns={8} name="X" shape="n × d" />
      <text x={122} y={70} class="quiet">
        times three matrices
      </text>
      <text x={122} y={86} class="quiet">
        of every head
      </text>
      {(['first', 'second'] as const).map((tone, head) => {
        const left = head * 176;
        return (
          <g key={tone}>
            <path class="ink" d={`M${left + 70} 124v18m-4 -6l4 6l4 -6`} />
            {['Q', 'K', 'V'].map((name, index) => (
              <Grid
                key={name}
                x={left + index * 52}
                y={166}
                rows={tokens}
                columns={3}
                name={`${name}${head === 0 ? '₁' : '₂'}`}
                shape=""
                tone={tone}
              />
            ))}
            <text x={left + 72} y={234} text-anchor="middle" class="label">
              n × d/2 each
            </text>
            <text x={left + 72} y={251} text-anchor="middle">
              attention {head === 0 ? '1' : '2'}
            </text>
          </g>
        );
      })}
      <path class="ink" d="M72 260v14m-4 -6l4 6l4 -6" />
      <path class="ink" d="M248 260v14m-4 -6l4 6l4 -6" />
      <text x={0} y={292}>
        outputs side by side
      </text>
      <Grid x={0} y={306} rows={tokens} columns={3} name="" shape="" tone="first" />
      <Grid x={39} y={306} rows={tokens} columns={3} name="" shape="" tone="second" />
      <Sign x={96} y={336}>
        ·
      </Sign>
      <Grid x={114} y={293} rows={6} columns={6} name="" shape="" />
      <text x={153} y={336} text-anchor="middle" class="on-grid">
        Wᴼ
      </text>
      <Sign x={206} y={336}>
        =
      </Sign>
      <Grid x={226} y={306} rows={tokens} columns={6} name="output" shape="n × d" />
    </svg>
  );
}

const figure: FigureDefinition<object> = {
  isStill: true,
  initial: {},
  read: () => ({}),
  write: () => ({}),
  describe: () =>
    'Left, one head: the matrix of queries times the transposed matrix of keys gives a product for every pair of tokens; divided by the root of the width, masked and put through a softmax row by row they are weights; weights times values are the outputs. Right, two heads: each makes narrower queries, keys and values of the same input by matrices of its own, attends by itself, and the outputs, side by side, are multiplied by one more matrix.',
  View: () => (
    <div class="multi-head">
      <OneHead />
      <ManyHeads />
    </div>
  ),
};

export default figure;
