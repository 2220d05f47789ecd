import { expect, test, type Page } from '@playwright/test';

async function figure(page: Page, address = 'learn/pretraining-architectures/') {
  await page.goto(address);
  const figure = page.locator('#figure-masks');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('play-figure')).toHaveAttribute('data-playable', '');
  return figure;
}

const panel = (root: ReturnType<Page['locator']>, place: number) => root.locator('.masks-panel').nth(place);

test('by keyboard alone: another position, another border, reset', async ({ page }) => {
  const masks = await figure(page);
  const [decoder, prefix, both] = [panel(masks, 1), panel(masks, 2), panel(masks, 3)];
  await expect(decoder.locator('dd').first()).toHaveText('the (1), cat, sat');

  await masks.getByRole('radio', { name: '3 sat' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(decoder.locator('dd').first()).toHaveText('the (1), cat, sat, on, the (5)');
  await expect(decoder.locator('dd').last()).toHaveText('the (5), mat');
  await expect(prefix.locator('dd').last()).toHaveText('the (5), mat');

  // With five words in the prefix the fifth is read by all.
  await masks.getByRole('slider').focus();
  await page.keyboard.press('ArrowRight');
  await expect(prefix.locator('dd').last()).toHaveText('all 6');
  // 5 × 5 pairs in the encoder, 5 across and 1 in the decoder; the prefix reaches as many.
  for (const one of [prefix, both])
    await expect(one.getByRole('img')).toHaveAccessibleName(new RegExp(`${5 * 5 + 5 + 1} of 36 pairs`));
  await expect(both.locator('rect.cross')).toHaveCount(5);

  await masks.getByRole('button', { name: 'Reset' }).focus();
  await page.keyboard.press('Enter');
  await expect(decoder.locator('dd').first()).toHaveText('the (1), cat, sat');
  await expect(prefix.getByRole('img')).toHaveAccessibleName(/27 of 36 pairs/);
});

test('pointing shows a word for as long as it lasts, a click chooses it', async ({ page }) => {
  const masks = await figure(page);
  const rows = panel(masks, 1).locator('svg g');
  await rows.nth(5).hover();
  await expect(masks.locator('.masks-asked')).toContainText('“mat”, 6 of 6');
  await masks.locator('figcaption').hover();
  await expect(masks.locator('.masks-asked')).toContainText('“sat”, 3 of 6');
  await rows.nth(1).click();
  await masks.locator('figcaption').hover();
  await expect(masks.locator('.masks-asked')).toContainText('“cat”, 2 of 6');
});

test('the address holds the state; nonsense in it does no harm', async ({ page }) => {
  let masks = await figure(page, 'learn/pretraining-architectures/?masks.position=6&masks.border=2');
  await expect(masks.locator('.describe')).toContainText('“mat”, position 6 of 6, with the border after 2.');
  masks = await figure(page, 'learn/pretraining-architectures/?masks.position=99&masks.border=<b>');
  await expect(masks.locator('.describe')).toContainText('“sat”, position 3 of 6, with the border after 4.');
});
