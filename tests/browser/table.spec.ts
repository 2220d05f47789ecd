import { expect, test, type Page } from '@playwright/test';
import {
  allRows,
  head,
  names,
  openTable,
  panelButton,
  query,
  rows,
  sortButton,
  status,
} from './table-page.ts';

/** The sizes as shown, from the top: the largest variant of each model. */
async function largestSizes(page: Page): Promise<string[]> {
  const cells = page.locator('.models tbody tr:visible td.c-parameters.num');
  return (await cells.allTextContents()).map((text) => text.split('–').at(-1)!.trim());
}

function isUnknown(size: string): boolean {
  return /^(—|undisclosed|in parts)$/.test(size);
}

function numberOf(size: string): number {
  const [, digits, unit] = /^≈?([\d.]+)([KMBT]?)$/.exec(size)!;
  return Number(digits) * { '': 1, K: 1e3, M: 1e6, B: 1e9, T: 1e12 }[unit as 'K']!;
}

test.describe('the table of models', () => {
  test('sorts by a column, and reverses', async ({ page }) => {
    await openTable(page);
    await expect(head(page, 'Name')).toHaveAttribute('aria-sort', 'ascending');
    await sortButton(page, 'Released').click();
    await expect(head(page, 'Released')).toHaveAttribute('aria-sort', 'ascending');
    await expect(head(page, 'Name')).not.toHaveAttribute('aria-sort');
    // Rows out of sight follow a moment later.
    const dates = () => page.locator('.models td.c-released').allTextContents();
    const sorted = (await dates()).sort();
    await expect.poll(dates).toEqual(sorted);
    expect(query(page)).toBe('?sort=released');

    await sortButton(page, 'Released').click();
    await expect(head(page, 'Released')).toHaveAttribute('aria-sort', 'descending');
    await expect.poll(dates).toEqual(sorted.reverse());
    expect(query(page)).toBe('?sort=-released');

    await sortButton(page, 'Name').click();
    expect(query(page)).toBe('');
  });

  test('puts undisclosed and unrecorded sizes last in both directions, with no strip', async ({ page }) => {
    await openTable(page);
    for (const direction of [1, -1]) {
      await sortButton(page, 'Parameters').click();
      await allRows(page);
      const sizes = await largestSizes(page);
      expect(sizes).toContain('undisclosed');
      const firstUnknown = sizes.findIndex(isUnknown);
      expect(sizes.slice(firstUnknown).every(isUnknown)).toBe(true);
      const known = sizes.slice(0, firstUnknown).map(numberOf);
      expect(known.length).toBeGreaterThan(3);
      expect(known).toEqual([...known].sort((a, b) => (a - b) * direction));
    }
    const gpt4 = rows(page).filter({ has: page.getByRole('link', { name: 'GPT-4', exact: true }) });
    await expect(gpt4.locator('.c-parameters .und')).toHaveText('undisclosed');
    await expect(gpt4.locator('.strip')).toHaveCount(0);
  });

  test('takes a second key with Shift', async ({ page }) => {
    await openTable(page);
    await sortButton(page, 'Commercial').click();
    await sortButton(page, 'Released').click({ modifiers: ['Shift'] });
    await sortButton(page, 'Released').click({ modifiers: ['Shift'] });
    expect(query(page)).toBe('?sort=commercial,-released');
    const keys = await rows(page).evaluateAll((list) =>
      list.map((row) => {
        const value = (name: string) => row.querySelector<HTMLElement>(`td.c-${name}`)?.dataset['v'] ?? '';
        return { use: value('commercial'), released: value('released') };
      }),
    );
    const order = ['yes', 'conditions', 'no', ''];
    const sorted = [...keys].sort(
      (a, b) =>
        order.indexOf(a.use) - order.indexOf(b.use) ||
        (a.released < b.released ? 1 : a.released > b.released ? -1 : 0),
    );
    expect(keys).toEqual(sorted);
  });

  test('filters by terms, with counts, and says how many are shown', async ({ page }) => {
    await openTable(page);
    const all = await rows(page).count();
    const encoder = page.locator('.inline label', { hasText: /^\s*Encoder\s*\d/ });
    const expected = Number(await encoder.locator('.tally').textContent());
    await encoder.click();
    await expect(rows(page)).toHaveCount(expected);
    expect(await names(page)).toContain('BERT');
    await expect(status(page)).toHaveText(`${expected} of ${all} models`);
    expect(query(page)).toBe('?architecture=encoder');

    await panelButton(page, 'Labs').click();
    const google = page.locator('#filter-lab label', { hasText: /^\s*Google\s*\d/ });
    const both = Number(await google.locator('.tally').textContent());
    await google.click();
    await expect(rows(page)).toHaveCount(both);

    await page.getByRole('button', { name: 'Remove Architecture Encoder' }).click();
    expect(query(page)).toBe('?lab=google');
    await expect(page.getByRole('button', { name: 'Remove Labs Google' })).toBeFocused();
    await page.getByRole('button', { name: 'Reset' }).click();
    await expect(rows(page)).toHaveCount(all);
    await expect(status(page)).toHaveText(`${all} models`);
    expect(query(page)).toBe('');
  });

  test('finds causal language models under language models', async ({ page }) => {
    await openTable(page);
    await panelButton(page, 'Objectives').click();
    await page.locator('#filter-objective input[value=clm]').check();
    const causal = await names(page);
    await page.locator('#filter-objective input[value=clm]').uncheck();
    await page.locator('#filter-objective input[value=lm]').check();
    const general = await names(page);
    expect(causal).toContain('GPT-4');
    expect(general).toEqual(expect.arrayContaining(causal));
    expect(general).not.toContain('BERT');
  });

  test('filters by part of a name or another name, while it is typed', async ({ page }) => {
    await openTable(page);
    await page.getByRole('searchbox', { name: 'Name' }).fill('dalle2');
    await expect(rows(page)).toHaveCount(1);
    expect(await names(page)).toEqual(['DALL-E 2']);
  });

  test('filters by ranges typed as people write them', async ({ page }) => {
    await openTable(page);
    await panelButton(page, 'Parameters').click();
    await page.locator('#filter-parameters').getByLabel('at most').fill('10 b');
    for (const text of await page.locator('tbody tr:visible td.c-parameters.num').allTextContents()) {
      expect(isUnknown(text)).toBe(false);
      expect(numberOf(text.split('–')[0]!.trim())).toBeLessThanOrEqual(10e9);
    }
    expect(query(page)).toBe('?parameters=..10B');

    await page.locator('#filter-parameters').getByLabel('at least').fill('x');
    await page.locator('#filter-parameters').getByLabel('at least').blur();
    await expect(page.getByText('Write sizes as 350M')).toBeVisible();
    await expect(page.locator('#filter-parameters').getByLabel('at least')).toHaveAttribute(
      'aria-invalid',
      'true',
    );
    expect(query(page)).toBe('?parameters=..10B');
  });

  test('keeps its state in the address, also on the way back', async ({ page }) => {
    await openTable(page);
    const all = await names(page);
    await page.locator('.inline label', { hasText: /^\s*Decoder\s*\d/ }).click();
    const decoders = await names(page);
    await sortButton(page, 'Parameters').click();
    await sortButton(page, 'Parameters').click();
    const sorted = await names(page);
    expect(sorted).not.toEqual(decoders);
    expect(query(page)).toBe('?architecture=decoder&sort=-parameters');

    await page.reload();
    await expect(rows(page)).toHaveCount(decoders.length);
    expect(await names(page)).toEqual(sorted);
    await expect(head(page, 'Parameters')).toHaveAttribute('aria-sort', 'descending');

    await page.goBack();
    await page.goBack();
    await expect.poll(() => names(page)).toEqual(decoders);
    await page.goBack();
    await expect.poll(() => names(page)).toEqual(all);
    await expect(page.locator('.inline input:checked')).toHaveCount(0);
    await page.goForward();
    await expect.poll(() => names(page)).toEqual(decoders);
  });

  test('reads an address with ranges, terms, keys and columns', async ({ page }) => {
    await openTable(
      page,
      '?architecture=encoder,decoder&released=2018..2021&sort=-released&columns=released,weights',
    );
    const dates = await page.locator('tbody tr:visible td.c-released').allTextContents();
    expect(dates.length).toBeGreaterThan(1);
    expect(dates.every((date) => date >= '2018' && date < '2022')).toBe(true);
    expect(dates).toEqual([...dates].sort().reverse());
    await expect(page.locator('thead th:visible')).toHaveCount(3);
    await expect(head(page, 'Weights')).toBeVisible();
    await expect(page.locator('.chosen')).toContainText('2018 – 2021');
  });

  test('ignores what it cannot read in an address, and says so in one line', async ({ page }) => {
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await openTable(
      page,
      '?architecture=encodr&released=20x9&sort=paramters&__proto__=1&lab=google&%E0%A4%A',
    );
    const line = page.locator('.ignored');
    await expect(line).toContainText('architecture “encodr” (nearest: encoder)');
    await expect(line).toContainText('released “20x9” (expected: 2019..2021 or 2019-05..2021-03)');
    await expect(line).toContainText('sort “paramters” (nearest: parameters)');
    expect(await names(page)).toContain('BERT');
    await expect(head(page, 'Name')).toHaveAttribute('aria-sort', 'ascending');
    await page.locator('.inline label').first().click();
    await expect(line).toBeEmpty();
    expect(errors).toEqual([]);
  });

  test('lets columns be chosen, and keeps head and names in sight where it is wider than the page', async ({
    page,
  }) => {
    await openTable(page);
    await expect(head(page, 'Traits')).toBeHidden();
    await expect(page.locator('.models-frame')).not.toHaveClass(/scrolls/);
    await panelButton(page, 'Columns').click();
    for (const name of ['Architecture', 'Weights', 'Modalities', 'Traits']) {
      await page.locator('#filter-columns').getByLabel(name).check();
    }
    await expect(head(page, 'Traits')).toBeVisible();
    expect(query(page)).toContain('trait');
    const frame = page.locator('.models-frame');
    await frame.evaluate((element) => element.scrollTo(400, 0));
    const left = await frame.evaluate((element) => element.getBoundingClientRect().left);
    const first = await page.locator('tbody th').first().boundingBox();
    expect(Math.abs(first!.x - left)).toBeLessThan(1);
    await page.getByRole('button', { name: 'As many as fit' }).click();
    await expect(head(page, 'Traits')).toBeHidden();
    expect(query(page)).toBe('');
  });

  test('works with the keyboard alone', async ({ page }) => {
    await openTable(page);
    await sortButton(page, 'Released').focus();
    await page.keyboard.press('Enter');
    await expect(head(page, 'Released')).toHaveAttribute('aria-sort', 'ascending');
    await expect(sortButton(page, 'Released')).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Enter');
    expect(query(page)).toBe('?sort=released,parameters');

    await panelButton(page, 'Labs').focus();
    await page.keyboard.press('Enter');
    await expect(panelButton(page, 'Labs')).toHaveAttribute('aria-expanded', 'true');
    while (
      !(await page
        .locator('#filter-lab input')
        .first()
        .evaluate((input) => input === document.activeElement))
    ) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Space');
    await expect(status(page)).toContainText(' of ');
    await page.keyboard.press('Escape');
    await expect(page.locator('#filter-lab')).toBeHidden();
    await expect(panelButton(page, 'Labs')).toBeFocused();

    await page.locator('.inline input').first().focus();
    await page.keyboard.press('Space');
    await expect(page.locator('.inline input').first()).toBeChecked();
  });

  test('hangs every fifth hairline by the rows that are shown', async ({ page }) => {
    await openTable(page, '?architecture=decoder');
    const colours = await page
      .locator('.models tbody tr:visible > th')
      .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).borderBottomColor));
    expect(colours[4]).not.toBe(colours[0]);
    expect(colours[3]).toBe(colours[0]);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the table is complete and sorted by name, and nothing is offered that would not work', async ({
    page,
  }) => {
    await page.goto('models/');
    await expect(page.locator('.bar')).toBeHidden();
    await expect(page.locator('.models button')).toHaveCount(0);
    const shown = await names(page);
    expect(shown.length).toBeGreaterThanOrEqual(12);
    const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
    expect(shown).toEqual([...shown].sort(collator.compare));
    for (const name of [
      'Family',
      'Released',
      'Parameters',
      'Context',
      'Architecture',
      'Objectives',
      'Labs',
      'Weights',
    ]) {
      await expect(head(page, name)).toBeVisible();
    }
    for (const name of ['Licence', 'Commercial', 'Modalities', 'Traits'])
      await expect(head(page, name)).toBeVisible();
    const bert = page.locator('tr', { has: page.getByRole('link', { name: 'BERT', exact: true }) });
    await expect(bert.locator('a')).toHaveAttribute('href', /\/models\/bert\/$/);
    await expect(bert).toContainText('110M – 340M');
    await expect(bert).toContainText('MLM');
    await expect(page.getByText('the lab never said', { exact: false })).toBeVisible();
  });
});

for (const width of [320, 360]) {
  test(`at ${width} px a row is name, family, lab, date and largest size, and nothing scrolls sideways`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 700 });
    await openTable(page);
    await page.getByRole('button', { name: 'Filters' }).click();
    for (const name of ['Objectives', 'Parameters', 'Sort', 'Columns']) {
      await panelButton(page, name).click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await expect(page.locator('thead th:visible')).toHaveText(['Name', 'Released', 'Parameters']);
    const bert = rows(page).filter({ has: page.getByRole('link', { name: 'BERT', exact: true }) });
    await expect(bert.locator('.meta')).toHaveText('BERT · Google');
    await expect(bert.locator('.c-parameters .was')).toBeHidden();
    await expect(bert.locator('td.c-parameters.num')).toContainText('340M');
  });
}
