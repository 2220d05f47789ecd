import { expect, test } from '@playwright/test';
import { colorSchemes, violations } from './axe.ts';
import { kinds, mainViews } from './kinds.ts';

for (const address of kinds) {
  test(`/${address} has no accessibility violation, in light and dark`, async ({ page }) => {
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    for (const colorScheme of colorSchemes) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page, { colorScheme }), colorScheme).toEqual([]);
    }
  });
}

test('no model’s page scrolls sideways, narrow or wide', async ({ page, request }) => {
  const { models } = (await (await request.get('api/v1/models.json')).json()) as {
    models: { slug: string }[];
  };
  const wide: string[] = [];
  for (const { slug } of models) {
    await page.goto(`models/${slug}/`, { waitUntil: 'domcontentloaded' });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
      if (scroll > width) wide.push(`${slug} at ${width}: ${scroll}`);
    }
  }
  expect(wide).toEqual([]);
});

test('nothing is requested from another site, and nothing fails or complains', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(baseURL!).origin)) foreign.push(request.url());
  });
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  for (const address of kinds.filter((address) => address !== 'no-such-page/')) {
    await page.goto(address);
    await page.waitForLoadState('networkidle');
  }
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a model page answers what it is, where it comes from and how each fact is known', async ({ page }) => {
  await page.goto('models/bert/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('BERT');
  await expect(page.getByRole('link', { name: 'Masked language modelling' }).first()).toBeVisible();
  const sizes = page.locator('.fact', { has: page.locator('dt', { hasText: 'Parameters' }) });
  await expect(sizes).toContainText('110M');
  await sizes.locator('.ev a').first().click();
  await expect(page).toHaveURL(/#s-\d+$/);
  await expect(page.locator('.sources li:target')).toContainText('google-research/bert');
});

test('a mark explains itself on the spot, by keyboard, and without scripts', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto('models/bert/');
  const mark = page.getByRole('button', { name: 'checked: what this mark means', exact: true }).first();
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#mark-checked')).toBeVisible();
  await expect(page.locator('#mark-checked')).toContainText(
    'the authors’ own paper, repository, card or announcement was opened',
  );
  await page.keyboard.press('Escape');
  await expect(page.locator('#mark-checked')).toBeHidden();
  await context.close();
});

test('unknown sizes are told apart: undisclosed, in parts, never zero', async ({ page }) => {
  await page.goto('models/chatgpt/');
  const sizes = page.locator('.fact', { has: page.locator('dt', { hasText: 'Parameters' }) });
  await expect(sizes.locator('.und')).toHaveText('undisclosed');
  await page.goto('models/stable-diffusion/');
  await expect(sizes).toContainText('860M');
  await expect(sizes).toContainText('U-Net');
});

test('a citation is chosen, copied, and said to be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('models/bert/');
  const cite = page.locator('.cite');
  await expect(cite.locator('pre:visible')).toHaveCount(1);
  await expect(cite.locator('pre:visible')).toContainText('@inproceedings{devlin2019bert,');
  await cite.getByRole('button', { name: 'entry, text' }).click();
  await expect(cite.locator('pre:visible')).toContainText('Transformer Catalog. BERT. Entry last changed');
  await cite.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(cite.getByRole('status')).toHaveText('Copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await cite.locator('pre:visible').textContent());
});

test('the theme is chosen once and holds on the next page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('models/bert/');
  await page.getByRole('button', { name: 'Change to the dark theme' }).click();
  await page.goto('about/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(20, 21, 24)');
});

test('one leafs through the alphabet by the guide words', async ({ page }) => {
  await page.goto('models/bert/');
  const next = page.locator('.guide a[rel=next]');
  const name = (await next.textContent())!.replace(' →', '');
  await next.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
});

test('the corrections sort by any column', async ({ page }) => {
  await page.goto('corrections/');
  await page.getByRole('button', { name: 'Verdict' }).click();
  const verdicts = await page.locator('.corrections tbody .verdict').allTextContents();
  expect(verdicts.length).toBeGreaterThan(10);
  expect(verdicts).toEqual([...verdicts].sort((a, b) => a.localeCompare(b)));
  await expect(page.locator('.corrections th[aria-sort=ascending]')).toHaveText('Verdict');
});

test('everything can be read without scripts', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto('');
  await page.getByRole('link', { name: 'as one table' }).click();
  await page.getByRole('link', { name: 'BERT', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'What it is' })).toBeVisible();
  await page.goto('objectives/mlm/');
  await expect(page.locator('.katex').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'BERT', exact: true }).first()).toBeVisible();
  await context.close();
});

test('nothing moves while a page gets its scripts', async ({ page }) => {
  await page.setViewportSize({ width: 412, height: 823 });
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) =>
      shifts.push(...list.getEntries().map((entry) => (entry as unknown as { value: number }).value)),
    ).observe({ type: 'layout-shift', buffered: true });
  });
  for (const address of mainViews) {
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
    expect(
      shifts.reduce((sum, shift) => sum + shift, 0),
      `/${address}`,
    ).toBeLessThan(0.01);
  }
});
