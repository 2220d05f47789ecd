/** A point: one number for each dimension. */
export type Point = readonly number[];

/** One round normal distribution of a mixture. */
export interface Component {
  /** Its share of the whole, relative to those of the others. */
  weight: number;
  mean: Point;
  /** Standard deviation, the same in every direction. */
  sd: number;
  /** What it is an example of, where the mixture has classes. */
  label?: string;
}

/** A mixture of round normal distributions in any number of dimensions. */
export type Mixture = readonly Component[];

/** The components of one class; their weights stay relative to each other. */
export function ofClass(mixture: Mixture, label: string): Mixture {
  return mixture.filter((component) => component.label === label);
}

/**
 * The mixture after noise: x_t = √ᾱ x_0 + √(1 − ᾱ) ε makes of N(m, s²) the normal distribution
 * N(√ᾱ m, ᾱ s² + 1 − ᾱ), component by component.
 */
export function noised(mixture: Mixture, alphaBar: number): Mixture {
  const scale = Math.sqrt(alphaBar);
  return mixture.map((component) => ({
    ...component,
    mean: component.mean.map((value) => scale * value),
    sd: Math.sqrt(alphaBar * component.sd ** 2 + 1 - alphaBar),
  }));
}

/** ln of weight × density of every component at x, the weights brought to a sum of 1. */
function logTerms(mixture: Mixture, x: Point): number[] {
  const total = mixture.reduce((sum, { weight }) => sum + weight, 0);
  return mixture.map(({ weight, mean, sd }) => {
    let squared = 0;
    for (let axis = 0; axis < x.length; axis++) squared += (x[axis]! - mean[axis]!) ** 2;
    return (
      Math.log(weight / total) - squared / (2 * sd ** 2) - x.length * Math.log(sd * Math.sqrt(2 * Math.PI))
    );
  });
}

/** ln p(x), without underflow far from every component. */
export function logDensity(mixture: Mixture, x: Point): number {
  const terms = logTerms(mixture, x);
  const largest = Math.max(...terms);
  return largest + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - largest), 0));
}

/** How probable it is that x came from each component; the values add up to 1. */
export function responsibilities(mixture: Mixture, x: Point): number[] {
  const terms = logTerms(mixture, x);
  const largest = Math.max(...terms);
  const shares = terms.map((term) => Math.exp(term - largest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

/** The score ∇ ln p(x): each component pulls towards its mean, the stronger the likelier x came from it. */
export function score(mixture: Mixture, x: Point): number[] {
  const pulls = responsibilities(mixture, x).map((share, index) => share / mixture[index]!.sd ** 2);
  return x.map((value, axis) => {
    let sum = 0;
    for (let index = 0; index < pulls.length; index++)
      sum += pulls[index]! * (mixture[index]!.mean[axis]! - value);
    return sum;
  });
}

/**
 * E[x_0 | x_t] for data of the mixture, by conditioning each component's joint normal distribution of x_0 and x_t
 * and weighting by where x_t probably came from.
 */
export function denoised(mixture: Mixture, x: Point, alphaBar: number): number[] {
  const scale = Math.sqrt(alphaBar);
  const shares = responsibilities(noised(mixture, alphaBar), x);
  return x.map((value, axis) =>
    mixture.reduce((sum, { mean, sd }, index) => {
      const gain = (scale * sd ** 2) / (alphaBar * sd ** 2 + 1 - alphaBar);
      return sum + shares[index]! * (mean[axis]! + gain * (value - scale * mean[axis]!));
    }, 0),
  );
}

/** E[ε | x_t], what a perfect network answers: −√(1 − ᾱ) times the score of the noised mixture. */
export function predictedNoise(mixture: Mixture, x: Point, alphaBar: number): number[] {
  const sigma = Math.sqrt(1 - alphaBar);
  return score(noised(mixture, alphaBar), x).map((value) => -sigma * value);
}

/** The class to which the mixture itself gives x the highest probability. */
export function likeliestClass(mixture: Mixture, x: Point): string | undefined {
  const shares = responsibilities(mixture, x);
  const byClass = new Map<string | undefined, number>();
  mixture.forEach(({ label }, index) => byClass.set(label, (byClass.get(label) ?? 0) + shares[index]!));
  return [...byClass].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
