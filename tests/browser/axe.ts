import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

export const colorSchemes = ['light', 'dark'] as const;

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules whose answer depends on colour. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds in a page, or in the part that a selector names, a line each: the rule and
 * the first element that breaks it. In the dark scheme only the rules of colour are asked,
 * since the elements are the same as in the light one. With `rules`, those alone.
 */
export async function violations(
  page: Page,
  {
    colorScheme = 'light',
    part,
    rules,
  }: { colorScheme?: 'light' | 'dark'; part?: string; rules?: string[] } = {},
): Promise<string[]> {
  // Without frames there is nothing to join, for which a page of its own would be opened each time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  if (part) axe.include(part);
  if (rules) axe.withRules(rules);
  else if (colorScheme === 'dark') axe.withRules(rulesOfColour);
  else axe.withTags(tags);
  const { violations: found } = await axe.analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 160)}`);
}
