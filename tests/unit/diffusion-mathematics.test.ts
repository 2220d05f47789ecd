import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  denoised,
  likeliestClass,
  logDensity,
  noised,
  ofClass,
  predictedNoise,
  responsibilities,
  score,
  type Mixture,
} from '../../src/views/figures/diffusion/mixture.ts';
import { drawData } from '../../src/views/figures/diffusion/data.ts';
import { normal } from '../../src/views/figures/random.ts';
import {
  ends,
  forwardPaths,
  guided,
  guidedByWeight,
  perfectNetwork,
  pointAt,
  reversePaths,
  stepBack,
  until,
} from '../../src/views/figures/diffusion/paths.ts';
import {
  alphaBarAt,
  linearBetas,
  linearSchedule,
  samplingTimes,
} from '../../src/views/figures/diffusion/schedule.ts';

/** ∫ f over [from, to] by the trapezoidal rule. */
function integral(f: (x: number) => number, from: number, to: number, cells = 4000): number {
  const width = (to - from) / cells;
  let sum = (f(from) + f(to)) / 2;
  for (let cell = 1; cell < cells; cell++) sum += f(from + cell * width);
  return sum * width;
}

const bell = (x: number, mean: number, sd: number) =>
  Math.exp(-((x - mean) ** 2) / (2 * sd ** 2)) / (sd * Math.sqrt(2 * Math.PI));

/** The density of a mixture in one dimension, written out plainly. */
const density = (mixture: Mixture, x: number) =>
  mixture.reduce((sum, { weight, mean, sd }) => sum + weight * bell(x, mean[0]!, sd), 0) /
  mixture.reduce((sum, { weight }) => sum + weight, 0);

const moments = (points: readonly (readonly number[])[], axis: number) => {
  const values = points.map((point) => point[axis]!);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
};

/** Mean and variance along an axis from the components: the variance within plus that of the means. */
function exactMoments(mixture: Mixture, axis: number) {
  const total = mixture.reduce((sum, { weight }) => sum + weight, 0);
  const mean = mixture.reduce((sum, one) => sum + (one.weight / total) * one.mean[axis]!, 0);
  const square = mixture.reduce(
    (sum, one) => sum + (one.weight / total) * (one.sd ** 2 + one.mean[axis]! ** 2),
    0,
  );
  return { mean, variance: square - mean ** 2 };
}

const line: Mixture = [
  { weight: 1, mean: [-1.2], sd: 0.25 },
  { weight: 3, mean: [0.9], sd: 0.4 },
];

const plane: Mixture = [
  { weight: 1, mean: [0, 1.4], sd: 0.3, label: 'a' },
  { weight: 1, mean: [0, 0.1], sd: 0.3, label: 'a' },
  { weight: 2, mean: [-1.2, -0.7], sd: 0.35, label: 'b' },
];

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const anyMixture = (dimensions: number) =>
  fc.array(
    fc.record({
      weight: number(0.1, 3),
      mean: fc.array(number(-2, 2), { minLength: dimensions, maxLength: dimensions }),
      sd: number(0.2, 1.5),
    }),
    { minLength: 1, maxLength: 4 },
  );

const anyTime = fc.integer({ min: 1, max: 1000 });

