import { expect, test, type Page } from '@playwright/test';

// By keyboard alone, and as a screen reader is told: what no other file tests. Tree, timelines, table, comparison,
// search and each figure have such tests in files of their own.

test('the first Tab leads to a link past the head of the page, which goes to the content', async ({
  page,
}) => {
  await page.goto('about/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
  await page.keyboard.press('Tab');
  const isWithin = await page.evaluate(() => document.activeElement?.closest('main') !== null);
  expect(isWithin).toBe(true);
});

for (const width of [360, 1280]) {
  test(`the head of a page is walked through in the order in which it reads, ${width} pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('data/');
    const names: string[] = [];
    for (let step = 0; step < 10; step++) {
      await page.keyboard.press('Tab');
      names.push(await page.evaluate(() => (document.activeElement as HTMLElement).innerText.trim()));
    }
    expect(names.slice(1, 8)).toEqual([
      'Transformer Catalog',
      'Models',
      'Tree',
      'Timeline',
      'Compare',
      'Learn',
      'About',
    ]);
    expect(names[9]).toBe('Dark');
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.keyboard.press('Space');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  });
}

test('a citation is chosen and copied, corrections are sorted, a view is saved and its link copied', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.goto('models/bert/');
  const cite = page.locator('.cite');
  await cite.getByRole('button', { name: 'entry, text' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(cite.getByRole('status')).toHaveText('Copied');
  expect(await copied()).toContain('Transformer Catalog. BERT.');

  await page.goto('corrections/');
  await page.getByRole('button', { name: 'Verdict' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.corrections th[aria-sort=ascending]')).toHaveText('Verdict');

  await page.goto('families/bert/');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).focus();
  await page.keyboard.press('Enter');
  expect((await saving).suggestedFilename()).toMatch(/\.csv$/);
  for (let step = 0; step < 2; step++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(copied).toBe(page.url());
});

test('columns of the table are chosen, and filters on a phone opened', async ({ page }) => {
  await page.goto('models/');
  const opener = page.locator('.openers').getByRole('button', { name: 'Columns', exact: true });
  await opener.focus();
  await page.keyboard.press('Enter');
  const box = page.locator('#filter-columns').getByRole('checkbox', { name: 'Weights' });
  const isReached = () => box.evaluate((input) => input === document.activeElement);
  for (let step = 0; step < 40 && !(await isReached()); step++) await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('columnheader', { name: 'Weights' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();

  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('models/');
  const filters = page.getByRole('button', { name: 'Filters' });
  await filters.focus();
  await page.keyboard.press('Enter');
  await expect(filters).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.locator('.bar .count')).toContainText(' of ');
});

/** What a screen reader is told of a part, as far as the template goes. */
const told = (page: Page, selector: string, template: string) =>
  expect(page.locator(selector).first()).toMatchAriaSnapshot(template);

test('the tree is told as names that fold, and as an outline with dates and kinds of descent', async ({
  page,
}) => {
  await page.goto('tree/');
  await expect(page.getByRole('searchbox', { name: 'Find in the tree' })).toBeVisible();
  await told(
    page,
    '.tree-figure',
    `
    - figure "Family tree":
      - group "Family tree; the outline below says the same":
        - link "Transformer":
          - /url: /models/transformer/
        - button "Fold Transformer" [expanded]
        - link "GPT":
          - /url: /models/gpt/
        - button "Fold GPT" [expanded]
        - link "GPT-2"
    `,
  );
  await told(
    page,
    '.outline',
    `
    - list:
      - listitem:
        - link "Transformer"
        - 'button "fold: what descends from Transformer" [expanded]'
        - text: Jun 2017
        - list:
          - listitem:
            - link "GPT"
            - 'button "fold: what descends from GPT" [expanded]'
            - text: Jun 2018, from Transformer (architecture)
    `,
  );
});

test('a figure is told as its caption, its controls with their names and states, and its numbers', async ({
  page,
}) => {
  await page.goto('learn/attention/');
  await page.locator('#figure-attention').scrollIntoViewIfNeeded();
  await expect(page.locator('play-figure[name=attention]')).toHaveAttribute('data-playable', '');
  await told(
    page,
    '#figure-attention',
    `
    - figure /Figure 1\\. Attention by hand\\./:
      - group "Controls of the figure":
        - textbox "Sentence, two to four words": the cat licks itself
        - group "Follow the query of":
          - radio "the"
          - radio "cat"
          - radio "licks"
          - radio "itself" [checked]
        - checkbox "Divide by √d" [checked]
        - checkbox "Causal mask"
      - table "Queries what a word looks for":
        - rowgroup:
          - row "the":
            - rowheader "the"
            - cell:
              - spinbutton "Queries of the, component 1": "0"
      - paragraph: /“itself” reads “cat” most, with weight 0\\.71/
    `,
  );
});
