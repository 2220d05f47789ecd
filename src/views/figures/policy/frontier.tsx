/** What one policy reaches. */
export interface FrontierPoint {
  /** Divergence from the reference, in nats. */
  divergence: number;
  /** Expected score of the reward model. */
  score: number;
  /** Expected worth to the judge. */
  worth: number;
}

const frame = { left: 32, right: 312, top: 10, bottom: 204 };
const farthest = 4.7;
const [lowest, highest] = [-2.2, 2.7];

const x = (divergence: number): string =>
  (frame.left + ((frame.right - frame.left) * divergence) / farthest).toFixed(1);
const y = (value: number): string =>
  (frame.bottom - ((frame.bottom - frame.top) * (value - lowest)) / (highest - lowest)).toFixed(1);

/** Expected score and worth over the divergence, for every price, with the present policy marked on both. */
export function Frontier({
  curve,
  now,
  best,
}: {
  curve: readonly FrontierPoint[];
  now: FrontierPoint;
  /** Where the worth is greatest, if it falls again after that. */
  best: { divergence: number; worth: number } | undefined;
}) {
  const line = (key: 'score' | 'worth'): string =>
    `M${curve.map((point) => `${x(point.divergence)} ${y(point[key])}`).join('L')}`;
  return (
    <svg class="policy-frontier" viewBox="0 0 320 244" width="320" height="244" aria-hidden="true">
      <path
        class="hair"
        d={`M${frame.left} ${frame.top}V${frame.bottom}H${frame.right}M${frame.left} ${y(0)}H${frame.right}`}
      />
      {[-2, -1, 0, 1, 2].map((value) => (
        <text key={value} class="label" x={frame.left - 6} y={y(value)} dy="0.35em" text-anchor="end">
          {value < 0 ? `−${-value}` : value}
        </text>
      ))}
      {[0, 1, 2, 3, 4].map((value) => (
        <text key={value} class="label" x={x(value)} y={frame.bottom + 16} text-anchor="middle">
          {value}
        </text>
      ))}
      <text class="label" x={frame.right} y={frame.bottom + 34} text-anchor="end">
        divergence from the reference, in nats
      </text>
      <path class="ink" stroke-width="1.75" d={line('score')} />
      <path class="ink policy-dashed" stroke-width="1.75" d={line('worth')} />
      <text x={x(2.6)} y={y(2.2)} dy="-0.7em" text-anchor="end">
        score
      </text>
      <text x={x(best ? 3.2 : 1.5)} y={y(best ? -0.2 : 0.75)}>
        worth
      </text>
      {best && (
        <>
          <path class="hair" d={`M${x(best.divergence)} ${y(best.worth)}V${frame.bottom}`} />
          <text class="label" x={x(best.divergence)} y={y(-1.8)} dx="5">
            most worth
          </text>
        </>
      )}
      <path class="here-line" d={`M${x(now.divergence)} ${y(now.score)}V${y(now.worth)}`} />
      <circle class="here" cx={x(now.divergence)} cy={y(now.score)} r="4.5" />
      <circle class="here" cx={x(now.divergence)} cy={y(now.worth)} r="4.5" />
    </svg>
  );
}
