/** A number of an address within bounds and on the grid of `step`; `initial` where it is missing or no such number. */
export function numberOf(
  parameters: URLSearchParams,
  key: string,
  { min, max, step = 1, initial }: { min: number; max: number; step?: number; initial: number },
): number {
  const written = parameters.get(key) ?? '';
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value) || value < min || value > max) return initial;
  return min + Math.round((value - min) / step) * step;
}

/** One of the given words of an address, or `initial`. */
export function wordOf<Word extends string>(
  parameters: URLSearchParams,
  key: string,
  words: readonly Word[],
  initial: Word,
): Word {
  return words.find((word) => word === parameters.get(key)) ?? initial;
}

/** The values of a state that differ from the initial ones, as an address writes them. */
export function changed<State extends object>(state: State, initial: State): Record<string, string> {
  return Object.fromEntries(
    Object.entries(state)
      .filter(([key, value]) => value !== initial[key as keyof State])
      .map(([key, value]) => [key, String(value)]),
  );
}
