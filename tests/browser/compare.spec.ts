import { expect, test, type Page } from '@playwright/test';
import { colorSchemes, violations } from './axe.ts';

const heads = (page: Page) => page.locator('.compared thead th a');
const chosen = (page: Page) => page.locator('.chosen .who a');
const row = (page: Page, field: string) => page.locator(`.compared tr[data-field="${field}"]`);
const field = (page: Page) => page.getByRole('combobox', { name: 'Add a model' });
const options = (page: Page) => page.locator('.adding').getByRole('option');

test('two models stand side by side, with what differs marked in words', async ({ page }) => {
  await page.goto('compare/?models=bert,roberta');
  await expect(heads(page)).toHaveText(['BERT', 'RoBERTa']);
  await expect(page).toHaveTitle(/^BERT, RoBERTa · Compare/);
  await expect(row(page, 'vocabulary').getByRole('rowheader')).toHaveText(/Vocabulary.*differs/);
  await expect(row(page, 'vocabulary').getByRole('cell').nth(1)).toContainText('50,265');
  await expect(row(page, 'architecture').getByRole('rowheader')).toHaveText(/the same/);
  await expect(row(page, 'pretraining').locator('b')).toHaveText(['Next sentence prediction']);
  await expect(page.getByRole('region', { name: 'Common ancestor' })).toContainText(
    'RoBERTa descends from BERT.',
  );
});

test('a mark says how a value is known, and its source is on the model’s page', async ({ page }) => {
  await page.goto('compare/?models=bert,roberta');
  const cell = row(page, 'parameters').getByRole('cell').first();
  await cell.getByRole('button', { name: /^checked/ }).click();
  await expect(page.locator('#mark-checked')).toBeVisible();
  await page.keyboard.press('Escape');
  await cell.getByRole('link', { name: /BERT, source \d/ }).click();
  await expect(page.locator('.sources li:target')).toBeVisible();
});

test('undisclosed, in parts, unresolved and not recorded are told apart', async ({ page }) => {
  await page.goto('compare/?models=chatgpt,stable-diffusion,mixtral-8x7b,alphafold');
  const sizes = page.locator('.chosen .size');
  await expect(sizes).toHaveText([
    'undisclosed',
    'known in parts only',
    '46.7B – 141B 39B active',
    'unresolved',
  ]);
  const cells = row(page, 'parameters').getByRole('cell');
  await expect(cells.first()).toContainText('undisclosed');
  await expect(cells.nth(1)).toContainText('860M U-Net');
  await cells.nth(3).getByText('unresolved', { exact: true }).click();
  await expect(cells.nth(3).getByText('No count was found')).toBeVisible();
  await expect(row(page, 'architecture').getByRole('cell').first()).toContainText('assumed, never published');
  await expect(row(page, 'context').getByRole('cell').nth(3)).toContainText('not recorded');
});

