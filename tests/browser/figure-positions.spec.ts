import { expect, test, type Page } from '@playwright/test';

async function figure(page: Page, query = '') {
  await page.goto(`learn/positional-encodings/${query}`);
  const figure = page.locator('#figure-positions');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('play-figure')).toHaveAttribute('data-playable', '');
  return figure;
}

test('by keyboard alone: moving both leaves the products, a change of distance does not', async ({
  page,
}) => {
  const positions = await figure(page);
  const product = positions.locator('[data-product]');
  const waves = positions.locator('[data-method=sinusoidal]');
  const [table, alibi] = [
    positions.locator('[data-method=learned]'),
    positions.locator('[data-method=alibi]'),
  ];
  // The sum of the cosines of distance times frequency, for the distances 3 and 4.
  const sum = (distance: number) =>
    [1, 0.1, 0.01, 0.001].reduce((all, frequency) => all + Math.cos(distance * frequency), 0).toFixed(3);
  await expect(waves).toHaveText(sum(3));
  await expect(alibi).toHaveText('−0.375');
  const before = { product: await product.textContent(), table: await table.textContent() };

  await positions.getByLabel('Move both').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(positions.locator('.describe')).toContainText('Query at position 7, key at position 4');
  await expect(product).toHaveText(before.product!);
  await expect(waves).toHaveText(sum(3));
  await expect(table).not.toHaveText(before.table!);

  await positions.getByLabel('Distance from key').focus();
  await page.keyboard.press('ArrowRight');
  await expect(waves).toHaveText(sum(4));
  await expect(product).not.toHaveText(before.product!);
  await expect(alibi).toHaveText('−0.500');

  await expect(page).toHaveURL(/positions\.distance=4/);
  const linked = page.url();
  await positions.getByRole('button', { name: 'Reset' }).focus();
  await page.keyboard.press('Enter');
  await expect(product).toHaveText(before.product!);
  await page.goto(linked);
  await expect(positions.locator('.describe')).toContainText(
    'Query at position 8, key at position 4, distance 4.',
  );
});
