import { expect, test, type Page } from '@playwright/test';

async function figure(page: Page) {
  await page.goto('learn/mixture-of-experts/');
  const figure = page.locator('#figure-routing');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('play-figure')).toHaveAttribute('data-playable', '');
  return figure;
}

/** How many tokens are sent to each expert, and how many more than it has room for, from what the figure writes. */
async function sentAndPast(root: ReturnType<Page['locator']>) {
  const lines = await root.locator('.routing li span').allTextContents();
  return lines.map((line) =>
    line
      .match(/(\d+) sent, (\d+) past/)!
      .slice(1)
      .map(Number),
  );
}

test('by keyboard alone: room and favour, reset, and the link', async ({ page }) => {
  const routing = await figure(page);
  const dropped = routing.locator('[data-dropped]');
  const before = await dropped.textContent();

  await routing.getByRole('slider', { name: 'Capacity factor' }).focus();
  await page.keyboard.press('Home');
  // Half the even share of four: two tokens for each expert.
  for (const [sent, past] of await sentAndPast(routing)) expect(past).toBe(Math.max(0, sent! - 2));
  const pasts = (await sentAndPast(routing)).map(([, past]) => past!);
  await expect(dropped).toHaveText(String(pasts.reduce((a, b) => a + b, 0)));

  const loss = Number(await routing.locator('[data-loss]').textContent());
  await routing.getByRole('slider', { name: 'How much the router favours' }).focus();
  await page.keyboard.press('End');
  await expect(routing.locator('.describe')).toContainText('Each has room for 2');
  expect(Number(await routing.locator('[data-loss]').textContent())).toBeGreaterThan(loss);
  await expect(page).toHaveURL(/routing\.favour=4&routing\.factor=0\.5/);
  const linked = page.url();
  const now = await dropped.textContent();

  await routing.getByRole('button', { name: 'Reset' }).focus();
  await page.keyboard.press('Enter');
  await expect(dropped).toHaveText(before!);
  await page.goto(linked);
  await expect(dropped).toHaveText(now!);
});