test('by keyboard alone: add by half a name, reorder, remove, share, go back', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('compare/');
  await field(page).focus();
  await page.keyboard.type('robberta');
  await expect(options(page).first()).toContainText('RoBERTa');
  await page.keyboard.press('Enter');
  await expect(chosen(page)).toHaveText(['RoBERTa']);
  await expect(field(page)).toBeFocused();
  await expect(page.getByText('RoBERTa stands alone.')).toBeVisible();
  await page.keyboard.type('xlm r');
  await page.keyboard.press('Enter');
  await expect(heads(page)).toHaveText(['RoBERTa', 'XLM-RoBERTa']);
  await page.keyboard.type('gpt');
  await expect(options(page).nth(1)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const name = await options(page).nth(1).locator('b').textContent();
  await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(heads(page)).toHaveText(['RoBERTa', 'XLM-RoBERTa', name!]);

  await page.getByRole('button', { name: 'Move XLM-RoBERTa forward' }).focus();
  await page.keyboard.press('Enter');
  await expect(heads(page)).toHaveText(['XLM-RoBERTa', 'RoBERTa', name!]);
  await expect(page.getByRole('button', { name: 'Move XLM-RoBERTa back' })).toBeFocused();
  await page.getByRole('button', { name: 'Remove RoBERTa', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(heads(page)).toHaveText(['XLM-RoBERTa', name!]);
  await expect(page.getByRole('button', { name: `Remove ${name!}`, exact: true })).toBeFocused();

  await page.getByRole('checkbox', { name: 'Only differences' }).focus();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/\?models=xlm-roberta,[a-z0-9-]+&only=differences$/);
  await page.getByRole('button', { name: 'Copy the link' }).focus();
  await page.keyboard.press('Enter');
  const shared = await page.evaluate(() => navigator.clipboard.readText());
  expect(shared).toBe(page.url());
  await page.goto('about/');
  await page.goto(shared);
  await expect(heads(page)).toHaveText(['XLM-RoBERTa', name!]);
  await expect(page.getByRole('checkbox', { name: 'Only differences' })).toBeChecked();
});

test('what is already here is not added again, nor its neighbour in its place', async ({ page }) => {
  await page.goto('compare/?models=bert,roberta');
  await field(page).fill('bert');
  await expect(page.getByText('BERT is already here.')).toBeVisible();
  await field(page).press('Enter');
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
  await expect(heads(page)).toHaveText(['BERT', 'RoBERTa']);
});

test('"back" undoes a change', async ({ page }) => {
  await page.goto('compare/?models=bert,roberta,gpt-2');
  await page.getByRole('button', { name: 'Remove BERT', exact: true }).click();
  await expect(heads(page)).toHaveText(['RoBERTa', 'GPT-2']);
  await page.goBack();
  await expect(heads(page)).toHaveText(['BERT', 'RoBERTa', 'GPT-2']);
});

test('only differences leaves the rows that differ', async ({ page }) => {
  await page.goto('compare/?models=bert,roberta');
  await expect(row(page, 'architecture')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Only differences' }).check();
  await expect(row(page, 'architecture')).toBeHidden();
  await expect(row(page, 'summary')).toBeHidden();
  await expect(row(page, 'vocabulary')).toBeVisible();
  const visible = await page.locator('.compared tbody tr[data-field]:visible').count();
  await expect(page.locator('.comparison .tools')).toContainText(`${visible} of `);
});

test('a wrong name gets a line and the nearest name, which adds it', async ({ page }) => {
  await page.goto('compare/?models=bert,robertta');
  await expect(page.getByText('“robertta” is no model of this catalog.')).toBeVisible();
  const line = page.locator('.notices p').filter({ hasText: 'The nearest name is' });
  await line.getByRole('link', { name: 'RoBERTa', exact: true }).click();
  await expect(heads(page)).toHaveText(['BERT', 'RoBERTa']);
  await expect(page.locator('.notices')).toHaveText('');
});

test('names in other spellings are understood and the address put right', async ({ page }) => {
  await page.goto('compare/?models=GPT3,xlm%20r,gpt-3,,');
  await expect(heads(page)).toHaveText(['GPT-3', 'XLM-RoBERTa']);
  await expect(page).toHaveURL(/\?models=gpt-3,xlm-roberta$/);
});

test('a script in the address stays text', async ({ page }) => {
  const attack =
    '<img src=x onerror="document.title=1">,"><script>document.title=2</script>,__proto__,constructor';
  await page.goto(`compare/?models=${encodeURIComponent(attack)},bert,gpt-2`);
  await expect(heads(page)).toHaveText(['BERT', 'GPT-2']);
  await expect(page.locator('.notices')).toContainText('<img src=x onerror="document.title=1">');
  await expect(page.locator('.notices p')).toHaveCount(4);
  await expect(page.locator('compare-models :is(img, script)')).toHaveCount(0);
  await expect(page).toHaveTitle(/^BERT, GPT-2 · Compare/);
});

test('more than six, one, and the same twice are handled', async ({ page }) => {
  await page.goto('compare/?models=bert,roberta,gpt,gpt-2,gpt-3,t5,bart,albert');
  await expect(heads(page)).toHaveCount(6);
  await expect(page.locator('.notices')).toContainText('Left out: BART, ALBERT.');
  await expect(field(page)).toBeHidden();
  await page.getByRole('button', { name: 'Remove BERT', exact: true }).click();
  await expect(field(page)).toBeVisible();
  await page.goto('compare/?models=roberta,roberta');
  await expect(chosen(page)).toHaveText(['RoBERTa']);
  await expect(page.locator('.compared')).toHaveCount(0);
  await page.locator('.notices').getByRole('link', { name: 'BERT', exact: true }).click();
  await expect(heads(page)).toHaveText(['RoBERTa', 'BERT']);
});

test('what cannot be loaded is said, and the rest still stands', async ({ page }) => {
  await page.route('**/compare/bert.json', (route) => route.abort());
  await page.goto('compare/?models=bert,roberta,gpt-2');
  await expect(heads(page)).toHaveText(['RoBERTa', 'GPT-2']);
  await expect(page.locator('.notices')).toContainText('The data of bert could not be loaded.');
  await page.route('**/search/names.json', (route) => route.abort());
  await page.goto('compare/?models=bert,roberta');
  await expect(page.locator('.notices')).toContainText('could not be loaded');
});

test('a comparison of two loads the data of two, and the bare names', async ({ page }) => {
  const loaded: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.json')) loaded.push(new URL(response.url()).pathname);
  });
  await page.goto('compare/?models=bert,roberta');
  await expect(heads(page)).toHaveCount(2);
  expect(loaded.sort()).toEqual(['/compare/bert.json', '/compare/roberta.json', '/search/names.json']);
});

test('each model’s page links to it beside its parent', async ({ page }) => {
  await page.goto('models/roberta/');
  const section = page.getByRole('region', { name: 'Against BERT' });
  await section.getByRole('link', { name: 'side by side' }).click();
  await expect(heads(page)).toHaveText(['BERT', 'RoBERTa']);
});

test('without a script the page says how, and its pairs lead to what changed', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto('compare/?models=bert,roberta');
  await expect(page.locator('noscript p')).toContainText('needs JavaScript');
  await expect(page.getByRole('heading', { name: 'Models', exact: true })).toBeHidden();
  const pair = page.locator('.pairs li').filter({ hasText: /BERT\s+and\s+RoBERTa/ });
  await pair.getByRole('link', { name: 'what changed' }).click();
  await expect(page.getByRole('heading', { name: 'Against BERT' })).toBeVisible();
  await context.close();
});

for (const colorScheme of colorSchemes) {
  test(`has no accessibility violation in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const addresses = [
      '?models=bert,roberta,nothing',
      '?models=chatgpt,stable-diffusion,mixtral-8x7b,alphafold,gpt-3,bloom',
    ];
    for (const address of addresses) {
      await page.goto(`compare/${address}`);
      await expect(page.locator('.compared')).toBeVisible();
      expect(await violations(page, { colorScheme })).toEqual([]);
    }
  });
}

for (const width of [320, 360, 768, 1280]) {
  test(`the page does not scroll sideways at ${width} pixels, the table may`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('compare/?models=chatgpt,stable-diffusion,mixtral-8x7b,alphafold,gpt-3,bloom');
    await expect(page.locator('.compared')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const region = page.getByRole('region', { name: 'Comparison, field by field' });
    await region.focus();
    await page.keyboard.press('End');
    await expect(heads(page).last()).toBeAttached();
  });
}
