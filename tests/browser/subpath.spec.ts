import { expect, test } from '@playwright/test';

// The same site, built for /catalog/: every way through it stays below that path.

test('pages link to each other below the sub-path', async ({ page }) => {
  await page.goto('');
  await page.getByRole('link', { name: 'BERT', exact: true }).first().click();
  await expect(page).toHaveURL(/\/catalog\/models\/bert\/$/);
  await page.getByRole('link', { name: 'Masked language modelling' }).first().click();
  await expect(page).toHaveURL(/\/catalog\/objectives\/mlm\/$/);
});

test('no request leaves the sub-path or fails', async ({ page }) => {
  const strays: string[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.startsWith('/catalog/') || response.status() >= 400)
      strays.push(`${response.status()} ${pathname}`);
  });
  for (const address of [
    '',
    'models/',
    'models/bert/',
    'objectives/mlm/',
    'about/',
    'timeline/',
    'timeline/size/',
    'search/?q=bert',
    'compare/?models=bert,gpt',
  ]) {
    await page.goto(address);
    await page.waitForLoadState('networkidle');
  }
  expect(strays).toEqual([]);
});

test('search finds a model and opens it', async ({ page }) => {
  await page.goto('search/?q=bert');
  const first = page.locator('ol[data-results] > li a').first();
  await expect(first).toContainText('BERT');
  await first.click();
  await expect(page).toHaveURL(/\/catalog\/models\/bert\/$/);
});

test('a comparison is made, changed and left below the sub-path', async ({ page }) => {
  await page.goto('compare/?models=bert,roberta');
  await page.getByRole('combobox', { name: 'Add a model' }).fill('gpt 2');
  await page.getByRole('combobox', { name: 'Add a model' }).press('Enter');
  await expect(page).toHaveURL(/\/catalog\/compare\/\?models=bert,roberta,gpt-2$/);
  await page.locator('.compared thead').getByRole('link', { name: 'GPT-2' }).click();
  await expect(page).toHaveURL(/\/catalog\/models\/gpt-2\/$/);
});

test('canonical links and the data name the published address', async ({ page, request }) => {
  await page.goto('models/bert/');
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    'https://example.org/catalog/models/bert/',
  );
  const response = await request.get('api/v1/models.json');
  const { models } = (await response.json()) as { models: { slug: string; url: string }[] };
  expect(models.find(({ slug }) => slug === 'bert')!.url).toBe('https://example.org/catalog/models/bert/');
});

test('the timelines keep their filters below the sub-path', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('timeline/?lab=openai');
  await page.locator('main').getByRole('link', { name: 'by size' }).click();
  await expect(page).toHaveURL(/\/catalog\/timeline\/size\/\?lab=openai$/);
  await page.getByText('open weights only').click();
  await expect(page).toHaveURL(/\/catalog\/timeline\/size\/\?lab=openai&weights=open$/);
  await page.locator('[data-node="gpt-2"] text').click();
  await expect(page).toHaveURL(/\/catalog\/models\/gpt-2\/$/);
});
