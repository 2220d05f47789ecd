import { expect, test, type Page } from '@playwright/test';

async function figure(page: Page) {
  await page.goto('learn/tokenization/');
  const figure = page.locator('#figure-merges');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('play-figure')).toHaveAttribute('data-playable', '');
  return figure;
}

test('by keyboard alone: a merge more, another text, another word, reset, and the link', async ({ page }) => {
  const merges = await figure(page);
  const [pieces, vocabulary] = [merges.locator('[data-pieces]'), merges.locator('[data-vocabulary]')];
  await expect(pieces).toHaveText('low est·');
  await expect(vocabulary).toHaveText('16');

  await merges.getByRole('slider', { name: 'Merges' }).focus();
  await page.keyboard.press('Home');
  await expect(pieces).toHaveText('l o w e s t ·');
  await expect(vocabulary).toHaveText('11');
  // e s in newest and widest, 6 + 3 times.
  await expect(merges.locator('.merges-pairs li').first()).toContainText('9');

  await merges.getByRole('button', { name: 'Next merge' }).focus();
  await page.keyboard.press('Enter');
  await expect(pieces).toHaveText('l o w es t ·');

  await merges.getByLabel('Text to learn from').fill('low lowest newer wider');
  await merges.getByRole('slider', { name: 'Merges' }).focus();
  for (let times = 0; times < 3; times++) await page.keyboard.press('ArrowRight');
  await merges.getByLabel('A word to cut').fill('lower');
  await expect(pieces).toHaveText('low er·');
  await expect(merges.locator('.describe')).toContainText('lower becomes low er·.');

  await expect(page).toHaveURL(/merges\.merges=4/);
  const linked = page.url();
  await merges.getByRole('button', { name: 'Reset' }).focus();
  await page.keyboard.press('Enter');
  await expect(pieces).toHaveText('low est·');
  await page.goto(linked);
  await expect(pieces).toHaveText('low er·');
});
