import { expect, test, type Page } from '@playwright/test';

// What readers ask of their systems: colours of their own, less motion, paper.

const colours = (page: Page, selector: string, property: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((part, name) => getComputedStyle(part).getPropertyValue(name), property);

test.describe('with forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`marks keep their filling and drawings take the colour of text, ${colorScheme}`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto('models/bert/');
      const text = await colours(page, 'h1', 'color');
      expect(await colours(page, '.dot.checked', 'background-color')).toBe(text);
      expect(await colours(page, '.dot.unchecked', 'background-color')).not.toBe(text);
      expect(await colours(page, '.dot.mirrored', 'background-image')).toContain(text);
      await page.goto('tree/');
      for (const part of ['[data-node=bert] text', '.axis text'])
        expect(await colours(page, `.family-tree ${part}`, 'fill'), part).toBe(text);
      await page.goto('timeline/');
      expect(await colours(page, '.timeline .branch text', 'fill')).toBe(text);
    });
  }

  test('what is chosen and what has the focus is framed', async ({ page }) => {
    await page.goto('about/');
    await page.keyboard.press('Control+k');
    const field = page.locator('dialog.palette input');
    await expect(field).toBeFocused();
    await expect(field).toHaveCSS('outline-style', 'solid');
    await page.keyboard.type('bert');
    await expect(page.locator('dialog.palette [role=option]').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('dialog.palette [aria-selected=true]')).toHaveCSS('outline-style', 'solid');
    await page.goto('models/?architecture=encoder');
    const label = page.locator('.bar .inline label', { has: page.locator(':checked') }).locator('.t');
    await expect(label).toHaveCSS('text-decoration-style', 'solid');
    await expect(page.locator('.bar .inline label .t').last()).toHaveCSS('text-decoration-style', 'dotted');
  });
});

test('nothing moves by itself where less motion is asked for', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const address of [
    '',
    'models/',
    'tree/',
    'timeline/',
    'learn/rlhf/',
    'learn/diffusion/',
    'search/?q=bert',
  ]) {
    await page.goto(address);
    const playable = page.locator('play-figure').last();
    if (await playable.count()) {
      await playable.scrollIntoViewIfNeeded();
      await expect(playable).toHaveAttribute('data-playable', '');
    }
    const moving = await page.evaluate(() => {
      const isLong = (times: string) => times.split(',').some((time) => parseFloat(time) > 0);
      const styled = [...document.querySelectorAll('*')].filter((part) => {
        const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(part);
        return isLong(transitionDuration) || isLong(animationDuration) || scrollBehavior === 'smooth';
      });
      return [...styled, ...document.getAnimations()].map(String);
    });
    expect(moving, `/${address}`).toEqual([]);
    await expect(page.getByRole('button', { name: 'Stop' }), `/${address}`).toHaveCount(0);
  }
});

test.describe('on paper', () => {
  const light = 'rgb(26, 27, 30)';

  test('a page is light whatever the theme, without navigation, and sources have their addresses', async ({
    page,
  }) => {
    await page.goto('models/bert/');
    await page.getByRole('button', { name: 'Change to the dark theme' }).click();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('h1')).toHaveCSS('color', light);
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    for (const part of ['.head nav', '.tools', '.guide', '.thumb', '.skip'])
      await expect(page.locator(part).first(), part).toBeHidden();
    const source = page.locator('.sources a[href^=http]').first();
    const after = await source.evaluate((link) => getComputedStyle(link, '::after').content);
    expect(after).toContain(await source.getAttribute('href'));
  });

  test('the table is whole, its head on every page, and no word is cut off', async ({ page }) => {
    await page.setViewportSize({ width: 700, height: 900 });
    await page.goto('models/');
    await expect(page.getByRole('columnheader', { name: 'Name' }).getByRole('button')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(page.locator('.bar')).toBeHidden();
    await expect(page.locator('.models tbody tr:not(:visible)')).toHaveCount(0);
    const cut = await page
      .locator('.models td:visible')
      .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).length);
    expect(cut).toBe(0);
    await expect(page.locator('.models thead button').first()).toHaveCSS('display', 'contents');
  });

  test('answers of exercises are folded out, controls of figures are gone', async ({ page }) => {
    await page.goto('learn/attention/');
    const answer = page.locator('.answer p, .answer .katex').first();
    await expect(answer).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    expect(
      await page
        .locator('.answer')
        .first()
        .evaluate((part) => part.getBoundingClientRect().height),
    ).toBeGreaterThan(40);
    await expect(page.locator('#figure-attention .controls').first()).toBeHidden();
  });
});
