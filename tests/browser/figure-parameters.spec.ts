import { expect, test, type Page } from '@playwright/test';

async function figure(page: Page, address = 'learn/transformer/') {
  await page.goto(address);
  const figure = page.locator('#figure-parameters');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('play-figure')).toHaveAttribute('data-playable', '');
  return figure;
}

/** A decoder of 12 layers as wide as GPT-2's smallest, by another route than the site's: every matrix in a list. */
function gpt2(vocabulary: number): string {
  const d = 768;
  const layer = [d * 3 * d, 3 * d, d * d, d, d * 4 * d, 4 * d, 4 * d * d, d, 2 * d, 2 * d];
  const all = [vocabulary * d, 1024 * d, 2 * d, ...Array.from({ length: 12 }, () => layer).flat()];
  return all.reduce((sum, part) => sum + part, 0).toLocaleString('en-GB');
}

test('by keyboard alone: another model, another vocabulary, back, reset', async ({ page }) => {
  const counter = await figure(page);
  const total = counter.locator('.total');
  await expect(total).toHaveText('63,045,632');

  await counter.getByLabel('Start from a model').focus();
  await page.keyboard.type('GPT-2, 124M');
  await expect(total).toHaveText(gpt2(50_257));
  await expect(counter.locator('.parameters-known')).toContainText('the computed one, rounded');

  await counter.getByLabel('Vocabulary V').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('32000');
  await expect(total).toHaveText(gpt2(32_000));
  await expect(counter.locator('tfoot')).not.toContainText('Reported');

  await counter.getByRole('button', { name: 'Back to GPT-2, 124M' }).focus();
  await page.keyboard.press('Enter');
  await expect(total).toHaveText(gpt2(50_257));

  await counter.getByRole('button', { name: 'Reset' }).focus();
  await page.keyboard.press('Enter');
  await expect(total).toHaveText('63,045,632');
});

test('the address holds the state and brings it back; nonsense in it does no harm', async ({ page }) => {
  let counter = await figure(page);
  await counter.getByLabel('Start from a model').selectOption({ label: 'LLaMA, 7B' });
  await counter.getByLabel('Key and value heads g').fill('8');
  const grouped = (6_738_415_616 - 805_306_368).toLocaleString('en-GB');
  await expect(counter.locator('.total')).toHaveText(grouped);
  await expect(page).toHaveURL(/parameters\.kv=8/);
  counter = await figure(page, page.url());
  await expect(counter.locator('.total')).toHaveText(grouped);

  counter = await figure(
    page,
    'learn/transformer/?parameters.preset=nothing&parameters.width=-1&parameters.heads=x',
  );
  await expect(counter.locator('.total')).toHaveText('63,045,632');
});
