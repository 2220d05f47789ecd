import { expect, test, type Page } from '@playwright/test';

const letters = ['A', 'B', 'C', 'D', 'E'];

/** Opens the chapter at the figure and waits until it is playable. */
async function open(page: Page, search = ''): Promise<void> {
  await page.goto(`learn/rlhf/${search}`);
  await page.locator('#figure-preference').scrollIntoViewIfNeeded();
  await expect(page.locator('play-figure[name=preference]')).toHaveAttribute('data-playable');
}

/** Presses a button of the figure with the keyboard. */
async function press(page: Page, name: string, times = 1): Promise<void> {
  const button = page.locator('#figure-preference').getByRole('button', { name, exact: true });
  await button.focus();
  for (let i = 0; i < times; i++) await page.keyboard.press('Enter');
}

async function rewards(page: Page): Promise<number[]> {
  const texts = await Promise.all(
    letters.map((letter) => page.locator(`#figure-preference [data-score=${letter}]`).textContent()),
  );
  return texts.map((text) => Number(text!.trim().replace('−', '-')));
}

test.describe('the figure of preferences', () => {
  test('by keyboard: one judgement, trained to the end, parts two answers as far as the penalty allows', async ({
    page,
  }) => {
    await open(page, '?preference.judged=BC&preference.steps=280');
    await press(page, 'Take the last one back');
    await expect(page.locator('#figure-preference')).toContainText('Nothing has been compared');
    await press(page, 'A is better');
    await press(page, '20 steps');
    // The gap d solves λ d / 2 = 1 − σ(d), λ = 0.02; the left side rises with d, the right one falls.
    let [low, high] = [0, 20];
    for (let i = 0; i < 60; i++) {
      const d = (low + high) / 2;
      if (0.01 * d < 1 / (1 + Math.exp(d))) low = d;
      else high = d;
    }
    await expect(page.locator('#figure-preference .describe')).toContainText(
      'After 300 steps on 1 comparison ',
    );
    const [a = NaN, b = NaN, c, d, e] = await rewards(page);
    expect(a).toBeCloseTo(low / 2, 1);
    expect(b).toBeCloseTo(-low / 2, 1);
    expect([c, d, e]).toEqual([0, 0, 0]);
  });

  test('steps lower the loss, Reset brings the first state back', async ({ page }) => {
    await open(page);
    const loss = page.locator('#figure-preference [data-loss]');
    const first = Number(await loss.textContent());
    await press(page, 'Back to the start');
    await expect(page.locator('#figure-preference')).toContainText('Loss after 0 steps');
    const untrained = Number(await loss.textContent());
    await press(page, 'One step');
    await expect(page.locator('#figure-preference')).toContainText('Loss after 1 step:');
    expect(Number(await loss.textContent())).toBeLessThan(untrained);
    await press(page, 'Reset');
    await expect(page.locator('#figure-preference')).toContainText('Loss after 30 steps');
    expect(Number(await loss.textContent())).toBe(first);
  });

  test('opens in the state of its address, and says that a ranking has no end without penalty', async ({
    page,
  }) => {
    await open(page, '?preference.judged=BA.CB&preference.steps=300&preference.decay=0');
    const [a = NaN, b = NaN, c = NaN] = await rewards(page);
    expect(c).toBeGreaterThan(b);
    expect(b).toBeGreaterThan(a);
    await expect(page.locator('#figure-preference')).toContainText('no finite end');
    await page.getByLabel('0.1', { exact: true }).focus();
    await page.keyboard.press('Space');
    await expect(page.locator('#figure-preference .describe')).toContainText('training ends at');
    await expect(page).toHaveURL(/preference\.decay=0\.1/);
  });

  test('plays until it is stopped; whoever asked for less motion gets steps only', async ({ page }) => {
    await open(page);
    await press(page, 'Play');
    await expect(page.locator('#figure-preference')).toContainText(/Loss after (3[3-9]|[4-9]\d|\d{3}) steps/);
    await press(page, 'Stop');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.reload();
    await page.locator('#figure-preference').scrollIntoViewIfNeeded();
    await expect(page.locator('play-figure[name=preference]')).toHaveAttribute('data-playable');
    await expect(page.locator('#figure-preference').getByRole('button', { name: 'One step' })).toBeVisible();
    await expect(page.locator('#figure-preference').getByRole('button', { name: 'Play' })).toHaveCount(0);
  });
});
