/** The noise schedule of Ho et al. 2020 (section 4): T steps, their variances growing evenly. */
export const totalSteps = 1000;

/** β of the steps 1 to `steps`, at index 0 to `steps` - 1, growing evenly from `first` to `last`. */
export function linearBetas(steps = totalSteps, first = 1e-4, last = 0.02): number[] {
  return Array.from({ length: steps }, (_, index) =>
    steps === 1 ? first : first + ((last - first) * index) / (steps - 1),
  );
}

/** ᾱ of the times 0 to T: the share of the data's variance that is left. `alphaBars(betas)[0]` is 1. */
export function alphaBars(betas: readonly number[]): number[] {
  const bars = [1];
  for (const beta of betas) bars.push(bars.at(-1)! * (1 - beta));
  return bars;
}

/** ᾱ of the linear schedule at times 0 to 1000. */
export const linearSchedule: readonly number[] = alphaBars(linearBetas());

/** ᾱ at a time of the linear schedule. Throws where there is no such time. */
export function alphaBarAt(time: number): number {
  const bar = linearSchedule[time];
  if (bar === undefined) throw new RangeError(`${time} is no whole time from 0 to ${totalSteps}`);
  return bar;
}

/** The times at which a sampler of `steps` steps stands: from T down to 0, evenly spread, `steps` + 1 of them. */
export function samplingTimes(steps: number, total = totalSteps): number[] {
  return Array.from({ length: steps + 1 }, (_, index) => Math.round(total * (1 - index / steps)));
}