describe('schedule', () => {
  // Ho et al. 2020, section 4; the values below stand in tests/schedulers/test_scheduler_ddim.py of
  // huggingface/diffusers, commit 1cf1528a9171: the variance of a step between two times of this schedule,
  // counted there from 0.
  test('agrees with the published variances of steps', () => {
    const variance = (from: number, to: number) => {
      const [a, b] = [alphaBarAt(from + 1), alphaBarAt(to + 1)];
      return ((1 - b) / (1 - a)) * (1 - a / b);
    };
    expect(Math.abs(variance(420, 400) - 0.14771)).toBeLessThan(1e-5);
    expect(Math.abs(variance(980, 960) - 0.3246)).toBeLessThan(1e-5);
    expect(Math.abs(variance(487, 486) - 0.00979)).toBeLessThan(1e-5);
    expect(Math.abs(variance(999, 998) - 0.02)).toBeLessThan(1e-5);
  });

  // The same section: KL(q(x_T | x_0) || N(0, I)) ≈ 10⁻⁵ bits per dimension. Pixels are taken as spread evenly over [-1, 1].
  test('leaves about 1e-5 bits per dimension of the data at the end', () => {
    const bar = alphaBarAt(1000);
    const nats = (bar / 3 + (1 - bar) - 1 - Math.log(1 - bar)) / 2;
    expect(nats / Math.log(2)).toBeGreaterThan(0.5e-5);
    expect(nats / Math.log(2)).toBeLessThan(2e-5);
  });

  test('has 1000 steps, from 0.0001 to 0.02, and begins with everything', () => {
    const betas = linearBetas();
    expect(betas).toHaveLength(1000);
    expect(betas[0]).toBe(0.0001);
    expect(betas[999]).toBeCloseTo(0.02, 12);
    expect(linearSchedule).toHaveLength(1001);
    expect(alphaBarAt(0)).toBe(1);
    expect(() => alphaBarAt(1001)).toThrow('no whole time');
    expect(() => alphaBarAt(0.5)).toThrow('no whole time');
  });

  test('the times of a sampler begin at T, end at 0 and fall', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (steps) => {
        const times = samplingTimes(steps);
        expect(times).toHaveLength(steps + 1);
        expect([times[0], times.at(-1)]).toEqual([1000, 0]);
        for (let step = 0; step < steps; step++) expect(times[step]!).toBeGreaterThan(times[step + 1]!);
      }),
    );
  });
});

describe('mixture', () => {
  test('the noised density is the convolution of the data with the noise, integrated numerically', () => {
    for (const time of [50, 250, 500, 900]) {
      const bar = alphaBarAt(time);
      for (const x of [-2, -0.7, 0, 0.4, 1.8]) {
        const convolved = integral(
          (x0) => density(line, x0) * bell(x, Math.sqrt(bar) * x0, Math.sqrt(1 - bar)),
          -6,
          6,
        );
        expect(Math.exp(logDensity(noised(line, bar), [x]))).toBeCloseTo(convolved, 8);
      }
    }
  });

  test('samples noised by the closed form have the moments of the noised mixture', () => {
    const bar = alphaBarAt(300);
    const noise = normal(5);
    const samples = drawData(plane, 40_000, 3).map((point) =>
      point.map((value) => Math.sqrt(bar) * value + Math.sqrt(1 - bar) * noise()),
    );
    for (const axis of [0, 1]) {
      const [found, exact] = [moments(samples, axis), exactMoments(noised(plane, bar), axis)];
      expect(Math.abs(found.mean - exact.mean)).toBeLessThan(0.02);
      expect(Math.abs(found.variance - exact.variance)).toBeLessThan(0.02);
    }
  });

  test('the score is the slope of the log density, differentiated numerically', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }).chain((dimensions) =>
          fc.record({
            mixture: anyMixture(dimensions),
            x: fc.array(number(-3, 3), { minLength: dimensions, maxLength: dimensions }),
          }),
        ),
        ({ mixture, x }) => {
          const h = 1e-5;
          score(mixture, x).forEach((slope, axis) => {
            const moved = (by: number) => x.map((value, one) => (one === axis ? value + by : value));
            const numeric = (logDensity(mixture, moved(h)) - logDensity(mixture, moved(-h))) / (2 * h);
            expect(Math.abs(slope - numeric)).toBeLessThan(1e-4 * (1 + Math.abs(slope)));
          });
        },
      ),
    );
  });

  test('the estimate of the data is the mean of the posterior, integrated numerically', () => {
    for (const [time, x] of [
      [100, -0.3],
      [400, 0.5],
      [800, -1.5],
    ] as const) {
      const bar = alphaBarAt(time);
      const joint = (x0: number) => density(line, x0) * bell(x, Math.sqrt(bar) * x0, Math.sqrt(1 - bar));
      const mean = integral((x0) => x0 * joint(x0), -6, 6) / integral(joint, -6, 6);
      expect(denoised(line, [x], bar)[0]).toBeCloseTo(mean, 6);
    }
  });

  test('noise, data and score convert into each other (Tweedie)', () => {
    fc.assert(
      fc.property(anyMixture(2), anyTime, number(-3, 3), number(-3, 3), (mixture, time, a, b) => {
        const bar = alphaBarAt(time);
        const x = [a, b];
        const slope = score(noised(mixture, bar), x);
        const epsilon = predictedNoise(mixture, x, bar);
        denoised(mixture, x, bar).forEach((original, axis) => {
          const byScore = (x[axis]! + (1 - bar) * slope[axis]!) / Math.sqrt(bar);
          const byNoise = (x[axis]! - Math.sqrt(1 - bar) * epsilon[axis]!) / Math.sqrt(bar);
          // At the end √ᾱ is 0.006, and dividing by it magnifies what rounding left.
          expect(byScore).toBeCloseTo(original, 6);
          expect(byNoise).toBeCloseTo(original, 6);
        });
      }),
    );
  });

  test('far from everything the density is small, not undefined', () => {
    expect(logDensity(line, [80])).toBeLessThan(-1000);
    expect(responsibilities(line, [80]).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  test('classes', () => {
    expect(ofClass(plane, 'a')).toHaveLength(2);
    expect(likeliestClass(plane, [-1, -0.6])).toBe('b');
    expect(likeliestClass(plane, [0.1, 1])).toBe('a');
  });
});

describe('noise', () => {
  test('is normal, the same for the same seed and unlike in another stream', () => {
    const draw = (seed: number, stream: number) => {
      const noise = normal(seed, stream);
      return Array.from({ length: 20_000 }, noise);
    };
    const [one, again, other] = [draw(1, 0), draw(1, 0), draw(1, 1)];
    expect(again).toEqual(one);
    const { mean, variance } = moments(
      one.map((value) => [value]),
      0,
    );
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.04);
    expect(one.filter((value) => Math.abs(value) < 1).length / one.length).toBeCloseTo(0.6827, 1);
    const correlation = one.reduce((sum, value, index) => sum + value * other[index]!, 0) / one.length;
    expect(Math.abs(correlation)).toBeLessThan(0.03);
  });

  test('the first numbers of neighbouring streams are normal too', () => {
    const first = Array.from({ length: 5000 }, (_, stream) => [normal(2, stream)()]);
    const { mean, variance } = moments(first, 0);
    expect(Math.abs(mean)).toBeLessThan(0.06);
    expect(Math.abs(variance - 1)).toBeLessThan(0.08);
  });

  test('data come in the proportions of the weights', () => {
    const data = drawData(line, 200, 1);
    expect(data).toHaveLength(200);
    expect(data.filter(([x]) => x! < -0.2).length).toBe(50);
  });
});

