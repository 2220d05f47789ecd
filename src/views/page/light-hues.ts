import type { Hue } from '../../schema/branch.ts';

/** The hue of a branch in the light theme: of marks, and of text. */
export interface LightHue {
  mark: string;
  text: string;
}

/** The hues of the light theme by their names, out of the style sheet that has them. */
export function lightHues(tokens: string): Map<Hue, LightHue> {
  const colour = 'light-dark\\((#[0-9a-f]{6}), #[0-9a-f]{6}\\)';
  const rules = tokens.matchAll(
    new RegExp(`\\.f-([a-z0-9]+) \\{\\s*--f: ${colour};\\s*--ft: (?:${colour}|var\\(--f\\));`, 'g'),
  );
  return new Map(
    [...rules].map(([, name, mark, text]) => [name as Hue, { mark: mark!, text: text ?? mark! }]),
  );
}
