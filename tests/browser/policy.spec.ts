import { expect, test } from '@playwright/test';

for (const picture of ['tree/tree.svg', 'favicon.svg'])
  test(`${picture} opened by itself keeps the styles within it`, async ({ page }) => {
    const refused: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) refused.push(message.text());
    });
    const answer = await page.goto(picture);
    expect(answer!.headers()['content-security-policy']).toContain("default-src 'none'");
    expect(await page.evaluate(() => document.styleSheets.length)).toBe(1);
    expect(refused).toEqual([]);
  });

test('a page refuses styles that stand within it, though the header would allow them', async ({ page }) => {
  await page.goto('about/');
  const applies = await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'body { outline: 7px solid red }';
    document.head.append(style);
    document.body.setAttribute('style', 'letter-spacing: 7px');
    const { outlineWidth, letterSpacing } = getComputedStyle(document.body);
    return [outlineWidth === '7px', letterSpacing === '7px'];
  });
  expect(applies).toEqual([false, false]);
});

test('what is asked of another site is seen by these tests, and refused by the policy', async ({
  browser,
  baseURL,
}) => {
  const ask = () => {
    const image = document.createElement('img');
    image.src = 'http://another-site.localhost/picture.png';
    document.body.append(image);
    return fetch('http://another-site.localhost/').then(
      () => 'answered',
      () => 'refused',
    );
  };
  for (const bypassCSP of [true, false]) {
    const context = await browser.newContext({ baseURL: baseURL!, bypassCSP });
    const page = await context.newPage();
    const foreign: string[] = [];
    page.on('request', (request) => foreign.push(new URL(request.url()).hostname));
    await page.route('http://another-site.localhost/**', (route) =>
      route.fulfill({ body: '', headers: { 'Access-Control-Allow-Origin': '*' } }),
    );
    await page.goto('about/');
    expect(await page.evaluate(ask)).toBe(bypassCSP ? 'answered' : 'refused');
    expect(foreign).toContain('another-site.localhost');
    await context.close();
  }
});

test('neither the palette nor the search asks another site', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(baseURL!).origin)) foreign.push(request.url());
  });
  await page.goto('about/');
  await page.keyboard.press('/');
  await page.keyboard.type('masked');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.goto('search/?q=masked+language+modelling');
  await expect(page.locator('main a[href*="/models/"]').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(foreign).toEqual([]);
});
