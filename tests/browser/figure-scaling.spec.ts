import { expect, test, type Page } from '@playwright/test';

async function figure(page: Page) {
  await page.goto('learn/scaling-laws/');
  const figure = page.locator('#figure-scaling');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('play-figure')).toHaveAttribute('data-playable', '');
  return figure;
}

test('by keyboard alone: size, budget and constants, reset, and the link', async ({ page }) => {
  const scaling = await figure(page);
  const loss = scaling.locator('[data-loss]');
  const law = (budget: number, size: number) =>
    (1.8172 + 482.01 / 10 ** (0.3478 * size) + 2085.43 / (10 ** (budget - size) / 6) ** 0.3658).toFixed(3);
  await expect(loss).toHaveText(law(23.75, 11.25));

  await scaling.getByRole('slider', { name: 'Parameters' }).focus();
  for (let times = 0; times < 5; times++) await page.keyboard.press('ArrowLeft');
  await expect(loss).toHaveText(law(23.75, 10));
  await scaling.getByRole('slider', { name: 'Budget' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(loss).toHaveText(law(23.5, 10));

  await scaling.getByRole('radio', { name: 'fitted anew' }).focus();
  await page.keyboard.press('ArrowRight');
  const rounded = (1.69 + 406.4 / 10 ** 3.4 + 410.7 / (10 ** 13.5 / 6) ** 0.28).toFixed(3);
  await expect(loss).toHaveText(rounded);
  await expect(page).toHaveURL(/scaling\.budget=23\.5&scaling\.size=10&scaling\.fit=published/);
  const linked = page.url();

  await scaling.getByRole('button', { name: 'Reset' }).focus();
  await page.keyboard.press('Enter');
  await expect(loss).toHaveText(law(23.75, 11.25));
  await page.goto(linked);
  await expect(loss).toHaveText(rounded);
});
