import { expect, test, type Page } from '@playwright/test';

async function figure(page: Page) {
  await page.goto('learn/inference/');
  const figure = page.locator('#figure-sampling');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('play-figure')).toHaveAttribute('data-playable', '');
  return figure;
}

/** The figure's logits, and a softmax written out over the first few of them. */
const wide = [2, 1.9, 1.8, 1.6, 1.6, 1.2, 1, 0.8, 0.6, -1];
function share(index: number, kept: number, temperature: number): string {
  const powers = wide.slice(0, kept).map((logit) => Math.exp(logit / temperature));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return `${((100 * powers[index]!) / total).toFixed(1)} %`;
}

test('by keyboard alone: filters in order, another place, reset, and the link', async ({ page }) => {
  const sampling = await figure(page);
  const [man, whale, kept] = [
    sampling.locator('[data-token=man]'),
    sampling.locator('[data-token=whale]'),
    sampling.locator('[data-kept]'),
  ];
  await expect(whale).toHaveText('cut by top-p');

  await sampling.getByRole('slider', { name: '3. Top-p' }).focus();
  await page.keyboard.press('End');
  await expect(kept).toHaveText('10');
  await expect(man).toHaveText(share(0, 10, 1));

  await sampling.getByRole('slider', { name: '1. Temperature' }).focus();
  await page.keyboard.press('End');
  await expect(man).toHaveText(share(0, 10, 2));

  await sampling.getByRole('slider', { name: '2. Top-k' }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(kept).toHaveText('2');
  await expect(whale).toHaveText('cut by top-k');
  await expect(man).toHaveText(share(0, 2, 2));

  await sampling.getByRole('radio', { name: 'many fit' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(sampling.locator('[data-token=Paris]')).toContainText('%');
  await expect(page).toHaveURL(/sampling\.place=narrow.*sampling\.topK=2/);
  const linked = page.url();

  await sampling.getByRole('button', { name: 'Reset' }).focus();
  await page.keyboard.press('Enter');
  await expect(whale).toHaveText('cut by top-p');
  await page.goto(linked);
  await expect(sampling.locator('.describe')).toContainText('top-k 2 and top-p off, 2 of 10 tokens');
});
