import { expect, test, type Page } from '@playwright/test';

async function figure(page: Page, address = 'learn/attention/') {
  await page.goto(address);
  const figure = page.locator('#figure-attention');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('play-figure')).toHaveAttribute('data-playable', '');
  return figure;
}

/** The weight that the query (3, 0, 0, 1) of "itself" gives to "cat", from the products 0, 6, 2 and 3. */
function weightOfCat(scale: number, products = [0, 6, 2, 3]): string {
  const powers = products.map((product) => Math.exp(product * scale));
  return (powers[1]! / powers.reduce((sum, power) => sum + power, 0)).toFixed(2);
}

test('by keyboard alone: scaling off, another number, reset', async ({ page }) => {
  const attention = await figure(page);
  const cat = attention.locator('.attention-trace tbody tr').nth(1).locator('td').nth(2);
  await expect(cat).toHaveText(weightOfCat(0.5));

  await attention.getByLabel('Divide by √d').focus();
  await page.keyboard.press('Space');
  await expect(cat).toHaveText(weightOfCat(1));
  await expect(attention.locator('.describe')).toContainText('not scaled');

  await attention.getByLabel('Keys of cat, component 1').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('1');
  await expect(cat).toHaveText(weightOfCat(1, [0, 3, 2, 3]));

  await attention.getByRole('button', { name: 'Reset' }).focus();
  await page.keyboard.press('Enter');
  await expect(cat).toHaveText(weightOfCat(0.5));
});

test('the mask hides later words, two heads work on half of the numbers', async ({ page }) => {
  const attention = await figure(page);
  await attention.getByLabel('Causal mask').check();
  await attention.getByRole('radio', { name: 'cat' }).check();
  await expect(attention.locator('.attention-trace tbody td.none')).toHaveCount(2);
  await attention.getByRole('radio', { name: 'two, 2 wide each' }).check();
  await expect(attention.locator('.attention-trace caption')).toContainText('(0, 0)');
});

test('the address holds the state and brings it back; nonsense in it does no harm', async ({ page }) => {
  let attention = await figure(page);
  await attention.getByLabel('Causal mask').check();
  await attention.getByLabel('Sentence, two to four words').fill('<b>one</b> two three');
  await expect(page).toHaveURL(/attention\.mask=causal/);
  await expect(page).toHaveURL(/attention\.words=/);
  attention = await figure(page, page.url());
  await expect(attention.getByLabel('Causal mask')).toBeChecked();
  await expect(attention.locator('.attention-weights text').first()).toHaveText('<b>one</b>');

  attention = await figure(page, 'learn/attention/?attention.q=x&attention.head=99&attention.query=-1');
  await expect(attention.locator('.describe')).toContainText('“itself” reads “cat” most, with weight 0.71');
});