describe('samplers', () => {
  // Ho et al. 2020: the mean by equation 11, the variance of the posterior by equation 7.
  test('η = 1 between neighbouring times is the step of DDPM', () => {
    const betas = linearBetas();
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 1000 }), number(-3, 3), number(-3, 3), (time, x, epsilon) => {
        const beta = betas[time - 1]!;
        const [from, to] = [alphaBarAt(time), alphaBarAt(time - 1)];
        const mean = (x - (beta / Math.sqrt(1 - from)) * epsilon) / Math.sqrt(1 - beta);
        const spread = Math.sqrt(((1 - to) / (1 - from)) * beta);
        const step = (z: number) => stepBack([x], [epsilon], { from, to, eta: 1 }, () => z)[0]!;
        expect(step(0)).toBeCloseTo(mean, 9);
        expect(step(1) - step(0)).toBeCloseTo(spread, 9);
      }),
    );
  });

  test('the last step of both samplers gives the estimate of the data and adds no noise', () => {
    const noise = () => {
      throw new Error('no noise is due');
    };
    for (const eta of [0, 1])
      expect(stepBack([0.4], [1.5], { from: 0.64, to: 1, eta }, noise)[0]).toBeCloseTo(
        (0.4 - 0.6 * 1.5) / 0.8,
        12,
      );
  });

  // In one dimension the paths of the probability flow cannot cross, so the flow is the map that keeps ranks:
  // as much of the data lies below the end of a path as of the noise below its beginning.
  test('DDIM in many steps carries the noise to the mixture rank by rank', () => {
    const paths = reversePaths(perfectNetwork(line), {
      count: 60,
      dimensions: 1,
      steps: 1000,
      eta: 0,
      seed: 4,
    });
    for (const { points } of paths) {
      const below = (f: (x: number) => number, x: number) => integral(f, -8, x);
      const before = below((x) => bell(x, 0, 1), points[0]![0]!);
      const after = below((x) => density(line, x), points.at(-1)![0]!);
      expect(Math.abs(after - before)).toBeLessThan(0.01);
    }
  });

  test('DDIM and DDPM in many steps reach the moments of the mixture', () => {
    for (const eta of [0, 1]) {
      const samples = ends(
        reversePaths(perfectNetwork(plane), { count: 800, dimensions: 2, steps: 150, eta, seed: 9 }),
      );
      for (const axis of [0, 1]) {
        const [found, exact] = [moments(samples, axis), exactMoments(plane, axis)];
        expect(Math.abs(found.mean - exact.mean), `mean, η = ${eta}`).toBeLessThan(0.1);
        expect(Math.abs(found.variance - exact.variance), `variance, η = ${eta}`).toBeLessThan(0.1);
      }
      const inA = samples.filter((x) => likeliestClass(plane, x) === 'a').length / samples.length;
      expect(inA).toBeCloseTo(0.5, 1);
    }
  });

  test('the same seed begins at the same noise whatever the sampler', () => {
    const start = (steps: number, eta: number) =>
      reversePaths(perfectNetwork(plane), { count: 3, dimensions: 2, steps, eta, seed: 7 }).map(
        ({ points }) => points[0],
      );
    expect(start(5, 0)).toEqual(start(50, 1));
    expect(start(5, 0)[0]).not.toEqual(start(5, 0)[1]);
  });

  test('the forward chain ends as normal noise and passes through the closed form', () => {
    const paths = forwardPaths(drawData(plane, 4000, 2), 20, 8);
    const at = (time: number) => paths.map((path) => pointAt(path, time));
    for (const time of [250, 1000]) {
      for (const axis of [0, 1]) {
        const [found, exact] = [moments(at(time), axis), exactMoments(noised(plane, alphaBarAt(time)), axis)];
        expect(Math.abs(found.mean - exact.mean)).toBeLessThan(0.06);
        expect(Math.abs(found.variance - exact.variance)).toBeLessThan(0.08);
      }
    }
  });
});

