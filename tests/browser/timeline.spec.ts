import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { overlapsOf } from './overlaps.ts';

interface Listed {
  slug: string;
  released: string;
  architecture?: string;
  labs: string[];
  weights?: string;
  variants: { parameters?: number }[];
  undisclosed: string[];
}

async function listed(request: APIRequestContext): Promise<Listed[]> {
  return ((await (await request.get('api/v1/models.json')).json()) as { models: Listed[] }).models;
}

const slugs = (models: readonly Listed[]) => models.map(({ slug }) => slug).toSorted();

/** The models that the chart shows, by their slugs. */
const drawn = (page: Page) =>
  page
    .locator('.timeline [data-node]:visible')
    .evaluateAll((links) => links.map((link) => (link as unknown as SVGAElement).dataset.node!).toSorted());
/** The models that the list shows. */
const inList = (page: Page) =>
  page
    .locator('.by-year li:visible')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.id!).toSorted());
const query = (page: Page) => new URL(page.url()).search;
const count = (page: Page) => page.locator('.bar .count');

async function open(page: Page, address: string, width = 1280): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(address);
  await page.waitForFunction(() => customElements.get('time-line') !== undefined);
}

/** Labels that reach out of their drawing. */
function strays(page: Page): Promise<string[]> {
  return page.locator('.timeline .mark-of text').evaluateAll((texts) =>
    texts
      .filter((text) => text.getClientRects().length > 0)
      .filter((text) => {
        const [box, frame] = [
          text.getBoundingClientRect(),
          (text as SVGTextElement).ownerSVGElement!.getBoundingClientRect(),
        ];
        return (
          box.left < frame.left - 1 ||
          box.right > frame.right + 1 ||
          box.top < frame.top - 4 ||
          box.bottom > frame.bottom + 4
        );
      })
      .map((text) => text.textContent!),
  );
}

for (const address of ['timeline/', 'timeline/size/']) {
  test(`/${address}: no two names overlap, none leaves the drawing, also after a zoom`, async ({ page }) => {
    await open(page, address);
    const labels = page.locator('.timeline .broad a text');
    expect(await overlapsOf(labels)).toEqual([]);
    expect(await strays(page)).toEqual([]);
    const all = (await drawn(page)).length;
    await page.getByRole('link', { name: '2022', exact: true }).and(page.locator('.zooms a')).click();
    await expect.poll(async () => (await drawn(page)).length).toBeLessThan(all);
    expect(await overlapsOf(labels)).toEqual([]);
    expect(await strays(page)).toEqual([]);
  });

  test(`/${address}: every link of chart and list leads to a page that is there`, async ({
    page,
    request,
  }) => {
    await open(page, address);
    const links = await page
      .locator('.timeline a[href], .by-year a')
      .evaluateAll((all) => all.map((link) => new URL(link.getAttribute('href')!, document.baseURI).href));
    for (const link of new Set(links)) {
      if (link.includes('#2')) continue;
      expect((await request.head(link)).status(), link).toBe(200);
    }
  });
}

test('every model stands in the timeline once, and once in its list', async ({ page, request }) => {
  const models = await listed(request);
  await open(page, 'timeline/');
  await expect.poll(() => drawn(page)).toEqual(slugs(models));
  await expect.poll(() => inList(page)).toEqual(slugs(models));
  await page.locator('[data-node=bert] text').click();
  await expect(page).toHaveURL(/\/models\/bert\/$/);
});

test('by size every model stands once: at its size, or beneath by name', async ({ page, request }) => {
  const models = await listed(request);
  const isSized = ({ variants }: Listed) => variants.some(({ parameters }) => parameters !== undefined);
  await open(page, 'timeline/size/');
  await expect.poll(() => drawn(page)).toEqual(slugs(models.filter(isSized)));
  const beneath = await page
    .locator('[data-unplaced]')
    .evaluateAll((links) => links.map((link) => (link as HTMLElement).dataset.unplaced!).toSorted());
  expect(beneath).toEqual(slugs(models.filter((model) => !isSized(model))));
  await expect.poll(() => inList(page)).toEqual(slugs(models));
  const undisclosed = models.filter((model) => !isSized(model) && model.undisclosed.includes('parameters'));
  for (const { slug } of undisclosed) {
    await expect(
      page.locator('.reason', { hasText: 'never said' }).locator(`[data-unplaced="${slug}"]`),
    ).toBeVisible();
    await expect(page.locator(`.by-year [data-id="${slug}"]`)).toContainText('undisclosed');
  }
  await expect(page.locator('[data-node="mixtral-8x7b"] .active')).toHaveCount(1);
});

