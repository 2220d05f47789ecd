import type { Column, Piece } from './example.ts';

/** A token as it is read or said. What is no word of the text looks different and not only in colour. */
function Shown({ piece, isSaid = false }: { piece: Piece; isSaid?: boolean }) {
  const classes = `objectives-piece ${piece.kind}${isSaid ? ' said' : ''}`;
  return <span class={classes}>{piece.text}</span>;
}

/** What an encoder reads: tokens in a row. */
export function Source({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <p class="objectives-source">
      {pieces.length === 0 && <i>nothing</i>}
      {pieces.map((piece, index) => (
        <span key={index}>
          {index > 0 && ' '}
          <Shown piece={piece} />
        </span>
      ))}
    </p>
  );
}

/** The positions of the network that predicts: above what each reads, below what it should say. */
export function Columns({ columns }: { columns: readonly Column[] }) {
  const hasOrder = columns.some(({ order }) => order !== undefined);
  return (
    <ol class="objectives-columns">
      {columns.map(({ read, say, order, was }, index) => (
        <li key={index}>
          {hasOrder && <span class="order">{order}</span>}
          <Shown piece={read} />
          {say ? (
            <span>
              <span class="vh">should say </span>
              <Shown piece={say} isSaid />
            </span>
          ) : (
            <span class="nothing" aria-hidden="true">
              ·
            </span>
          )}
          {was !== undefined && <span class="was">was {was}</span>}
        </li>
      ))}
    </ol>
  );
}
