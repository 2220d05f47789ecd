import { expect, test, type Page } from '@playwright/test';
import { colorSchemes, violations } from './axe.ts';

function palette(page: Page) {
  return page.getByRole('dialog', { name: 'Search the catalog' });
}

function field(page: Page) {
  return palette(page).getByRole('combobox', { name: 'Search the catalog' });
}

function options(page: Page) {
  return palette(page).getByRole('option');
}

const recent = { name: 'Opened lately' };

test('"/" and Ctrl-K open it anywhere', async ({ page }) => {
  for (const path of ['', 'search/', 'no/such/page/']) {
    await page.goto(path);
    await page.keyboard.press('/');
    await page.keyboard.type('gpt4');
    await expect(field(page)).toBeFocused();
    await expect(field(page)).toHaveValue('gpt4');
    await expect(options(page).first()).toHaveAttribute('href', /\/models\/gpt-4\/$/);
    await page.keyboard.press('Escape');
    await expect(palette(page)).toBeHidden();
  }
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Meta+k');
  await expect(palette(page)).toBeVisible();
});

test.describe('on a page', () => {
  test.beforeEach(({ page }) => page.goto('models/bert/'));

  test('opens empty, however soon after it was closed', async ({ page }) => {
    await page.keyboard.press('/');
    await page.keyboard.type('gpt4');
    await expect(field(page)).toHaveValue('gpt4');
    // Within one task, as a fast hand or a busy machine makes it look: nothing is painted between the keys.
    await page.evaluate(() => {
      const press = (init: KeyboardEventInit) =>
        document.activeElement!.dispatchEvent(
          new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }),
        );
      press({ key: 'Escape' });
      press({ key: 'k', ctrlKey: true });
    });
    await expect(palette(page)).toBeVisible();
    await expect(field(page)).toHaveValue('');
  });

  test('it keeps out of other fields, and goes on from the box', async ({ page }) => {
    await page.evaluate(() => document.querySelector('main')!.append(document.createElement('textarea')));
    await page.locator('textarea').focus();
    await page.keyboard.type('x/y');
    await page.keyboard.press('Control+k');
    await expect(page.locator('textarea')).toHaveValue('x/y');
    await expect(palette(page)).toHaveCount(0);
    const box = page.getByRole('combobox', { name: 'Find a model' });
    await box.fill('a/b');
    await box.press('Control+k');
    await expect(field(page)).toHaveValue('a/b');
  });

  test('gives the focus back when it is closed, by Escape, button or a click beside it', async ({ page }) => {
    const link = page.getByRole('link', { name: 'Timeline' });
    await link.focus();
    await page.keyboard.press('/');
    await expect(field(page)).toBeFocused();
    await page.keyboard.type('bert');
    await expect(options(page).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(palette(page)).toBeHidden();
    await expect(link).toBeFocused();
    await page.keyboard.press('/');
    await palette(page).getByRole('button', { name: 'Close' }).click();
    await expect(palette(page)).toBeHidden();
    await page.keyboard.press('/');
    await expect(field(page)).toBeFocused();
    await page.mouse.click(5, 500);
    await expect(palette(page)).toBeHidden();
  });

  test('arrows choose, Enter opens, Tab stays inside', async ({ page }) => {
    await page.keyboard.press('/');
    await page.keyboard.type('gpt');
    await expect(options(page).nth(1)).toBeVisible();
    await expect(field(page)).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const second = options(page).nth(1);
    await expect(second).toHaveAttribute('aria-selected', 'true');
    await expect(field(page)).toHaveAttribute('aria-activedescendant', (await second.getAttribute('id'))!);
    await expect(
      palette(page)
        .getByRole('status')
        .filter({ hasText: /\d names/ }),
    ).toBeAttached();
    await page.keyboard.press('Tab');
    await expect(palette(page).locator(':focus')).toHaveCount(1);
    await field(page).focus();
    const address = (await second.getAttribute('href'))!;
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${address}`);
  });

  test('Ctrl-Enter, Ctrl-click and the middle button open in a new tab', async ({ page, context }) => {
    await page.keyboard.press('/');
    await page.keyboard.type('gato');
    await expect(options(page).first()).toContainText('Gato');
    for (const open of [
      () => field(page).press('Control+Enter'),
      () =>
        options(page)
          .first()
          .click({ modifiers: ['ControlOrMeta'] }),
      () => options(page).first().click({ button: 'middle' }),
    ]) {
      const opened = context.waitForEvent('page');
      await open();
      await expect(await opened).toHaveURL(/\/models\/gato\/$/);
      await page.bringToFront();
    }
    await expect(page).toHaveURL(/\/models\/bert\/$/);
    await expect(palette(page)).toBeVisible();
  });

  test('offers what can be asked, then what was opened lately, which a button clears', async ({ page }) => {
    await page.keyboard.press('/');
    await expect(palette(page).getByRole('group', { name: 'You can ask for' })).toBeVisible();
    await expect(palette(page).getByRole('group', recent)).toHaveCount(0);
    await expect(palette(page).getByRole('button', { name: /^Clear/ })).toBeHidden();
    await page.keyboard.type('gato');
    await expect(options(page).first()).toContainText('Gato');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/models\/gato\/$/);
    await page.keyboard.press('/');
    const opened = palette(page).getByRole('group', recent).getByRole('option');
    await expect(opened).toHaveCount(1);
    await expect(opened).toHaveAttribute('href', /\/models\/gato\/$/);
    await palette(page)
      .getByRole('button', { name: /^Clear/ })
      .click();
    await expect(opened).toHaveCount(0);
    await expect(field(page)).toBeFocused();
    await page.reload();
    await page.keyboard.press('/');
    await expect(options(page).first()).toBeVisible();
    await expect(opened).toHaveCount(0);
  });

  test('whatever is kept in the browser does no harm', async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.evaluate(() =>
      localStorage.setItem('recent /', '[{"title":"x","href":"javascript:alert(1)"},{"title":3},"y",null]'),
    );
    await page.keyboard.press('/');
    await expect(options(page).first()).toBeVisible();
    await expect(palette(page).getByRole('group', recent)).toHaveCount(0);
    expect(errors).toEqual([]);
  });

  test('loads nothing before it is opened', async ({ page }) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.reload();
    await page.waitForLoadState('networkidle');
    const ofSearch = () =>
      requests.filter((path) => /\/search\/|\/pagefind\/|suggestions|hits|palette\./.test(path));
    expect(ofSearch()).toEqual([]);
    await page.keyboard.press('/');
    await expect.poll(() => ofSearch().some((path) => path.endsWith('/search/names.json'))).toBe(true);
    await expect(field(page)).toBeVisible();
    expect(requests.filter((path) => /\/pagefind\/|details|facts\.json/.test(path))).toEqual([]);
  });

  for (const colorScheme of colorSchemes) {
    test(`has no accessibility violation while open, in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.keyboard.press('/');
      for (const [query, said] of [
        ['', ''],
        ['gpt', /\d names/],
        ['encoder google 2019', /\d models?: Encoder, Google, 2019/],
        ['zzzqqq', 'Nothing found'],
      ] as const) {
        await field(page).fill(query);
        await expect(palette(page).getByRole('status').filter({ hasText: said })).toBeAttached();
        await field(page).press('ArrowDown');
        expect(await violations(page, { colorScheme, part: '.palette' })).toEqual([]);
      }
    });
  }
});

test('a palette that cannot be loaded leads to the page of search', async ({ page }) => {
  await page.route('**/_astro/palette.*.js', (route) => route.abort());
  await page.goto('about/');
  await page.keyboard.press('/');
  await expect(page).toHaveURL(/\/search\/$/);
});

test('on a telephone the box offers the same before anything is typed, and fills the page', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  await page.goto('about/');
  await page.getByRole('combobox', { name: 'Find a model' }).tap();
  const offered = page.getByRole('listbox').getByRole('option');
  await expect(offered.first()).toBeVisible();
  const { width, height } = (await offered.first().boundingBox())!;
  expect(width).toBe(360);
  expect(height).toBeGreaterThanOrEqual(24);
  await offered.filter({ hasText: 'The family tree' }).tap();
  await expect(page).toHaveURL(/\/tree\/$/);
  await context.close();
});
