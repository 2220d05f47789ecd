import { expect, test, type Page } from '@playwright/test';

async function figure(page: Page, address = 'learn/encoder-decoder/') {
  await page.goto(address);
  const figure = page.locator('#figure-cross-attention');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('play-figure')).toHaveAttribute('data-playable', '');
  return figure;
}

/** A weight out of the products of one query with six keys of width 5. */
function weight(products: number[], at: number): string {
  const powers = products.map((product) => Math.exp(product / Math.sqrt(5)));
  return (powers[at]! / powers.reduce((sum, power) => sum + power, 0)).toFixed(2);
}

test('by keyboard alone: another word, reset; the address brings the word back', async ({ page }) => {
  let cross = await figure(page);
  const weightOf = (row: number) => cross.locator('.cross-steps tbody tr').nth(row).locator('td').last();
  await expect(weightOf(5)).toHaveText(weight([0, 0, 0, 9, 0, 12], 5));

  await cross.getByRole('radio', { name: 'schlief' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(cross.locator('caption')).toContainText('To write nicht, the decoder stands on schlief');
  await expect(weightOf(4)).toHaveText(weight([0, 0, 0, 3, 12, 0], 4));
  await expect(page).toHaveURL(/cross-attention\.place=5/);

  cross = await figure(page, page.url());
  await expect(cross.locator('.describe')).toContainText('To write “nicht”');
  await cross.getByRole('button', { name: 'Reset' }).focus();
  await page.keyboard.press('Enter');
  await expect(cross.locator('.describe')).toContainText('To write “schlief”');
});
