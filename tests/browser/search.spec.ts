import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { colorSchemes, violations } from './axe.ts';

function box(page: Page) {
  return page.getByRole('combobox', { name: 'Find a model' });
}

function options(page: Page) {
  return page.getByRole('listbox').getByRole('option');
}

function firstResult(page: Page) {
  return page.locator('ol[data-results] > li a').first();
}

const table = { name: 'The table of all models', exact: true };

test.describe('the box of every page', () => {
  test.beforeEach(({ page }) => page.goto('about/'));

  // That names are found in all their spellings, unit tests show; here, each way to the list is taken once.
  test('finds a model by name, alias, variant, beginning and with a slip', async ({ page }) => {
    for (const [typed, slug] of [
      ['gpt4', 'gpt-4'],
      ['stanford alpaca', 'alpaca'],
      ['mixtral 8x22b', 'mixtral-8x7b'],
      ['pegas', 'pegasus'],
      ['trasnformer', 'transformer'],
    ] as const) {
      await box(page).fill('');
      await box(page).pressSequentially(typed);
      await expect(options(page).first()).toHaveAttribute('href', new RegExp(`/models/${slug}/$`));
    }
  });

  test('opens the first name on Enter, whether or not its list has come', async ({ page }) => {
    await box(page).focus();
    await expect(box(page)).toHaveAttribute('aria-controls', /./);
    await box(page).fill('bert');
    await box(page).press('Enter');
    await expect(page).toHaveURL(/\/models\/bert\/$/);
    await box(page).fill('gpt 4');
    await expect(options(page).first()).toContainText('GPT-4');
    await box(page).press('Enter');
    await expect(page).toHaveURL(/\/models\/gpt-4\/$/);
  });

  test('goes to all results on Enter where the query names no model', async ({ page }) => {
    await box(page).fill('removing noise');
    await box(page).press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=removing\+noise$/);
  });

  test('moves by arrows, tells where it is, and opens what is chosen', async ({ page }) => {
    await box(page).fill('gpt');
    await expect(options(page).nth(1)).toBeVisible();
    await expect(box(page)).toHaveAttribute('aria-expanded', 'true');
    await box(page).press('ArrowDown');
    await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
    await box(page).press('ArrowDown');
    const second = options(page).nth(1);
    await expect(second).toHaveAttribute('aria-selected', 'true');
    await expect(box(page)).toHaveAttribute('aria-activedescendant', (await second.getAttribute('id'))!);
    await expect(options(page).and(page.locator('[aria-selected=true]'))).toHaveCount(1);
    const address = (await second.getAttribute('href'))!;
    await box(page).press('Enter');
    await page.waitForURL(`**${address}`);
  });

  test('wraps around at either end', async ({ page }) => {
    await box(page).fill('bert');
    await expect(page.getByRole('status').filter({ hasText: 'name' })).toBeAttached();
    await box(page).press('ArrowUp');
    await expect(options(page).last()).toHaveAttribute('aria-selected', 'true');
    await box(page).press('ArrowDown');
    await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
  });

  test('closes on Escape and when left, and opens again by arrow', async ({ page }) => {
    await box(page).fill('bert');
    await expect(options(page).first()).toBeVisible();
    await box(page).press('Escape');
    await expect(page.getByRole('listbox')).toBeHidden();
    await expect(box(page)).toBeFocused();
    await expect(box(page)).toHaveValue('bert');
    await expect(box(page)).toHaveAttribute('aria-expanded', 'false');
    await box(page).press('ArrowDown');
    await expect(options(page).first()).toBeVisible();
    await page.getByRole('heading', { level: 1 }).click();
    await expect(page.getByRole('listbox')).toBeHidden();
  });

  test('says how much it found', async ({ page }) => {
    await box(page).fill('bert');
    await expect(page.getByRole('status').filter({ hasText: /\d names?, \d pages? by text/ })).toBeAttached();
  });

  test('shows what the texts say after the names, and no model twice', async ({ page }) => {
    await box(page).fill('diffusion');
    const texts = page.getByRole('group', { name: /^(In|On) / });
    await expect(texts.getByRole('option').first()).toBeVisible();
    const addresses = await options(page).evaluateAll((all) =>
      all.map((option) => option.getAttribute('href')),
    );
    expect(addresses[0]).toMatch(/\/models\//);
    expect(new Set(addresses).size).toBe(addresses.length);
    await expect(texts.locator('mark').first()).toHaveText(/diffus/i);
  });

  test('hits are links that open in a new tab', async ({ page, context }) => {
    await box(page).fill('bert');
    const opened = context.waitForEvent('page');
    await options(page)
      .first()
      .click({ modifiers: ['ControlOrMeta'] });
    await expect(await opened).toHaveURL(/\/models\/bert\/$/);
    await expect(page).toHaveURL(/\/about\/$/);
  });

  test('a hit that is pressed while more is found still opens', async ({ page }) => {
    let release = () => {};
    const pressed = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/pagefind/fragment/*', async (route) => {
      await pressed;
      await route.continue();
    });
    await box(page).fill('bert');
    await expect(options(page).first()).toContainText('2018');
    await options(page).first().hover();
    await page.mouse.down();
    const fragment = page.waitForResponse('**/pagefind/fragment/*');
    release();
    await fragment;
    await page.waitForLoadState('networkidle');
    await page.mouse.up();
    await expect(page).toHaveURL(/\/models\/bert\/$/);
  });

  test('loads nothing before it is used, and the text search only when something is typed', async ({
    page,
  }) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.reload();
    await page.waitForLoadState('networkidle');
    const isSearch = (path: string) => /\/search\/|\/pagefind\/|suggestions|hits/.test(path);
    expect(requests.filter(isSearch)).toEqual([]);
    await box(page).focus();
    await expect.poll(() => requests.some((path) => path.endsWith('/search/names.json'))).toBe(true);
    await page.waitForLoadState('networkidle');
    expect(requests.filter((path) => path.includes('/pagefind/'))).toEqual([]);
    await box(page).fill('bert');
    await expect.poll(() => requests.some((path) => path.includes('/pagefind/'))).toBe(true);
  });

  for (const colorScheme of colorSchemes) {
    test(`has no accessibility violation while open, in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      for (const query of ['gpt', 'alpacca', 'zzzqqq']) {
        await box(page).fill(query);
        await expect(page.getByRole('status').filter({ hasText: /name|called/ })).toBeAttached();
        await box(page).press('ArrowDown');
        expect(await violations(page, { colorScheme, part: 'catalog-search' })).toEqual([]);
      }
    });
  }

  test('takes the whole of a narrow page, and gives it back', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await box(page).click();
    await page.keyboard.type('gpt');
    await expect(options(page).first()).toBeVisible();
    // The list is made anew with every step of the answer.
    await expect.poll(async () => (await options(page).first().boundingBox())?.width).toBe(360);
    await page.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('listbox')).toBeHidden();
    await expect(page.getByRole('link', { name: 'Families' })).toBeVisible();
  });
});

test('the box of the first page does the same', async ({ page }) => {
  await page.goto('');
  await page.getByRole('combobox').click();
  await page.keyboard.type('gpt4');
  const first = page.getByRole('listbox').getByRole('option').first();
  await expect(first).toHaveAttribute('href', /\/models\/gpt-4\/$/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/models\/gpt-4\/$/);
});

test.describe('the page of results', () => {
  test('has the right model first, and the query as its title', async ({ page }) => {
    for (const [query, slug] of [
      ['GPT 4', 'gpt-4'],
      ['anthropc', 'anthropic-assistant'],
      ['8x22b', 'mixtral-8x7b'],
    ] as const) {
      await page.goto(`search/?${new URLSearchParams({ q: query })}`);
      await expect(firstResult(page)).toHaveAttribute('href', new RegExp(`/models/${slug}/$`));
      await expect(page).toHaveTitle(new RegExp(`^${query} · `));
      await expect(page.getByRole('searchbox')).toHaveValue(query);
      await expect(page.getByRole('heading', { name: 'All models' })).toBeHidden();
    }
  });

  test('finds pages by their text', async ({ page }) => {
    await page.goto('search/?q=denoising');
    const texts = page.getByRole('region', { name: 'In objectives' });
    await expect(texts.getByRole('link', { name: 'Denoising autoencoder' })).toBeVisible();
    await expect(texts.locator('mark').first()).toHaveText(/denois/i);
    await expect(texts).not.toContainText('\\');
  });

  test('leads to sections of explainers and words of the glossary, by kind', async ({ page }) => {
    await page.goto('search/?q=KL+penalty');
    const explainers = page.getByRole('region', { name: 'In explainers' });
    const section = explainers.getByRole('link', { name: 'RLHF: learning from preferences' }).first();
    await expect(section).toHaveAttribute('href', /\/learn\/rlhf\/#[a-z-]+$/);
    await expect(explainers.locator('mark').first()).toHaveText(/KL|penalt/i);
    await section.click();
    await expect(page.locator(':target')).toBeInViewport();
    await page.goto('search/?q=KL+penalty');
    const meaning = page.getByRole('region', { name: 'In the glossary' });
    await expect(meaning.getByRole('link', { name: 'KL divergence' })).toBeVisible();
    await page.goto('search/?q=bleu');
    const word = page.getByRole('region', { name: 'In the glossary' }).getByRole('link', { name: 'BLEU' });
    await word.click();
    await expect(page).toHaveURL(/\/learn\/glossary\/#bleu$/);
    await expect(page.locator(':target')).toBeInViewport();
  });

  test('answers as one types and keeps the query in the address', async ({ page }) => {
    await page.goto('search/');
    await expect(page.getByRole('heading', { name: 'All models' })).toBeVisible();
    await page.getByRole('searchbox').pressSequentially('mixtr');
    await expect(firstResult(page)).toHaveAttribute('href', /\/models\/mixtral-8x7b\/$/);
    await expect(page).toHaveURL(/\/search\/\?q=mixtr$/);
    await page.getByRole('searchbox').fill('');
    await expect(page.getByRole('heading', { name: 'All models' })).toBeVisible();
    await expect(page.locator('[data-results]')).toHaveCount(0);
    await expect(page).toHaveURL(/\/search\/$/);
  });

  test('is walked through by arrows; Enter leads to the first result', async ({ page }) => {
    await page.goto('search/?q=gpt');
    await expect(page.getByRole('status').filter({ hasText: 'by text' })).toBeAttached();
    const links = page.locator('ol[data-results] > li a');
    await page.getByRole('searchbox').press('Enter');
    await expect(links.first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(links.nth(1)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('searchbox')).toBeFocused();
  });

  test('says so when nothing is found, and offers the table', async ({ page }) => {
    await page.goto('search/?q=zzzqqq');
    await expect(page.getByText('Nothing is called “zzzqqq”')).toBeVisible();
    const proposal = page.getByRole('link', { name: 'Propose a model that is missing' });
    await expect(proposal).toHaveAttribute('href', /\/issues\/new\?.*title=Add\+zzzqqq/);
    await page.getByRole('link', table).click();
    await expect(page).toHaveURL(/\/models\/$/);
  });

  test('takes what is typed as text, never as HTML', async ({ page }) => {
    const scripted = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>bert';
    await page.goto(`search/?q=${encodeURIComponent(scripted)}`);
    await expect(page.getByRole('searchbox')).toHaveValue(scripted);
    await expect(page.getByText('Nothing is called “<img src=x')).toBeVisible();
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    await expect(page.locator('search-results :is(img, script)')).toHaveCount(0);
  });

  test('is useful whatever its address holds', async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    for (const [search, value] of [
      [`?q=${'bert '.repeat(1000)}`, 'bert '.repeat(40).trim()],
      ['?q=%00bert%00', 'bert'],
      ['?q=100%+bert%E0%A4%A', '100% bert %A'],
      ['?q=&q=bert&q=gpt', 'bert'],
      ['?q=gpt+4#x', 'gpt 4'],
      ['?q=', ''],
      ['?x=bert', ''],
    ] as const) {
      await page.goto('about:blank');
      await page.goto(`search/${search}`);
      await expect(page.getByRole('searchbox')).toHaveValue(value);
      await expect(page.locator('main').getByRole('link').first()).toBeVisible();
      expect(errors, search).toEqual([]);
    }
  });
});

test.describe('what a query states', () => {
  const chip = (page: Page, label: string) => page.getByRole('button', { name: `Remove “${label}”` });

  test('becomes chips on the page of results, each removable, and the address carries all of it', async ({
    page,
  }) => {
    await page.goto('search/?q=encoder+google+2019');
    for (const label of ['Encoder', 'Google', '2019']) await expect(chip(page, label)).toBeVisible();
    const models = page.getByRole('region', { name: /^\d+ models?$/ });
    await expect(models.getByRole('link', { name: 'ALBERT' })).toBeVisible();
    await expect(models.getByRole('link', { name: 'RoBERTa', exact: true })).toHaveCount(0);
    await chip(page, 'Google').click();
    await expect(page).toHaveURL(/\/search\/\?q=encoder\+2019$/);
    await expect(page.getByRole('searchbox')).toHaveValue('encoder 2019');
    await expect(models.getByRole('link', { name: 'RoBERTa', exact: true })).toBeVisible();
    await expect(chip(page, 'Google')).toHaveCount(0);
    await page.reload();
    await expect(chip(page, 'Encoder')).toBeVisible();
    await expect(models.getByRole('link', { name: 'RoBERTa', exact: true })).toBeVisible();
  });

  test('leads to the same models in the table', async ({ page }) => {
    await page.goto('search/?q=decoder+before+2020');
    const heading = page.getByRole('heading', { name: /^\d+ models$/ });
    const count = parseInt(await heading.innerText());
    await page.getByRole('link', { name: 'All in the table' }).click();
    await expect(page).toHaveURL(/\/models\/\?architecture=decoder&released=\.\.2019$/);
    await expect(page.locator('table.models tbody tr:visible')).toHaveCount(count);
  });

  test('leaves the rest as text', async ({ page }) => {
    await page.goto('search/?q=google+bert+2018');
    const named = page.getByRole('region', { name: 'Names among these models' });
    await expect(named.getByRole('link', { name: 'BERT' })).toBeVisible();
    await page.goto('search/?q=gpt+4');
    await expect(firstResult(page)).toHaveAttribute('href', /\/models\/gpt-4\/$/);
    await expect(page.locator('.chip')).toHaveCount(0);
  });

  test('that is true of no model: says which part to leave out, and what that would find', async ({
    page,
  }) => {
    await page.goto('search/?q=encoder+openai+before+2015');
    await expect(page.getByText('No model is all of this.')).toBeVisible();
    await page.goto('search/?q=google+before+2016+encoder');
    const drop = page.getByRole('link', { name: /Without “before 2016”: \d+ models/ });
    await drop.click();
    await expect(page).toHaveURL(/\?q=google\+encoder$/);
    await expect(page.getByRole('heading', { name: /^\d+ models$/ })).toBeVisible();
  });

  test('in the box too, by keyboard, announced', async ({ page }) => {
    await page.goto('about/');
    await box(page).pressSequentially('7B open weights');
    await expect(chip(page, 'about 7B parameters')).toBeVisible();
    await expect(
      page.getByRole('status').filter({ hasText: /\d+ models: about 7B parameters, open weights/ }),
    ).toBeAttached();
    await expect(options(page).first()).toHaveAttribute('href', /\/models\//);
    expect(await violations(page, { part: 'catalog-search' })).toEqual([]);
    await box(page).press('Tab');
    while (!(await chip(page, 'open weights').evaluate((one) => one === document.activeElement)))
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(box(page)).toHaveValue('7B');
    await expect(box(page)).toBeFocused();
    await expect(chip(page, 'about 7B parameters')).toBeVisible();
    await expect(chip(page, 'open weights')).toHaveCount(0);
  });
});

test.describe('when an index cannot be loaded', () => {
  async function cut(page: Page, ...patterns: string[]): Promise<void> {
    for (const pattern of patterns) await page.route(pattern, (route) => route.abort());
  }

  test('without any, the page says so and offers the table and the list', async ({ page }) => {
    await cut(page, '**/search/*.json', '**/pagefind/**');
    await page.goto('search/?q=bert');
    await expect(page.getByText('The search index could not be loaded.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'BERT', exact: true })).toBeVisible();
    await page.getByRole('link', table).click();
    await expect(page).toHaveURL(/\/models\/$/);
  });

  test('without names the text is still searched', async ({ page }) => {
    await cut(page, '**/search/*.json');
    await page.goto('search/?q=bert');
    await expect(page.getByText('The index of names could not be loaded')).toBeVisible();
    await expect(page.locator('ol[data-results] > li a[href$="/models/bert/"]')).toBeVisible();
  });

  test('without the text the names are still found', async ({ page }) => {
    await cut(page, '**/pagefind/**');
    await page.goto('search/?q=bert');
    await expect(page.getByText('The text of the pages could not be searched')).toBeVisible();
    await expect(firstResult(page)).toHaveAttribute('href', /\/models\/bert\/$/);
    await expect(page.getByRole('link', table)).toBeVisible();
  });

  test('without aliases and variants the names are still found', async ({ page }) => {
    await cut(page, '**/search/details.json');
    await page.goto('search/?q=bert');
    await expect(firstResult(page)).toHaveAttribute('href', /\/models\/bert\/$/);
    await expect(page.getByText('Aliases and names of variants could not be loaded')).toBeVisible();
  });

  test('names are there before all else, and without it', async ({ page }) => {
    await cut(page, '**/_astro/everything.*.js');
    await page.goto('about/');
    await box(page).fill('bert');
    await expect(options(page).first()).toContainText('BERT');
    await expect(page.getByText('Not everything could be searched.')).toBeVisible();
    await box(page).press('Enter');
    await expect(page).toHaveURL(/\/models\/bert\/$/);
  });

  test('the box says so too, and tries again', async ({ page }) => {
    await cut(page, '**/search/*.json', '**/pagefind/**');
    await page.goto('about/');
    await box(page).fill('bert');
    await expect(page.getByText('The search index could not be loaded.').first()).toBeVisible();
    await expect(page.getByRole('link', table)).toBeVisible();
    await page.unrouteAll();
    await box(page).fill('gpt');
    await expect(options(page).first()).toContainText('GPT');
  });

  test('a failed script leaves a form that works', async ({ page }) => {
    await cut(page, '**/_astro/suggestions.*');
    await page.goto('about/');
    await page.locator('header input[type=search]').fill('bert');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=bert$/);
  });

  test('an answer that comes late does not replace a newer one', async ({ page }) => {
    await page.route('**/search/details.json', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      await route.continue();
    });
    await page.goto('about/');
    await box(page).pressSequentially('bert');
    await expect(options(page).first()).toContainText('BERT');
    await box(page).fill('gato');
    await expect(page.getByRole('status').filter({ hasText: 'name' })).toBeAttached();
    await expect(options(page).first()).toContainText('Gato');
  });
});

