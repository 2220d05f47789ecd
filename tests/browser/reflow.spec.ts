import { expect, test, type Page } from '@playwright/test';
import { violations } from './axe.ts';
import { kinds } from './kinds.ts';

// Narrow windows, zoom, large letters and wide spacing: nothing scrolls sideways, nothing is cut off or covered.

/** The sizes of windows; 640 and 320 are those of a window of 1280 pixels at 200 and 400 %. */
const windows = [
  { width: 320, height: 256 },
  { width: 360, height: 800 },
  { width: 640, height: 400 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
];

/** What readers lay over a page: letters twice as large, and the spacing that WCAG 1.4.12 names. */
const overlays = {
  'letters twice as large': 'html { font-size: 200% }',
  'wide spacing': `*:not(.katex *) { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`,
};

/** By how much the page is too wide, and the texts that are cut off, a line each. */
function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const sideways =
      scrollWidth > clientWidth ? [`${scrollWidth} pixels wide instead of ${clientWidth}`] : [];
    // Formulas scroll in a box of their own; the thumb index is a mere colour where it is narrow; a row of the
    // table shows its words in whole when it has the focus.
    const own = '.vh, svg, .katex, .katex-display, .thumb, .models td:not(.num)';
    const cut = [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')].filter((part) => {
      if (part.closest(own) || !part.textContent.trim() || !part.checkVisibility()) return false;
      const { overflowX, overflowY } = getComputedStyle(part);
      return (
        (/hidden|clip/.test(overflowX) && part.scrollWidth > part.clientWidth + 1) ||
        (/hidden|clip/.test(overflowY) && part.scrollHeight > part.clientHeight + 1)
      );
    });
    return [...sideways, ...cut.map((part) => `cut off: ${part.textContent.trim().slice(0, 40)}`)];
  });
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  if (address.includes('?models')) await expect(page.locator('.compared')).toBeVisible();
}

for (const address of kinds) {
  test(`/${address} neither scrolls sideways nor cuts texts off`, async ({ page }) => {
    await open(page, address);
    for (const size of windows) {
      await page.setViewportSize(size);
      expect(await faults(page), `at ${size.width} pixels`).toEqual([]);
    }
    for (const [name, rules] of Object.entries(overlays)) {
      await page.evaluate((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        document.adoptedStyleSheets = [sheet];
      }, rules);
      expect(await faults(page), `with ${name}`).toEqual([]);
    }
  });
}

test('a row of the table shows in whole what it cuts off, when the focus comes to it', async ({ page }) => {
  await page.goto('models/');
  const row = page.locator('.models tbody tr', {
    has: page.getByRole('link', { name: 'ALBERT', exact: true }),
  });
  const labs = row.locator('td.c-lab');
  const isCut = () => labs.evaluate((cell) => cell.scrollWidth > cell.clientWidth + 1);
  expect(await isCut()).toBe(true);
  await row.getByRole('link').focus();
  expect(await isCut()).toBe(false);
});

for (const size of [windows[0]!, { width: 1280, height: 600 }]) {
  test(`nothing that stays at the top covers what has the focus, at ${size.width} pixels`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    for (const address of ['models/', 'tree/', 'timeline/', 'compare/?models=bert,roberta']) {
      await open(page, address);
      // Backwards, since what the Tab key leads up to comes to stand at the upper edge. A fifth of them shows it.
      const covered = await page.evaluate(() => {
        const seen = (part: Element) =>
          [...part.getClientRects()].some(({ left, top, width, height }) =>
            [0.1, 0.5, 0.9].some((across) =>
              [0.15, 0.5, 0.85].some((down) => {
                const hit = document.elementFromPoint(left + width * across, top + height * down);
                return hit && (part.contains(hit) || hit.contains(part));
              }),
            ),
          );
        return [...document.querySelectorAll<HTMLElement>('main :is(a[href], button, summary)')]
          .filter((_, at) => at % 5 === 0)
          .reverse()
          .filter((part) => {
            part.focus();
            return document.activeElement === part && !seen(part);
          })
          .map((part) => part.textContent.trim() || part.outerHTML.slice(0, 80));
      });
      expect(covered, `/${address}`).toEqual([]);
    }
  });
}

test('on a phone, targets are 24 pixels high or have as much room', async ({ page }) => {
  for (const address of ['models/bert/', 'models/stable-diffusion/', 'compare/']) {
    await open(page, address);
    for (const width of [360, 412]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await violations(page, { rules: ['target-size'] }), `/${address} at ${width}`).toEqual([]);
    }
  }
});
