import type { ComponentChildren } from 'preact';
import type { PartId } from './base-parts.ts';

interface ArchitectureProps {
  /** The part that is marked. */
  open?: PartId | undefined;
  choose?: ((part: PartId) => void) | undefined;
  source: string;
  target: string;
  predicted: string;
}

/** Where the two residual streams run, and the boxes beside them. */
const encoder = { stream: 14, box: 34, side: 1 } as const;
const decoder = { stream: 314, box: 180, side: -1 } as const;
const boxWidth = 114;
type Column = typeof encoder | typeof decoder;

/** The shape of a mask as a sign of 14 px: full square, stair, or the oblong of cross-attention. */
function Mask({ x, y, kind }: { x: number; y: number; kind: 'full' | 'stair' | 'oblong' }) {
  const path = {
    full: 'h14v14h-14Z',
    stair: 'v14h14v-4.67h-4.67v-4.67h-4.67v-4.66Z',
    oblong: 'm0 2.3h14v9.4h-14Z',
  }[kind];
  return <path class="mask" d={`M${x} ${y}${path}`} />;
}

function Part({
  id,
  open,
  choose,
  children,
}: { id: PartId; children: ComponentChildren } & Pick<ArchitectureProps, 'open' | 'choose'>) {
  const names = ['part', id === open && 'open', choose && 'choosable'].filter(Boolean).join(' ');
  return (
    <g class={names} onClick={choose && (() => choose(id))}>
      {children}
    </g>
  );
}

/** The whole Transformer of 2017: two residual streams that run upwards, with what each layer adds to them. */
export function Architecture({ open, choose, source, target, predicted }: ArchitectureProps) {
  const shared = { open, choose };

  /** A sub-layer beside the stream: it reads below, and its result is added and normalised above. */
  const sublayer = (
    column: Column,
    id: PartId,
    label: string,
    reads: string,
    top: number,
    mask?: 'full' | 'stair' | 'oblong',
  ) => {
    const inner = column.side === 1 ? column.box : column.box + boxWidth;
    const middle = column.box + boxWidth / 2;
    const join = top - 13;
    return (
      <g>
        <path class="ink" d={`M${column.stream} ${top + 45}H${middle}v-9`} />
        <path class="ink" d={`M${middle} ${top}V${join}H${column.stream + column.side * 7}`} />
        <Part id={id} {...shared}>
          <rect class="box" x={column.box} y={top} width={boxWidth} height="36" />
          {mask && <Mask x={column.box + 8} y={top + 11} kind={mask} />}
          <text x={column.box + (mask ? 28 : 8)} y={top + 16}>
            {label}
          </text>
          <text x={column.box + (mask ? 28 : 8)} y={top + 30} class="small">
            {reads}
          </text>
        </Part>
        <Part id="add-norm" {...shared}>
          <rect
            class="hit"
            x={Math.min(column.stream - 12, inner - 6)}
            y={join - 12}
            width="34"
            height="24"
          />
          <circle class="box" cx={column.stream} cy={join} r="7" />
          <path class="ink" d={`M${column.stream - 4} ${join}h8m-4 -4v8`} />
          <path class="norm" d={`M${column.stream - 9} ${join - 11}h18`} />
        </Part>
      </g>
    );
  };

  /** Embedding and positions at the foot of a stream. */
  const foot = (column: Column, words: string, name: string) => {
    const left = column.side === 1 ? 0 : column.box;
    const inner = column.side === 1 ? column.box : column.box + boxWidth;
    return (
      <g>
        <text x={left + 74} y="552" text-anchor="middle" class="words">
          {words}
        </text>
        <text x={left + 74} y="567" text-anchor="middle" class="small">
          {name}
        </text>
        <path class="stream" d={`M${column.stream} 536v-10`} />
        <Part id="embedding" {...shared}>
          <rect class="box" x={left} y="500" width="148" height="26" />
          <text x={left + 74} y="517" text-anchor="middle">
            Embedding
          </text>
        </Part>
        <path class="ink" d={`M${inner} 475H${column.stream + column.side * 7}`} />
        <Part id="positions" {...shared}>
          <rect class="box" x={column.box} y="462" width={boxWidth} height="26" />
          <path class="wave" d={`M${column.box + 8} 475q4 -12 8 0t8 0t8 0`} />
          <text x={column.box + 42} y="479">
            Positions
          </text>
          <circle class="box" cx={column.stream} cy="475" r="7" />
          <path class="ink" d={`M${column.stream - 4} 475h8m-4 -4v8`} />
        </Part>
      </g>
    );
  };

  return (
    <svg
      class="architecture"
      viewBox="-3 138 334 434"
      width="334"
      height="434"
      role="img"
      aria-label="The Transformer of 2017: encoder left, decoder right, read from below"
    >
      <path class="stream" d="M14 500V286" />
      <path class="stream" d="M314 500V214" />
      <path class="frame" d="M-2 300v150h154v-150Z" />
      <path class="frame" d="M176 230v220h154v-220Z" />
      <text x="148" y="314" text-anchor="end" class="small">
        encoder layer, 6 times
      </text>
      <text x="180" y="244" class="small">
        decoder layer, 6 times
      </text>
      {foot(encoder, source, 'source')}
      {foot(decoder, target, 'target, shifted right')}
      {sublayer(encoder, 'self-attention', 'Self-attention', 'all words', 402, 'full')}
      {sublayer(encoder, 'feed-forward', 'Feed-forward', 'each word alone', 332)}
      {sublayer(decoder, 'self-attention', 'Self-attention', 'up to itself', 402, 'stair')}
      {sublayer(decoder, 'cross-attention', 'Cross-attention', 'source words', 332, 'oblong')}
      {sublayer(decoder, 'feed-forward', 'Feed-forward', 'each word alone', 262)}
      <path class="stream" d="M14 286H164V350H176" />
      <path class="arrow" d="M173 346l7 4l-7 4Z" />
      <text x="0" y="278" class="small">
        the encoder’s output
      </text>
      <text x="96" y="386" class="small">
        add, norm
      </text>
      <Part id="output" {...shared}>
        <rect class="box" x="180" y="188" width="148" height="26" />
        <text x="254" y="205" text-anchor="middle">
          Output
        </text>
      </Part>
      <path class="stream" d="M314 188v-12" />
      <text x="254" y="152" text-anchor="middle" class="words">
        {predicted}
      </text>
      <text x="254" y="167" text-anchor="middle" class="small">
        what comes next at each place
      </text>
    </svg>
  );
}
