import { expect, test } from '@playwright/test';
import { colorSchemes, violations } from './axe.ts';
import { readFile } from 'node:fs/promises';
import { names, openTable, panelButton, query, rows } from './table-page.ts';

test.describe('the bar of the table', () => {
  test('where nothing is left, says which filters to drop, and leads on to propose the model', async ({
    page,
  }) => {
    await openTable(page, '?name=bert&architecture=decoder&lab=openai');
    await expect(rows(page)).toHaveCount(0);
    await expect(page.getByText('No model has all of this.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Propose it' }).last()).toHaveAttribute(
      'href',
      /issues\/new\?.*\btitle=Add\+bert\b/,
    );
    const ways = page.locator('.drops li');
    const way = ways.filter({ hasText: 'without Name “bert”' });
    await expect(ways).toHaveCount(1);
    const promised = Number(/(\d+) models/.exec((await way.textContent())!)![1]);
    await way.getByRole('button').click();
    await expect(rows(page)).toHaveCount(promised);
    expect(query(page)).toBe('?architecture=decoder&lab=openai');
    await expect(page.locator('.nothing')).toBeHidden();

    await openTable(page, '?name=bert&architecture=decoder&family=gpt&lab=huggingface&parameters=..1M');
    for (const text of await ways.allTextContents()) expect(text).toMatch(/^without .+ and .+\d+ models?$/);
    await openTable(page, '?name=no+such+model');
    await expect(ways).toHaveText([/^without Name “no such model”\d+ models$/]);
  });

  test('filters by months', async ({ page }) => {
    await openTable(page);
    await panelButton(page, 'Released').click();
    await page.locator('#filter-released').getByLabel('from').fill('2019-07');
    await page.locator('#filter-released').getByLabel('to', { exact: true }).fill('Oct 2019');
    expect(query(page)).toBe('?released=2019-07..2019-10');
    const dates = await page.locator('tbody tr:visible td.c-released').allTextContents();
    expect(dates.length).toBeGreaterThan(1);
    for (const date of dates) expect(date.trim()).toMatch(/^2019-(07|08|09|10)$/);
    await page.reload();
    await expect(rows(page)).toHaveCount(dates.length);
  });

  test('saves the rows and columns shown as CSV', async ({ page }) => {
    await openTable(page, '?architecture=encoder&sort=-released&columns=released,parameters,lab');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as CSV' }).click();
    const download = await saving;
    expect(download.suggestedFilename()).toBe('transformer-catalog.csv');
    const [head, ...records] = (await readFile((await download.path())!, 'utf8')).split('\r\n');
    expect(head).toBe(
      'slug,name,released,parametersLeast,parametersMost,labs,undisclosed,assumed,approximate',
    );
    expect(records.pop()).toBe('');
    expect(records.map((record) => record.split(',')[1])).toEqual(await names(page));
    expect(records.find((record) => record.startsWith('bert,'))).toBe(
      'bert,BERT,2018-10-11,110000000,340000000,google,,,',
    );
  });

  test('sorts by several columns without a keyboard, also by one that is out of sight', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 760 });
    await openTable(page);
    await page.getByRole('button', { name: 'Filters' }).click();
    await panelButton(page, 'Sort').click();
    const panel = page.locator('#filter-sort');
    await panel.getByLabel('by').selectOption('Weights');
    await panel.getByLabel('then by').selectOption('Parameters');
    await panel.getByRole('button', { name: 'Parameters: smallest first. Reverse' }).click();
    expect(query(page)).toBe('?sort=weights,-parameters');
    await expect(panel.getByRole('button', { name: 'Parameters: largest first. Reverse' })).toBeFocused();
    const sorted = await rows(page).evaluateAll((list) =>
      list.map((row) => row.querySelector<HTMLElement>('td.c-weights')!.dataset['v'] ?? ''),
    );
    const order = ['open', 'gated', 'api', 'none', ''];
    expect(sorted).toEqual([...sorted].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    await panel.getByRole('button', { name: 'Do not sort by Weights' }).click();
    expect(query(page)).toBe('?sort=-parameters');
    await expect(page.getByRole('table')).toHaveAccessibleName('Models, sorted by parameters, descending');
  });
});

for (const colorScheme of colorSchemes) {
  for (const width of [360, 1280]) {
    test(`axe finds nothing with any panel open, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await openTable(page, '?sort=weights,-released&lab=google');
      if (width < 800) await page.getByRole('button', { name: 'Filters' }).click();
      const found = (part?: string) => violations(page, { colorScheme, ...(part && { part }) });
      await panelButton(page, 'Objectives').click();
      expect(await found()).toEqual([]);
      for (const name of ['Released', 'Sort', 'Columns']) {
        await panelButton(page, name).click();
        expect(await found('.bar'), name).toEqual([]);
      }
      await page.getByRole('searchbox', { name: 'Name' }).fill('no such model');
      expect(await found('.bar'), 'nothing left').toEqual([]);
    });
  }
}
