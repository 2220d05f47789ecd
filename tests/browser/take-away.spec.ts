import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { expect, test, type Page } from '@playwright/test';

/** The text of the file that a press on a button saves. */
async function saved(page: Page, button: string): Promise<string> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFile((await (await saving).path())!, 'utf8');
}

async function savedRows(page: Page): Promise<Record<string, string>[]> {
  return parse(await saved(page, 'Save as CSV'), { columns: true }) as Record<string, string>[];
}

test('a timeline hands over the models that are left, and the link that shows them', async ({ page }) => {
  await page.goto('timeline/size/?architecture=encoder&from=2019-01&to=2019-12');
  const { view, rows } = JSON.parse(await saved(page, 'Save as JSON'));
  const shown = await page.locator('.by-year li:visible a').allTextContents();
  expect(rows.map(({ name }: { name: string }) => name).toSorted()).toEqual(shown.toSorted());
  expect(rows.find(({ slug }: { slug: string }) => slug === 'roberta')).toMatchObject({
    released: expect.stringMatching(/^2019-07/),
    parametersMost: 355_000_000,
    modalities: ['text'],
  });
  expect(view).toBe(page.url());
});

test('a list of models of a term hands over its rows', async ({ page }) => {
  await page.goto('families/bert/');
  const rows = await savedRows(page);
  expect(rows.map(({ name }) => name)).toEqual(await page.locator('table.models .n a').allTextContents());
  expect(rows.find(({ slug }) => slug === 'bert')).toMatchObject({
    parametersMost: '340000000',
    labs: 'google',
  });
});

test('a comparison hands over its fields, or those that differ', async ({ page }) => {
  await page.goto('compare/?models=bert,roberta');
  const all = await savedRows(page);
  expect(all.find(({ field }) => field === 'architecture')).toMatchObject({
    standing: 'same',
    bert: 'Encoder',
    roberta: 'Encoder',
    bertKnown: expect.stringMatching(/^\w+$/),
  });
  await page.getByRole('checkbox', { name: 'Only differences' }).check();
  const some = await savedRows(page);
  expect(some.length).toBeGreaterThan(0);
  expect(some).toEqual(all.filter(({ standing }) => standing === 'differs'));
});
