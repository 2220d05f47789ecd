import { expect, test, type Page } from '@playwright/test';

const reference = [0.16, 0.28, 0.2, 0.08, 0.27, 0.01];
const score = [1, -2.1, 0, 2.1, -1, 2.5];
const worth = [1, -2.1, 0, 2.1, -1, -2];

/** The best policy for a reward, by the formula of the page. */
function best(rewards: number[], beta: number) {
  const weights = reference.map((q, i) => q * Math.exp(rewards[i]! / beta));
  const z = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => weight / z);
  const mean = (values: number[]) => shares.reduce((sum, p, i) => sum + p * values[i]!, 0);
  return { shares, score: mean(score), worth: mean(worth), divergence: mean(rewards) / beta - Math.log(z) };
}

const figure = (page: Page) => page.locator('#figure-policy');
const slider = (page: Page) => figure(page).getByRole('slider');

async function open(page: Page, search = ''): Promise<void> {
  await page.goto(`learn/rlhf/${search}`);
  await page.locator('#figure-policy').scrollIntoViewIfNeeded();
  await expect(page.locator('play-figure[name=policy]')).toHaveAttribute('data-playable');
}

async function expectPolicy(page: Page, rewards: number[], beta: number): Promise<void> {
  const wanted = best(rewards, beta);
  const shown = async (what: string) =>
    Number((await figure(page).locator(`[data-${what}]`).textContent())!.replace('−', '-'));
  for (const what of ['divergence', 'score', 'worth'] as const) {
    await expect.poll(() => shown(what), { message: what }).toBeCloseTo(wanted[what], 1);
  }
  const last = await figure(page).locator('[data-policy=F]').textContent();
  expect(Number(/[\d.]+/.exec(last!)![0])).toBeCloseTo(100 * wanted.shares[5]!, 0);
}

test.describe('the figure of the policy', () => {
  test('by keyboard: a lower price moves the policy as the formula says, and past the peak the worth falls', async ({
    page,
  }) => {
    await open(page);
    await expectPolicy(page, score, 1);
    await slider(page).focus();
    for (const key of ['PageDown', 'PageDown', 'ArrowLeft']) await page.keyboard.press(key);
    const beta = Number(await slider(page).getAttribute('aria-valuetext'));
    expect(beta).toBeGreaterThan(0.2);
    expect(beta).toBeLessThan(0.4);
    await expectPolicy(page, score, beta);
    expect(best(score, beta).worth).toBeLessThan(best(score, 1).worth);

    await figure(page).getByLabel('the score of the reward model').focus();
    await page.keyboard.press('ArrowRight');
    await expectPolicy(page, worth, beta);
    await expect(page).toHaveURL(/policy\.target=worth/);
  });

  test('the linked state opens again, and Reset leaves it', async ({ page }) => {
    await open(page, '?policy.beta=0.4');
    await expectPolicy(page, score, 0.4);
    await expect(figure(page).locator('.describe')).toContainText('At β = 0.4 ');
    await figure(page).getByRole('button', { name: 'Reset' }).focus();
    await page.keyboard.press('Enter');
    await expectPolicy(page, score, 1);
  });

  test('without a script the still picture and its text are there', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
    const page = await context.newPage();
    await page.goto('learn/rlhf/');
    await expect(figure(page).locator('[data-divergence]')).toHaveText(best(score, 1).divergence.toFixed(2));
    await expect(figure(page).getByRole('slider')).toHaveCount(0);
    await context.close();
  });
});
