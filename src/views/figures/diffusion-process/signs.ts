import { lastAnswer } from '../diffusion/last-answer.ts';
import { denoised, responsibilities, type Mixture, type Point } from '../diffusion/mixture.ts';
import { normal } from '../random.ts';
import { perfectNetwork, pointAt, reversePaths } from '../diffusion/paths.ts';
import { alphaBarAt } from '../diffusion/schedule.ts';

/** Pictures are `across` by `across` pixels, each from −1 (empty) to 1 (filled). */
export const across = 8;

/** The catalog's four signs of an architecture, in pixels. */
const drawings: Record<string, string> = {
  encoder: '........ .######. .######. .######. .######. .######. .######. ........',
  decoder: '........ .##..... .##..... .####... .####... .######. .######. ........',
  'encoder-decoder': '####.... ####.... ####.... ####.... ...###.. ...###.. ...##### ...#####',
  other: '........ .######. .#....#. .#....#. .#....#. .#....#. .######. ........',
};

/** The pixels of a sign, row by row. */
export function pixelsOf(sign: string): number[] {
  return [...drawings[sign]!.replaceAll(' ', '')].map((pixel) => (pixel === '#' ? 1 : -1));
}

export const signNames = Object.keys(drawings);

/** A set of images in which each sign is as frequent as the others, hardly varied. */
export const signs: Mixture = signNames.map((label) => ({
  weight: 1,
  mean: pixelsOf(label),
  sd: 0.02,
  label,
}));

/** The times that are drawn, from the image to the noise. */
export const times = [0, 150, 400, 500, 600, 1000];

export interface Strip {
  /** The decoder's sign, noised by the closed form with one and the same noise. */
  forward: Point[];
  /** What stands at these times on the way from other noise to an image, by DDPM in 1,000 steps. */
  back: Point[];
  /** The mean of all images that the picture of the way back may have come from. */
  estimate: Point[];
  /** The sign that the way back ends in. */
  ends: string;
}

/** Three rows of pictures, at each of `times`. */
export const stripOf = lastAnswer((seed: number): Strip => {
  const noise = normal(seed, 500);
  const image = pixelsOf('decoder');
  const epsilon = image.map(noise);
  const [path] = reversePaths(perfectNetwork(signs), {
    count: 1,
    dimensions: across ** 2,
    steps: 1000,
    eta: 1,
    seed,
  });
  const back = times.map((time) => pointAt(path!, time));
  const shares = responsibilities(signs, back[0]!);
  return {
    forward: times.map((time) => {
      const bar = alphaBarAt(time);
      return image.map((value, pixel) => Math.sqrt(bar) * value + Math.sqrt(1 - bar) * epsilon[pixel]!);
    }),
    back,
    estimate: times.map((time, index) =>
      time === 0 ? back[index]! : denoised(signs, back[index]!, alphaBarAt(time)),
    ),
    ends: signNames[shares.indexOf(Math.max(...shares))]!,
  };
});
