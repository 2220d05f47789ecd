import { matricesOf, type Block, type Target } from './lora.ts';

const side = 260;
/** A square with a shorter side is hard to find without a word beside it. */
const readable = 20;

/** Three numbers of parameters as squares in one corner, each as large as its number in the same scale. */
export function Areas({ all, adapted, trainable }: { all: number; adapted: number; trainable: number }) {
  const sideOf = (count: number) => side * Math.sqrt(count / all);
  const square = (count: number, kind: string) => (
    <rect
      class={kind}
      x="0.5"
      y={(side + 0.5 - sideOf(count)).toFixed(2)}
      width={sideOf(count).toFixed(2)}
      height={sideOf(count).toFixed(2)}
    />
  );
  return (
    <svg
      class="lora-areas"
      viewBox={`0 0 ${side + 1} ${side + 1}`}
      width={side + 1}
      height={side + 1}
      aria-hidden="true"
    >
      {square(all, 'lora-all')}
      {square(adapted, 'lora-adapted')}
      {square(trainable, 'lora-trained')}
      {sideOf(trainable) < readable && (
        <text x={(sideOf(trainable) + 5).toFixed(1)} y={side - 4}>
          trained
        </text>
      )}
    </svg>
  );
}

const longest = 150;
const thinnest = 1;
const gap = 12;

/** One matrix with its B to the right and its A above, in one scale; what would be thinner than a pixel is a pixel. */
export function OneMatrix({ block, target, rank }: { block: Block; target: Target; rank: number }) {
  const shape = matricesOf(block)[target][0]!;
  const scale = longest / Math.max(shape.outputs, shape.inputs);
  const [height, width] = [shape.outputs * scale, shape.inputs * scale];
  const thickness = Math.max(thinnest, rank * scale);
  const top = 18 + thickness + gap;
  const times = thickness / (rank * scale);
  return (
    <div>
      <svg
        class="lora-matrix"
        viewBox={`0 0 ${(width + gap + thickness + 44).toFixed(1)} ${(top + height + 20).toFixed(1)}`}
        width={(width + gap + thickness + 44).toFixed(1)}
        height={(top + height + 20).toFixed(1)}
        aria-hidden="true"
      >
        <text x="0" y="12">
          A <tspan class="label">{`${rank} × ${shape.inputs}`}</tspan>
        </text>
        <rect class="lora-trained" x="0.5" y="18.5" width={width.toFixed(2)} height={thickness.toFixed(2)} />
        <rect
          class="lora-all"
          x="0.5"
          y={(top + 0.5).toFixed(2)}
          width={width.toFixed(2)}
          height={height.toFixed(2)}
        />
        <text x={(width / 2).toFixed(1)} y={(top + height / 2 + 4).toFixed(1)} text-anchor="middle">
          W
        </text>
        <rect
          class="lora-trained"
          x={(width + gap).toFixed(2)}
          y={(top + 0.5).toFixed(2)}
          width={thickness.toFixed(2)}
          height={height.toFixed(2)}
        />
        <text x={(width + gap + thickness + 6).toFixed(1)} y={(top + 12).toFixed(1)}>
          B
        </text>
        <text class="label" x="0" y={(top + height + 16).toFixed(1)}>
          {`W ${shape.outputs} × ${shape.inputs}, B ${shape.outputs} × ${rank}`}
        </text>
      </svg>
      <p class="lora-scale">
        {times > 1.5 ? `To scale, A and B would be ${Math.round(times)} times as thin.` : 'To scale.'}
      </p>
    </div>
  );
}
