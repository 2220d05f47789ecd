import type { Kind } from './kinds.ts';
import { pairsOf, readBy, readersOf } from './masks.ts';
import { words } from './masks-state.ts';

const cell = 24;
const left = 38;
const top = 40;
const side = words.length * cell;

interface PanelProps {
  kind: Kind;
  border: number;
  position: number;
  /** Shows another position for as long as it is pointed at. */
  point?: ((position: number | undefined) => void) | undefined;
  choose?: ((position: number) => void) | undefined;
}

/** Words by their places: "the (1), cat (2)"; the number tells equal words apart. */
export function listed(positions: readonly number[]): string {
  if (positions.length === 0) return 'nothing';
  if (positions.length === words.length) return `all ${words.length}`;
  return positions
    .map((position) => {
      const word = words[position]!;
      const isTwice = words.indexOf(word) !== words.lastIndexOf(word);
      return isTwice ? `${word} (${position + 1})` : word;
    })
    .join(', ');
}

/** The mask of one architecture: rows read, columns are read; what the chosen position reads and who reads it in red. */
export function Panel({ kind, border, position, point, choose }: PanelProps) {
  const mask = kind.mask(words.length, border);
  const isCrossed = (i: number, j: number) => kind.name === 'encoder-decoder' && i >= border && j < border;
  const at = (index: number) => left + index * cell;
  return (
    <div class="masks-panel">
      <p class="masks-title">
        <svg class="g" aria-hidden="true">
          <use href={`#${kind.glyph}`} />
        </svg>
        {kind.title}
      </p>
      <svg
        viewBox={`0 0 ${left + side + 2} ${top + side + 2}`}
        width={left + side + 2}
        height={top + side + 2}
        role="img"
        aria-label={`Mask of the ${kind.title.toLowerCase()}: ${pairsOf(mask)} of ${words.length ** 2} pairs`}
        onPointerLeave={point && (() => point(undefined))}
      >
        {words.map((word, index) => (
          <text
            key={index}
            class={index === position ? 'on' : 'quiet'}
            transform={`translate(${at(index) + cell / 2 + 3} ${top - 6}) rotate(-55)`}
          >
            {word}
          </text>
        ))}
        {words.map((word, i) => (
          <g
            key={i}
            class={choose ? 'choosable' : undefined}
            onClick={choose && (() => choose(i))}
            onPointerEnter={point && (() => point(i))}
          >
            <rect class="hit" x={0} y={top + i * cell} width={left + side} height={cell} />
            <text
              class={i === position ? 'on' : 'quiet'}
              x={left - 6}
              y={top + (i + 0.5) * cell + 4}
              text-anchor="end"
            >
              {word}
            </text>
            {mask[i]!.map(
              (reads, j) =>
                reads && (
                  <rect
                    key={j}
                    class={`cell${isCrossed(i, j) ? ' cross' : ''}${i === position ? ' row' : j === position ? ' column' : ''}`}
                    x={at(j) + 2.5}
                    y={top + i * cell + 2.5}
                    width={cell - 5}
                    height={cell - 5}
                  />
                ),
            )}
          </g>
        ))}
        <path class="hair" d={`M${left} ${top}h${side}v${side}h-${side}Z`} />
        {kind.hasBorder && (
          <path
            class={kind.name === 'prefix' ? 'ink dashed' : 'ink'}
            d={`M${at(border)} ${top}v${side}M${left} ${top + border * cell}h${side}`}
          />
        )}
      </svg>
      <dl>
        <dt>reads</dt>
        <dd>{listed(readBy(mask, position))}</dd>
        <dt>is read by</dt>
        <dd>{listed(readersOf(mask, position))}</dd>
      </dl>
    </div>
  );
}
