const frame = { left: 36, right: 312, top: 12, bottom: 148 };
const highest = 1;

/** The loss after each step, as a line that ends at the present step. */
export function LossCurve({
  losses,
  comparisons,
  end,
  isEndless,
}: {
  losses: readonly number[];
  /** The part of the last loss that the comparisons make up; the penalty is the rest. */
  comparisons: number;
  /** The least loss there is, where there is one. */
  end: number | undefined;
  isEndless: boolean;
}) {
  const steps = losses.length - 1;
  const span = Math.max(60, steps);
  const x = (step: number): string => (frame.left + ((frame.right - frame.left) * step) / span).toFixed(1);
  const y = (loss: number): string =>
    (frame.bottom - ((frame.bottom - frame.top) * Math.min(highest, loss)) / highest).toFixed(1);
  const now = losses[steps] ?? 0;
  return (
    <div class="preference-loss">
      <p class="preference-head">
        Loss after {steps} {steps === 1 ? 'step' : 'steps'}: <b data-loss>{now.toFixed(3)}</b>, made up of{' '}
        {comparisons.toFixed(3)} for the comparisons and {(now - comparisons).toFixed(3)} of penalty
        {isEndless && '. There is no least loss: without a penalty the scores grow for ever'}
      </p>
      <svg viewBox="0 0 320 176" width="320" height="176" aria-hidden="true">
        <path class="hair" d={`M${frame.left} ${frame.top}V${frame.bottom}H${frame.right}`} />
        {[0, 0.5, 1].map((loss) => (
          <text key={loss} class="label" x={frame.left - 6} y={y(loss)} dy="0.35em" text-anchor="end">
            {loss}
          </text>
        ))}
        {[0, span / 2, span].map((step) => (
          <text key={step} class="label" x={x(step)} y={frame.bottom + 18} text-anchor="middle">
            {Math.round(step)}
          </text>
        ))}
        <path class="hair preference-dashed" d={`M${frame.left} ${y(Math.LN2)}H${frame.right}`} />
        <text class="label" x={frame.right} y={y(Math.LN2)} dy="-0.4em" text-anchor="end">
          coin toss
        </text>
        {end !== undefined && (
          <>
            <path class="hair preference-dashed" d={`M${frame.left} ${y(end)}H${frame.right}`} />
            <text class="label" x={frame.right} y={y(end)} dy="1.2em" text-anchor="end">
              least
            </text>
          </>
        )}
        <path
          class="ink"
          stroke-width="1.5"
          d={`M${losses.map((loss, step) => `${x(step)} ${y(loss)}`).join('L')}`}
        />
        <circle class="here" cx={x(steps)} cy={y(now)} r="4" />
      </svg>
    </div>
  );
}