describe('guidance', () => {
  const point = fc.array(number(-3, 3), { minLength: 2, maxLength: 2 });

  test('the two conventions agree where s = 1 + w', () => {
    fc.assert(
      fc.property(point, point, number(-1, 10), (unconditional, conditional, weight) => {
        const s = guided(unconditional, conditional, 1 + weight);
        guidedByWeight(unconditional, conditional, weight).forEach((value, axis) =>
          expect(value).toBeCloseTo(s[axis]!, 9),
        );
      }),
    );
  });

  test('s = 0 leaves the class out, s = 1 is the class alone', () => {
    expect(guided([1, 2], [3, 5], 0)).toEqual([1, 2]);
    expect(guided([1, 2], [3, 5], 1)).toEqual([3, 5]);
    expect(guided([1, 2], [3, 5], 2)).toEqual([5, 8]);
    expect(guidedByWeight([1, 2], [3, 5], 0)).toEqual([3, 5]);
  });

  test('guidance adds to the score s times what a classifier on noisy data would add', () => {
    const bar = alphaBarAt(300);
    const x = [0.3, 0.2];
    const sigma = Math.sqrt(1 - bar);
    const h = 1e-5;
    const logClass = (at: readonly number[]) => {
      const shares = responsibilities(noised(plane, bar), at);
      return Math.log(shares[0]! + shares[1]!);
    };
    const plain = score(noised(plane, bar), x);
    perfectNetwork(
      plane,
      ofClass(plane, 'a'),
      3,
    )(x, bar).forEach((epsilon, axis) => {
      const moved = (by: number) => x.map((value, one) => (one === axis ? value + by : value));
      const slope = (logClass(moved(h)) - logClass(moved(-h))) / (2 * h);
      expect(-epsilon / sigma).toBeCloseTo(plain[axis]! + 3 * slope, 5);
    });
  });
});

describe('paths', () => {
  const path = { times: [1000, 500, 0], points: [[0], [1], [3]] };

  test('between two times a point lies on the line between them', () => {
    expect(pointAt(path, 1000)).toEqual([0]);
    expect(pointAt(path, 750)).toEqual([0.5]);
    expect(pointAt(path, 250)).toEqual([2]);
    expect(pointAt(path, 0)).toEqual([3]);
    expect(pointAt({ times: [0, 1000], points: [[2], [4]] }, 250)).toEqual([2.5]);
  });

  test('a path up to a time ends there', () => {
    expect(until(path, 250)).toEqual({ times: [1000, 500, 250], points: [[0], [1], [2]] });
    expect(until(path, 500)).toEqual({ times: [1000, 500], points: [[0], [1]] });
    expect(until(path, 1000)).toEqual({ times: [1000], points: [[0]] });
  });
});