test('February to June 2023 shows just the models of these months, by link and by address', async ({
  page,
  request,
}) => {
  const expected = slugs(
    (await listed(request)).filter(({ released }) => released >= '2023-02' && released < '2023-07'),
  );
  expect(expected).toContain('llama');
  await open(page, 'timeline/');
  await page.getByRole('link', { name: 'February to June 2023' }).click();
  await expect.poll(() => query(page)).toBe('?from=2023-02&to=2023-06');
  await expect.poll(() => drawn(page)).toEqual(expected);
  for (const address of ['timeline/?from=2023-02&to=2023-06', 'timeline/size/?from=2023-02&to=2023-06']) {
    await open(page, address);
    await expect.poll(() => inList(page)).toEqual(expected);
    await expect(page.locator('.years text')).toHaveText(['Feb 2023', 'Mar', 'Apr', 'May', 'Jun']);
    await expect(page.getByRole('link', { name: 'February to June 2023' })).toHaveAttribute(
      'aria-current',
      'true',
    );
  }
});

test('a filter is kept in the address, goes with the link to the other chart, and back again', async ({
  page,
  request,
}) => {
  const models = await listed(request);
  await open(page, 'timeline/');
  await page.getByRole('combobox', { name: 'Lab' }).selectOption('google');
  await page.getByText('open weights only').click();
  await page.getByText('Encoder', { exact: true }).click();
  await expect.poll(() => query(page)).toBe('?architecture=encoder&lab=google&weights=open');
  const expected = slugs(
    models.filter(
      ({ labs, weights, architecture }) =>
        labs.includes('google') && weights === 'open' && architecture === 'encoder',
    ),
  );
  expect(expected.length).toBeGreaterThan(1);
  await expect.poll(() => drawn(page)).toEqual(expected);
  await expect(count(page)).toHaveText(`${expected.length} of ${models.length} models`);
  const year = models.find(({ slug }) => slug === 'bert')!.released.slice(0, 4);
  const ofYear = models.filter(({ released }) => released.startsWith(year)).map(({ slug }) => slug);
  await expect(page.getByRole('region', { name: year }).locator('.hang a')).toHaveText(
    `${ofYear.filter((slug) => expected.includes(slug)).length} of ${ofYear.length} models`,
  );

  await page.reload();
  await expect.poll(() => drawn(page)).toEqual(expected);
  await expect(page.getByRole('combobox', { name: 'Lab' })).toHaveValue('google');
  await page.locator('main').getByRole('link', { name: 'by size' }).click();
  await expect(page).toHaveURL(/\/timeline\/size\/\?architecture=encoder&lab=google&weights=open$/);
  await expect.poll(() => inList(page)).toEqual(expected);
  await page.locator('main').getByRole('link', { name: 'by branch' }).click();
  await expect(page).toHaveURL(/\/timeline\/\?architecture=encoder&lab=google&weights=open$/);

  await page.getByText('open weights only').click();
  await expect.poll(() => query(page)).toBe('?architecture=encoder&lab=google');
  await page.goBack();
  await expect.poll(() => query(page)).toBe('?architecture=encoder&lab=google&weights=open');
  await expect(page.locator('input[name=weights]')).toBeChecked();
  await expect.poll(() => drawn(page)).toEqual(expected);
});

test('all filters work by keyboard alone', async ({ page, request }) => {
  const models = await listed(request);
  await open(page, 'timeline/');
  await page.locator('[data-choice=architecture] input').first().focus();
  await page.keyboard.press('Space');
  await expect.poll(() => query(page)).toBe('?architecture=encoder');
  await expect(page.locator('[data-choice=architecture] input').first()).toBeFocused();
  for (let step = 0; step < 4; step++) await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Lab' })).toBeFocused();
  await page.keyboard.type('Goo');
  await expect.poll(() => query(page)).toContain('lab=google');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect.poll(() => query(page)).toBe('?architecture=encoder&lab=google&weights=open');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2020-13');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Write months as 2023-02')).toBeVisible();
  for (let step = 0; step < 2; step++) await page.keyboard.press('Backspace');
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Write months as 2023-02')).toBeHidden();
  await expect.poll(() => query(page)).toBe('?architecture=encoder&lab=google&weights=open&from=2020-01');
  const expected = slugs(
    models.filter(
      ({ labs, weights, architecture, released }) =>
        labs.includes('google') && weights === 'open' && architecture === 'encoder' && released >= '2020-01',
    ),
  );
  await expect.poll(() => drawn(page)).toEqual(expected);
  // From the last field the Tab key goes on through the stretches of time to the chart.
  const isInChart = () => page.evaluate(() => document.activeElement?.closest('.timeline .broad') !== null);
  for (let step = 0; step < 40 && !(await isInChart()); step++) await page.keyboard.press('Tab');
  expect(await isInChart()).toBe(true);
  const reached = new Set<string>();
  for (let step = 0; step < 60; step++) {
    const id = await page.evaluate(() => (document.activeElement as SVGElement | null)?.dataset['node']);
    if (id) reached.add(id);
    await page.keyboard.press('Tab');
  }
  expect([...reached].toSorted()).toEqual(expected);
});

