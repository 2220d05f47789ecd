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
