import { expect, test, type Page } from '@playwright/test';

async function figure(page: Page, address = 'learn/transformer/') {
  await page.goto(address);
  const figure = page.locator('#figure-transformer-block');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('play-figure')).toHaveAttribute('data-playable', '');
  return figure;
}

test('parts open one at a time, by keyboard and in the drawing; the address holds which', async ({
  page,
}) => {
  let block = await figure(page);
  const open = block.locator('details[open] summary');
  await expect(open).toHaveText(/Self-attention.*12,582,912/);

  await block.locator('summary', { hasText: 'Feed-forward' }).focus();
  await page.keyboard.press('Enter');
  await expect(open).toHaveText(/Feed-forward/);
  const each = 512 * 2048 + 2048 + 2048 * 512 + 512;
  await expect(block.locator('details[open]')).toContainText(`${(12 * each).toLocaleString('en-GB')}`);

  await block.locator('svg .part', { hasText: 'Cross-attention' }).click();
  await expect(open).toHaveText(/Cross-attention/);
  await expect(block.locator('svg .part.open')).toHaveCount(1);
  await expect(page).toHaveURL(/transformer-block\.part=cross-attention/);

  block = await figure(page, page.url());
  await expect(block.locator('details[open] summary')).toHaveText(/Cross-attention/);
  await block.getByRole('button', { name: 'Reset' }).click();
  await expect(block.locator('details[open] summary')).toHaveText(/Self-attention/);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('every part can still be opened', async ({ page }) => {
    await page.goto('learn/transformer/');
    await page.locator('#figure-transformer-block summary', { hasText: 'Output' }).click();
    await expect(page.locator('#figure-transformer-block details[open]')).toHaveCount(2);
    await expect(page.getByText('the embedding table again')).toBeVisible();
  });
});
