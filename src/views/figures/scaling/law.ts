/** The loss that the fitted law gives, in nats for a token, and its parts. */
export interface Fit {
  /** What no model gets rid of. */
  floor: number;
  a: number;
  alpha: number;
  b: number;
  beta: number;
}

/** As published, rounded: Hoffmann et al. 2022, appendix D.2, equation 10. */
export const published: Fit = { floor: 1.69, a: 406.4, alpha: 0.34, b: 410.7, beta: 0.28 };

/** Fitted anew to the same runs, read off the paper's figures: Besiroglu et al. 2024. */
export const refitted: Fit = { floor: 1.8172, a: 482.01, alpha: 0.3478, b: 2085.43, beta: 0.3658 };

export const fits = { published, refitted };

/** Operations of training: six for each parameter and token, two of them forwards (Hoffmann et al. 2022, section 3.3). */
export const operations = (parameters: number, tokens: number): number => 6 * parameters * tokens;

/** The loss of a model of so many parameters after so many tokens. */
export function loss(parameters: number, tokens: number, fit = published): number {
  return fit.floor + fit.a / parameters ** fit.alpha + fit.b / tokens ** fit.beta;
}

/** Parameters and tokens of least loss for a budget of operations (Hoffmann et al. 2022, section 3.3, equation 4). */
export function best(budget: number, fit = published): { parameters: number; tokens: number } {
  const { a, alpha, b, beta } = fit;
  const g = ((alpha * a) / (beta * b)) ** (1 / (alpha + beta));
  const parameters = g * (budget / 6) ** (beta / (alpha + beta));
  return { parameters, tokens: budget / 6 / parameters };
}
