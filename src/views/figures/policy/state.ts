/** What the policy is made to raise. */
export type Target = 'score' | 'worth';

export interface State {
  /** Price of a nat of divergence from the reference. */
  beta: number;
  target: Target;
}

export const leastBeta = 0.05;
export const greatestBeta = 20;
export const initial: State = { beta: 1, target: 'score' };

/** Three significant digits, so that a link and a label give the same β. */
export function rounded(beta: number): number {
  return Number(Math.min(greatestBeta, Math.max(leastBeta, beta)).toPrecision(3));
}

export function read(parameters: URLSearchParams): State {
  const text = parameters.get('beta') ?? '';
  const beta = /^\d{1,3}(\.\d{1,4})?$/.test(text) ? Number(text) : NaN;
  return {
    beta: beta >= leastBeta && beta <= greatestBeta ? rounded(beta) : initial.beta,
    target: parameters.get('target') === 'worth' ? 'worth' : initial.target,
  };
}

export function write({ beta, target }: State): Record<string, string> {
  return {
    ...(beta === initial.beta ? {} : { beta: String(beta) }),
    ...(target === initial.target ? {} : { target }),
  };
}
