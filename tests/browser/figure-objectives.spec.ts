import { expect, test, type Page } from '@playwright/test';

async function figure(page: Page, address = 'learn/pretraining-objectives/') {
  await page.goto(address);
  const figure = page.locator('#figure-objectives');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('play-figure')).toHaveAttribute('data-playable', '');
  return figure;
}

const text = 'one two three four five six seven eight nine ten';

test('by keyboard alone: a text, an objective, reset', async ({ page }) => {
  const objectives = await figure(page);
  const said = objectives.locator('.objectives-columns .said');
  await expect(said).toHaveCount(5);

  await objectives.getByLabel(/^Text/).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
  // 15 % of ten words, rounded.
  await expect(said).toHaveCount(Math.round(10 * 0.15));

  // The list holds the objectives in the order of the chapter: from masked up to causal, then down to spans.
  await objectives.getByLabel('Objective').focus();
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowUp');
  await expect(said).toHaveText(text.split(' '));
  await expect(objectives.locator('.describe')).toContainText('10 positions of the 10');

  await objectives.getByLabel('Objective').focus();
  for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowDown');
  await expect(objectives.locator('.describe')).toContainText('2 tokens of 10 were cut out in 1 span');
  await expect(said).toHaveCount(2 + 1 + 1);

  await objectives.getByRole('button', { name: 'Reset' }).focus();
  await page.keyboard.press('Enter');
  await expect(said).toHaveCount(5);
});

test('drawing again changes the draw, and the link brings it back', async ({ page }) => {
  let objectives = await figure(page, 'learn/pretraining-objectives/?objectives.objective=plm');
  const orders = () => objectives.locator('.order').allTextContents();
  const first = await orders();
  await objectives.getByRole('button', { name: 'Draw again' }).click();
  const second = await orders();
  expect(second).not.toEqual(first);
  expect([...second].sort()).toEqual([...first].sort());
  await expect(page).toHaveURL(/objectives\.objective=plm/);
  await expect(page).toHaveURL(/objectives\.seed=2/);
  objectives = await figure(page, page.url());
  expect(await orders()).toEqual(second);
});

test('hostile, empty and one-word texts are handled as texts', async ({ page }) => {
  const hostile = '<img src=x onerror=alert(1)> [MASK] "><script>alert(1)</script>';
  page.on('dialog', () => {
    throw new Error('a typed text was run');
  });
  let objectives = await figure(
    page,
    `learn/pretraining-objectives/?objectives.objective=clm&objectives.text=${encodeURIComponent(hostile)}`,
  );
  await expect(objectives.locator('.objectives-columns .said').first()).toHaveText('<');
  await expect(objectives.locator('img, script')).toHaveCount(0);
  await objectives.getByLabel(/^Text/).fill('   ');
  await expect(objectives.locator('.objectives-nothing')).toContainText('Type a word');
  await expect(objectives.locator('.describe')).toContainText('Type a word');
  await objectives.getByLabel(/^Text/).fill('Hello');
  await expect(objectives.locator('.objectives-columns .said')).toHaveText(['Hello']);
  objectives = await figure(page, 'learn/pretraining-objectives/?objectives.objective=x&objectives.seed=-4');
  await expect(objectives.locator('.describe')).toContainText('5 tokens of 31 were chosen');
});

test('objective and model pages lead to the figure with their objective chosen', async ({ page }) => {
  await page.goto('objectives/rtd/');
  await page.locator('.note').getByRole('link', { name: 'Replaced token detection' }).click();
  const objectives = page.locator('#figure-objectives');
  await expect(objectives.locator('play-figure')).toHaveAttribute('data-playable', '');
  await expect(objectives.getByLabel('Objective')).toHaveValue('rtd');

  await page.goto('models/xlnet/');
  await expect(page.locator('.note').getByRole('link', { name: 'Pretraining objectives' })).toBeVisible();
  await page.locator('.note').getByRole('link', { name: 'Permuted language modelling' }).click();
  await expect(page.locator('#figure-objectives').getByLabel('Objective')).toHaveValue('plm');
});

test('without script the still picture and the table are there', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('learn/pretraining-objectives/');
  const objectives = page.locator('#figure-objectives');
  await expect(objectives.locator('.objectives-columns .said')).toHaveCount(5);
  await expect(objectives.locator('.objectives-table tbody tr')).toHaveCount(10);
  await expect(objectives.locator('input, select')).toHaveCount(0);
  await context.close();
});
