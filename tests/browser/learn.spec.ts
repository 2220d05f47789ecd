import { expect, test, type Page } from '@playwright/test';

/** Every chapter, from the list of chapters. */
async function chapters(page: Page): Promise<string[]> {
  await page.goto('learn/');
  const links = await page
    .locator('.chapters a')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).getAttribute('href')!));
  const addresses = links.filter((link) => /\/learn\/[^/]+\/$/.test(link) && !link.includes('glossary'));
  expect(addresses.length).toBeGreaterThan(0);
  return addresses;
}

/** Scrolls through the page so that every figure is reached. */
async function reachAll(page: Page): Promise<void> {
  for (const figure of await page.locator('play-figure').all()) {
    await figure.scrollIntoViewIfNeeded();
    await expect(figure).toHaveAttribute('data-playable', '');
  }
}

test('every figure of every chapter becomes playable without a complaint, and can be reset', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  for (const chapter of await chapters(page)) {
    await page.goto(chapter);
    await reachAll(page);
    for (const figure of await page.locator('play-figure').all()) {
      const told = figure.locator('.describe');
      const before = await told.textContent();
      await figure.getByRole('button', { name: 'Reset' }).click();
      await expect(told).toHaveText(before!);
    }
  }
  expect(complaints).toEqual([]);
});

test('a figure that nobody reaches costs nothing', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.setViewportSize({ width: 1280, height: 400 });
  await page.goto('learn/attention/', { waitUntil: 'networkidle' });
  expect(requests.filter((url) => /play|preact|hooks/.test(url))).toEqual([]);
  await page.locator('#figure-attention').scrollIntoViewIfNeeded();
  await expect(page.locator('#figure-attention play-figure')).toHaveAttribute('data-playable', '');
  expect(requests.some((url) => /\/play\b/.test(url))).toBe(true);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('every chapter reads whole, every figure shows its picture and says what it shows', async ({
    page,
  }) => {
    await page.goto('learn/');
    const links = await page.locator('.chapters a').all();
    const addresses = await Promise.all(links.map((link) => link.getAttribute('href')));
    for (const address of addresses.filter((one) => !/glossary|objectives\/$/.test(one!))) {
      await page.goto(address!);
      for (const figure of await page.locator('figure.figure').all()) {
        await expect(figure.locator('.picture :is(svg, table, ol, ul, dl, p)').first()).toBeVisible();
        expect(
          (await figure.locator('.describe, .picture + .vh').first().textContent())!.length,
        ).toBeGreaterThan(20);
      }
      for (const answer of await page.locator('details.answer').all()) {
        await answer.locator('summary').click();
        await expect(answer.locator(':scope > :not(summary)').first()).toBeVisible();
      }
    }
  });
});

for (const width of [320, 768]) {
  test(`no chapter is wider than a window of ${width} pixels`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: 800 });
    for (const chapter of await chapters(page)) {
      await page.goto(chapter);
      await reachAll(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), chapter).toBeLessThanOrEqual(
        width,
      );
    }
  });
}

test('a citation shows its card on focus; Escape puts it away', async ({ page }) => {
  await page.goto('learn/attention/');
  const cite = page.locator('.with-card.cite').first();
  await cite.locator('a').first().focus();
  await expect(cite.locator('.card')).toBeVisible();
  await expect(cite.locator('.card')).toContainText('Neural Machine Translation');
  await page.keyboard.press('Escape');
  await expect(cite.locator('.card')).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#source-bahdanau-2014$/);
});

test('on a phone a side note opens by its number', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('learn/attention/');
  const note = page.locator('#note-1');
  await expect(note).toBeHidden();
  await page.getByRole('button', { name: 'Note 1', exact: true }).click();
  await expect(note).toBeVisible();
});

test('the number of a side note follows the word without the indent of its paragraph', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('learn/rlhf/');
  const numbers = await page.locator('button.ref').all();
  expect(numbers.length).toBeGreaterThan(0);
  for (const number of numbers) await expect(number).toHaveCSS('text-indent', '0px');
});

test('a formula that scrolls within itself can be reached by keyboard, one that fits cannot', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 740 });
  await page.goto('learn/rlhf/');
  const formulas = page.locator('.katex-display');
  await expect
    .poll(() =>
      formulas.evaluateAll((all) =>
        all.every((one) => one.hasAttribute('tabindex') === one.scrollWidth > one.clientWidth),
      ),
    )
    .toBe(true);
  expect(await page.locator('.katex-display[tabindex]').count()).toBeGreaterThan(0);
});