test.describe('an address that is not in the catalog', () => {
  test('is answered with the nearest names', async ({ page }) => {
    const response = await page.goto('models/mixtrall/');
    expect(response!.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not in the catalog');
    await expect(firstResult(page)).toHaveAttribute('href', /\/models\/mixtral-8x7b\/$/);
    await expect(page).toHaveURL(/\/models\/mixtrall\/$/);
  });

  test('offers box and table where no name is near', async ({ page }) => {
    await page.goto('xyzzy/plugh');
    await page.getByRole('searchbox').fill('gpt4');
    await expect(firstResult(page)).toHaveAttribute('href', /\/models\/gpt-4\/$/);
    await page.getByRole('searchbox').press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=gpt4$/);
  });
});

test.describe('without scripts', () => {
  let context: BrowserContext;
  let page: Page;
  test.beforeEach(async ({ browser, baseURL }) => {
    context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
    page = await context.newPage();
  });
  test.afterEach(() => context.close());

  test('the box leads to the list of all models', async () => {
    await page.goto('about/');
    await page.getByRole('searchbox', { name: 'Find a model' }).fill('bert');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=bert$/);
    await page.getByRole('link', { name: 'BERT', exact: true }).click();
    await expect(page).toHaveURL(/\/models\/bert\/$/);
  });

  test('an address that is not in the catalog offers a box and the table', async () => {
    await page.goto('models/robertta/');
    await page.getByRole('searchbox').fill('bert');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=bert$/);
    await page.goBack();
    await page.getByRole('link', { name: 'the table of all models' }).click();
    await expect(page).toHaveURL(/\/models\/$/);
  });
});

test('the search works below a sub-path', async ({ page }, { config }) => {
  const { subpathURL } = config.metadata as { subpathURL: string };
  await page.goto(`${subpathURL}about/`);
  await box(page).fill('stable diffusion');
  const texts = page.getByRole('group', { name: /^(In|On) / }).getByRole('option');
  await expect(texts.first()).toHaveAttribute('href', /^\/catalog\/[a-z]/);
  await expect(options(page).first()).toHaveAttribute('href', '/catalog/models/stable-diffusion/');
  await page.goto(`${subpathURL}no/bertt/`);
  await expect(firstResult(page)).toHaveAttribute('href', '/catalog/models/bert/');
});
