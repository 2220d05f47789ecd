import type { FigureDefinition } from '../figure.ts';
import { attention, type Matrix } from '../attention/attention.ts';
import { Architecture } from '../transformer-block/architecture.tsx';

const source = ['the', 'cat', 'sleeps'];
const target = ['⟨s⟩', 'die', 'Katze', 'schläft'];
const cell = 26;

interface WhoReadsProps {
  title: string;
  says: string;
  rows: string[];
  columns: string[];
  causal: boolean;
}

/** The weights where every score is the same: what the mask alone leaves to each row. */
function evenWeights(rows: number, columns: number, causal: boolean): Matrix {
  const zeros = (count: number) => Array.from({ length: count }, () => [0]);
  return attention(zeros(rows), zeros(columns), zeros(columns), { scaled: true, causal }).weights;
}

/** Who may read whom: rows read, columns are read, inside the outline of the mask. */
function WhoReads({ title, says, rows, columns, causal }: WhoReadsProps) {
  const left = 58;
  const top = 62;
  const [width, height] = [columns.length * cell, rows.length * cell];
  const stair = rows.map(() => `h${cell}v${cell}`).join('');
  const outline = causal
    ? `M${left} ${top}${stair}H${left}Z`
    : `M${left} ${top}h${width}v${height}h${-width}Z`;
  return (
    <div class="who-reads">
      <p>
        <b>{title}.</b> {says}
      </p>
      <svg
        viewBox={`0 0 ${left + width + 34} ${top + height + 4}`}
        width={left + width + 34}
        height={top + height + 4}
        role="img"
        aria-label={`${title}: ${rows.length} rows read ${columns.length} columns${causal ? ', each itself and earlier ones' : ', each all of them'}`}
      >
        {columns.map((word, j) => (
          <text
            key={j}
            class="quiet"
            transform={`translate(${left + (j + 0.5) * cell} ${top - 8}) rotate(-40)`}
          >
            {word}
          </text>
        ))}
        {evenWeights(rows.length, columns.length, causal).map((weights, i) => (
          <g key={i}>
            <text x={left - 8} y={top + (i + 0.5) * cell + 4} text-anchor="end">
              {rows[i]}
            </text>
            {weights.map((weight, j) => {
              const side = Math.sqrt(weight) * (cell - 3);
              return side === 0 ? null : (
                <rect
                  key={j}
                  class="weight"
                  x={(left + (j + 0.5) * cell - side / 2).toFixed(1)}
                  y={(top + (i + 0.5) * cell - side / 2).toFixed(1)}
                  width={side.toFixed(1)}
                  height={side.toFixed(1)}
                />
              );
            })}
          </g>
        ))}
        <path class="ink" d={outline} />
      </svg>
    </div>
  );
}

const figure: FigureDefinition<object> = {
  isStill: true,
  initial: {},
  read: () => ({}),
  write: () => ({}),
  describe: () =>
    'Left, the encoder: embedding and positions, then six layers of self-attention over all source words and a feed-forward network, each added to the stream and normalised. Right, the decoder: embedding and positions of the target shifted right, then six layers of self-attention over earlier words, cross-attention to the encoder’s output and a feed-forward network; at the top a probability for every next token. Beside it the three masks: a square of 3 by 3 source words, a stair of 4 target places, an oblong of 4 target places by 3 source words.',
  View: () => (
    <div class="encoder-decoder">
      <Architecture
        source="the cat sleeps"
        target="⟨s⟩ die Katze schläft"
        predicted="die Katze schläft ⟨/s⟩"
      />
      <div class="three-masks">
        <WhoReads
          title="Self-attention of the encoder"
          says="Each source word reads all source words."
          rows={source}
          columns={source}
          causal={false}
        />
        <WhoReads
          title="Self-attention of the decoder"
          says="Each target place reads itself and earlier ones."
          rows={target}
          columns={target}
          causal
        />
        <WhoReads
          title="Cross-attention"
          says="Each target place reads all source words."
          rows={target}
          columns={source}
          causal={false}
        />
      </div>
    </div>
  ),
};

export default figure;
