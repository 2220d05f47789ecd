import { expect, test, type Page } from '@playwright/test';
import { overlapsOf } from './overlaps.ts';

interface Term {
  slug: string;
  description: string;
  models: string[];
}

/** A facet's terms that have models. */
async function termsOf(page: Page, name: string): Promise<Term[]> {
  const { facets } = (await (await page.request.get('api/v1/facets.json')).json()) as {
    facets: { name: string; terms: Term[] }[];
  };
  const { terms } = facets.find((facet) => facet.name === name)!;
  return terms.filter(({ models }) => models.length > 0);
}

/** Names of a drawing that cover each other or leave the page, and whether the page scrolls sideways. */
async function faults(page: Page, names: string): Promise<string[]> {
  const labels = page.locator(names);
  const strays = await labels.evaluateAll((all) => {
    const boxes = all
      .filter((label) => label.getClientRects().length > 0)
      .map((label) => ({ name: label.textContent!.trim(), box: label.getBoundingClientRect() }));
    if (boxes.length === 0) return ['there are no names'];
    const right = document.documentElement.clientWidth;
    const outside = boxes.filter(({ box }) => box.left < 0 || box.right > right).map(({ name }) => name);
    const isWide = document.documentElement.scrollWidth > right;
    return [...outside, ...(isWide ? ['the page scrolls sideways'] : [])];
  });
  return [...(await overlapsOf(labels)), ...strays];
}

const namesOfFamilies = [
  '.family-tree a text',
  '.family-timeline .ticks text',
  '.family-timeline li text',
  '.family-timeline .n a',
].join(', ');
const namesOfYears = '.year-picture text, .year-picture dd a';

// The narrowest page, and of each layout the narrowest.
for (const width of [360, 641, 840, 1100]) {
  test(`no names overlap on the pages of families and years, ${width} pixels wide`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: 900 });
    const found: string[] = [];
    for (const [facet, names] of [
      ['families', namesOfFamilies],
      ['years', namesOfYears],
    ] as const) {
      for (const { slug } of await termsOf(page, facet)) {
        await page.goto(`${facet}/${slug}/`);
        found.push(...(await faults(page, names)).map((fault) => `${facet}/${slug}: ${fault}`));
      }
    }
    expect(found).toEqual([]);
  });
}

test('what a narrow page has no room to draw stands there as a list', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 760 });
  await page.goto('families/gpt/');
  await expect(page.locator('.family-tree')).toBeHidden();
  await expect(
    page.locator('.family-picture .leaf').getByRole('link', { name: 'GPT-3', exact: true }),
  ).toBeVisible();
  await page.goto('years/2017/');
  await expect(page.locator('.year-picture svg').first()).toBeHidden();
  await expect(page.locator('.year-picture dd').getByRole('link', { name: 'Transformer' })).toBeVisible();
});

test('a month leads to the timeline of it, a family to its place in the tree', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('years/2020/');
  await page.getByRole('link', { name: 'May 2020 in the timeline' }).click();
  await expect(page.locator('.bar .count')).toContainText('4 of');
  await page.goto('families/gpt/');
  await page.getByRole('link', { name: 'GPT in the whole tree' }).click();
  await expect(page.locator('.family-tree [data-node="gpt"]')).toHaveClass(/sought/);
});

test('search finds a year by what its text says', async ({ page }) => {
  const { slug, description } = (await termsOf(page, 'years')).at(-2)!;
  await page.goto(`search/?q=${encodeURIComponent(description.split(' ').slice(0, 6).join(' '))}`);
  await expect(page.getByRole('link', { name: `Models of ${slug}` })).toBeVisible();
});
