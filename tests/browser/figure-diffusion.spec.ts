import { expect, test, type Locator, type Page } from '@playwright/test';

/** ᾱ of the linear schedule, multiplied up here. */
function alphaBar(time: number): number {
  let bar = 1;
  for (let step = 0; step < time; step++) bar *= 1 - (1e-4 + ((0.02 - 1e-4) * step) / 999);
  return bar;
}

async function playable(page: Page, name: string, query = ''): Promise<Locator> {
  // Without a fragment: where the page ends loading late, going to one takes the focus away.
  await page.goto(`learn/diffusion/${query}`);
  const figure = page.locator(`#figure-${name}`);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('play-figure[data-playable]')).toBeVisible();
  return figure;
}

/** What a row of the figure's table says. */
const reading = (figure: Locator, name: RegExp) =>
  figure
    .getByRole('row')
    .filter({ has: figure.page().getByRole('rowheader', { name }) })
    .getByRole('cell');

test('one dimension: by keyboard the time moves, its numbers follow, reset and link bring states back', async ({
  page,
}) => {
  const figure = await playable(page, 'diffusion-1d');
  const shown = reading(figure, /factor of the data/);
  await expect(shown).toHaveText(Math.sqrt(alphaBar(100)).toFixed(3));

  const slider = figure.getByRole('slider', { name: 'Time t' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(shown).toHaveText(Math.sqrt(alphaBar(120)).toFixed(3));
  await expect(reading(figure, /factor of the noise/)).toHaveText(Math.sqrt(1 - alphaBar(120)).toFixed(3));
  await expect(figure.locator('.describe')).toContainText('At time 120');

  await expect(page).toHaveURL(/diffusion-1d\.time=120/);
  const link = page.url();
  await figure.getByRole('button', { name: 'Reset' }).focus();
  await page.keyboard.press('Enter');
  await expect(shown).toHaveText(Math.sqrt(alphaBar(100)).toFixed(3));

  await page.goto(link);
  await expect(reading(page.locator('#figure-diffusion-1d'), /factor of the data/)).toHaveText(
    Math.sqrt(alphaBar(120)).toFixed(3),
  );
});

test('two dimensions: guidance with scale 0 is no guidance, and more of it leaves the inner bump', async ({
  page,
}) => {
  const figure = await playable(page, 'diffusion-2d');
  const inClass = (label: string) => reading(figure, new RegExp(`in class ${label}`)).first();
  const without = await Promise.all(['A', 'B', 'C'].map((label) => inClass(label).textContent()));

  await figure.getByRole('radio', { name: 'none' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(figure.getByRole('radio', { name: 'A', exact: true })).toBeChecked();
  const slider = figure.getByRole('slider', { name: 'Guidance scale s' });
  await expect(slider).toHaveAttribute('aria-valuetext', 's = 1, w = 0');
  await expect(inClass('A')).not.toHaveText(without[0]!);

  await slider.focus();
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', 's = 0, w = −1');
  for (const [index, label] of ['A', 'B', 'C'].entries())
    await expect(inClass(label)).toHaveText(without[index]!);

  await page.keyboard.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', 's = 8, w = 7');
  await expect(inClass('A')).toHaveText('100 %');
  await expect(reading(figure, /inner bump/).first()).toHaveText('0 %');
  // The data of class A: two bumps of sd 0.3 at heights 0.1 and 1.4.
  await expect(reading(figure, /^mean upwards/).last()).toHaveText('0.75');
  await expect(reading(figure, /standard deviation upwards/).last()).toHaveText(
    Math.sqrt(0.3 ** 2 + 0.65 ** 2).toFixed(2),
  );
  await expect(page).toHaveURL(/diffusion-2d\.scale=8/);
  await page.reload();
  await expect(reading(page.locator('#figure-diffusion-2d'), /inner bump/).first()).toHaveText('0 %');
});

test('nothing moves until Play is pressed; where motion is unwelcome, a press is a step', async ({
  page,
}) => {
  const figure = await playable(page, 'diffusion-1d');
  const slider = figure.getByRole('slider', { name: 'Time t' });
  await expect(slider).toHaveValue('100');
  await figure.getByRole('button', { name: 'Play' }).click();
  await expect(slider).toHaveValue('0');
  await figure.getByRole('button', { name: 'Play' }).click();
  await expect(figure.getByRole('button', { name: 'Stop' })).toBeVisible();
  await expect.poll(async () => Number(await slider.inputValue())).toBeLessThan(1000);
  await figure.getByRole('button', { name: 'Stop' }).click();

  await page.emulateMedia({ reducedMotion: 'reduce' });
  await figure.getByRole('button', { name: 'Reset' }).click();
  await figure.getByRole('button', { name: 'Step' }).click();
  await expect(slider).toHaveValue('0');
  await figure.getByRole('button', { name: 'Back to the start' }).click();
  await expect(slider).toHaveValue('1000');
  await figure.getByRole('button', { name: 'Step' }).click();
  await expect(slider).toHaveValue('900');
});

test('without script the still pictures say what they show, and there are no controls', async ({
  browser,
}, info) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: info.project.use.baseURL });
  const page = await context.newPage();
  await page.goto('learn/diffusion/');
  for (const name of ['diffusion-process', 'diffusion-1d', 'diffusion-2d']) {
    const figure = page.locator(`#figure-${name}`);
    await expect(figure.locator('svg').first()).toBeVisible();
    await expect(figure.locator('.describe')).not.toBeEmpty();
    await expect(figure.getByRole('slider')).toHaveCount(0);
    await expect(figure.getByRole('button')).toHaveCount(0);
  }
  await context.close();
});

test('at 360 pixels nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 760 });
  await playable(page, 'diffusion-2d');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
