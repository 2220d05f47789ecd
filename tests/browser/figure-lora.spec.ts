import { expect, test, type Page } from '@playwright/test';

const figure = (page: Page) => page.locator('#figure-lora');
const number = (value: number) => value.toLocaleString('en-GB');

async function open(page: Page, search = ''): Promise<void> {
  await page.goto(`learn/fine-tuning/${search}`);
  await page.locator('#figure-lora').scrollIntoViewIfNeeded();
  await expect(page.locator('play-figure[name=lora]')).toHaveAttribute('data-playable');
}

const trainable = (page: Page) => figure(page).locator('[data-trainable]');

test.describe('the figure of LoRA', () => {
  test('by keyboard: rank and matrices change the count as the formula says', async ({ page }) => {
    await open(page);
    // GPT-3: 96 layers of width 12,288, queries and values.
    await expect(trainable(page)).toHaveText(number(2 * 192 * 12_288 * 4));
    await figure(page).getByRole('slider', { name: 'Rank' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(trainable(page)).toHaveText(number(37_748_736));
    await expect(page).toHaveURL(/lora\.rank=8/);
    await figure(page).getByRole('checkbox', { name: 'key' }).focus();
    await page.keyboard.press('Space');
    await expect(trainable(page)).toHaveText(number((3 / 2) * 37_748_736));
    await figure(page).getByLabel('16 bits').focus();
    await page.keyboard.press('ArrowRight');
    const bytes = 175e9 / 2 + 16 * 1.5 * 37_748_736;
    await expect(figure(page).locator('[data-memory]')).toHaveText(`${(bytes / 1e9).toFixed(1)} GB`);
  });

  test('a width of one’s own leaves the model of the catalog; the last matrix stays adapted', async ({
    page,
  }) => {
    await open(page, '?lora.model=roberta/Base&lora.rank=8&lora.adapt=q');
    await expect(trainable(page)).toHaveText(number(2 * 12 * 768 * 8));
    await figure(page).getByRole('checkbox', { name: 'query' }).focus();
    await page.keyboard.press('Space');
    await expect(figure(page).getByRole('checkbox', { name: 'query' })).toBeChecked();
    await figure(page).getByRole('slider', { name: 'Width' }).focus();
    await page.keyboard.press('Home');
    await expect(trainable(page)).toHaveText(number(2 * 12 * 256 * 8));
    await expect(figure(page).getByRole('combobox')).toHaveValue('own');
  });

  test('the linked state opens again, and Reset leaves it', async ({ page }) => {
    await open(page, '?lora.model=own&lora.width=256&lora.layers=1&lora.rank=128');
    await expect(trainable(page)).toHaveText(number(2 * 256 * 256));
    await expect(figure(page).locator('.describe')).toContainText('1 layer of width 256');
    await figure(page).getByRole('button', { name: 'Reset' }).focus();
    await page.keyboard.press('Enter');
    await expect(trainable(page)).toHaveText(number(18_874_368));
  });

  test('without a script the still picture and its numbers are there', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
    const page = await context.newPage();
    await page.goto('learn/fine-tuning/');
    await expect(trainable(page)).toHaveText(number(18_874_368));
    await expect(figure(page).getByRole('slider')).toHaveCount(0);
    await context.close();
  });
});