test('where nothing is left the page says so, and drops the filter that is chosen', async ({ page }) => {
  await open(page, 'timeline/?lab=anthropic&weights=open');
  await expect(page.locator('.nothing')).toContainText('No model has all of this');
  await expect(page.locator('figure.timeline')).toBeHidden();
  await expect.poll(() => inList(page)).toEqual([]);
  const drop = page.getByRole('button', { name: 'drop “Anthropic”' });
  await drop.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => query(page)).toBe('?weights=open');
  await expect(page.locator('.nothing')).toBeHidden();
  await expect(page.locator('figure.timeline')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Lab' })).toBeFocused();
  await expect.poll(async () => (await drawn(page)).length).toBeGreaterThan(10);
});

test('where no filter alone is to blame, all are dropped together', async ({ page, request }) => {
  await open(page, 'timeline/size/?lab=anthropic&modality=protein&from=2018-01&to=2018-02');
  await expect(page.locator('.nothing button')).toHaveText(['drop all filters']);
  await page.getByRole('button', { name: 'drop all filters' }).click();
  await expect.poll(() => query(page)).toBe('');
  await expect.poll(() => inList(page)).toEqual(slugs(await listed(request)));
});

test('what an address means that nobody can ask for is said, and the rest holds', async ({ page }) => {
  await open(page, 'timeline/?lab=gogle&architecture=encoder&from=yesterday');
  await expect(page.locator('.ignored')).toContainText('lab “gogle” (nearest: google)');
  await expect(page.locator('.ignored')).toContainText('from “yesterday” (expected: 2023-02)');
  await expect(page.locator('[data-choice=architecture] input').first()).toBeChecked();
});

test('the hash of a year leads to its models and marks it in the axis', async ({ page, request }) => {
  const of2020 = slugs((await listed(request)).filter(({ released }) => released.startsWith('2020')));
  await open(page, 'timeline/#2020');
  const section = page.getByRole('region', { name: '2020' });
  await expect(section).toBeInViewport();
  expect(
    (
      await section.locator('li').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.id!))
    ).toSorted(),
  ).toEqual(of2020);
  const inAxis = page.locator('.years a[href="#2020"]');
  await expect(inAxis).toHaveAttribute('aria-current', 'location');
  await page.evaluate(() => scrollTo(0, 0));
  await page.locator('.years a[href="#2019"]').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#2019$/);
  await expect(page.getByRole('region', { name: '2019' })).toBeInViewport();
  await expect(inAxis).not.toHaveAttribute('aria-current', /./);
  await page
    .getByRole('region', { name: '2019' })
    .getByRole('link', { name: /models$/ })
    .click();
  await expect(page).toHaveURL(/\/years\/2019\/$/);
});

for (const [address, text] of [
  ['timeline/', '11 Oct'],
  ['timeline/size/', '110M – 340M'],
] as const) {
  test(`/${address} on a phone is a list in order, with a strip for each model`, async ({
    page,
    request,
  }) => {
    const models = await listed(request);
    await open(page, address, 360);
    await expect(page.locator('.timeline .broad').first()).toBeHidden();
    await expect.poll(() => inList(page)).toEqual(slugs(models));
    await expect(page.locator('.by-year [data-id=bert]')).toContainText(text);
    const dots = await page.locator('.by-year .strip:visible').count();
    const sized = models.filter(({ variants }) =>
      variants.some(({ parameters }) => parameters !== undefined),
    );
    expect(dots).toBe(address === 'timeline/' ? models.length : sized.length);
    const smallest = await page
      .locator('.by-year li:visible *')
      .evaluateAll((all) => Math.min(...all.map((one) => parseFloat(getComputedStyle(one).fontSize))));
    expect(smallest).toBeGreaterThanOrEqual(13);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('combobox', { name: 'Lab' }).selectOption('openai');
    await expect
      .poll(() => inList(page))
      .toEqual(slugs(models.filter(({ labs }) => labs.includes('openai'))));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
}

test('in the list of a phone, a later day of a year stands further right', async ({ page }) => {
  await open(page, 'timeline/', 360);
  const places = await page
    .locator('.by-year section:has(h2:text("2021")) li .dot')
    .evaluateAll((dots) => dots.map((dot) => dot.getBoundingClientRect().left));
  expect(places.length).toBeGreaterThan(5);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('chart and list are complete, and nothing is offered that would not work', async ({
    page,
    request,
  }) => {
    const models = await listed(request);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto('timeline/#2020');
    await expect(page.locator('.bar')).toBeHidden();
    await expect.poll(() => drawn(page)).toEqual(slugs(models));
    await expect(page.getByRole('region', { name: '2020' })).toBeInViewport();
    await page.goto('timeline/size/');
    await expect(page.locator('.bar')).toBeHidden();
    await expect.poll(() => inList(page)).toEqual(slugs(models));
  });
});
