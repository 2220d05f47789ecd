import { expect, test, type Page } from '@playwright/test';
import { overlapsOf } from './overlaps.ts';

test.use({ viewport: { width: 1280, height: 900 } });

const node = (page: Page, id: string) => page.locator(`.family-tree [data-node="${id}"]`);

/** Names in the picture that cover each other. */
const overlaps = (page: Page) => overlapsOf(page.locator('.family-tree a:not([hidden]) text'));

test('no two names overlap and none leaves the frame, drawn as written and with families folded', async ({
  page,
}) => {
  for (const address of ['tree/', 'tree/?folded=bert,gpt-2', 'tree/?folded=transformer']) {
    await page.goto(address);
    await expect(page.locator('.tree-tools')).toBeVisible();
    expect(await overlaps(page), address).toEqual([]);
    const frame = (await page.locator('.tree-window').boundingBox())!;
    const outside = await page.locator('.family-tree a:not([hidden]) text').evaluateAll(
      (texts, { x, width }) =>
        texts
          .filter((text) => {
            const { left, right } = text.getBoundingClientRect();
            return left < x || right > x + width;
          })
          .map((text) => text.textContent),
      frame,
    );
    expect(outside, address).toEqual([]);
  }
});

test('the script draws the same picture that was written', async ({ page, request }) => {
  const html = await (await request.get('tree/')).text();
  await page.goto('tree/');
  await expect(page.locator('.tree-tools')).toBeVisible();
  const moved = await page.evaluate((written) => {
    const before = new DOMParser().parseFromString(written, 'text/html');
    const numbers = (text: string | null) => text!.match(/-?[\d.]+/g)!.map(Number);
    const places = (of: Document) => [
      ...[...of.querySelectorAll('.family-tree a[data-node]')].map((link) => link.getAttribute('transform')),
      ...[...of.querySelectorAll('.family-tree a[data-node] text')].map(
        (text) => `${text.getAttribute('x')} ${text.getAttribute('y')}`,
      ),
      ...[...of.querySelectorAll('.family-tree path[data-of]')].map((path) => path.getAttribute('d')),
    ];
    const now = places(document);
    return places(before).filter((place, index) =>
      numbers(place).some((number, at) => Math.abs(number - numbers(now[index]!)[at]!) > 0.5),
    );
  }, html);
  expect(moved).toEqual([]);
});

test('pointing at a name lights its ancestors and descendants', async ({ page }) => {
  await page.goto('tree/');
  await node(page, 'gpt-2').locator('text').hover();
  await expect(page.locator('.family-tree.lit')).toBeVisible();
  for (const slug of ['transformer', 'gpt', 'gpt-2', 'gpt-3', 'chatgpt']) {
    await expect(node(page, slug)).toHaveClass(/kin/);
  }
  await expect(node(page, 'bert')).not.toHaveClass(/kin/);
});

test('further parents are drawn and named on focus, and those outside the catalog are named', async ({
  page,
}) => {
  await page.goto('tree/');
  await expect(page.locator('.further path')).toHaveCount(0);
  await node(page, 'imagen').focus();
  await expect(page.locator('.further path')).toHaveCount(1);
  await expect(node(page, 'concept:diffusion')).toHaveClass(/kin/);
  const said = page.locator('.tree-tools .said');
  await expect(said).toContainText('Imagen: May 2022, from T5 (weights)');
  await expect(said).toContainText('Diffusion (objective, a concept)');
  await expect(said).toContainText('Cascaded Diffusion Models (architecture, outside the catalog)');
});

test('everything can be done by keyboard alone', async ({ page }) => {
  await page.goto('tree/');
  await page.locator('#find-in-tree').focus();
  for (let step = 0; step < 6; step++) await page.keyboard.press('Tab');
  await expect(node(page, 'transformer')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(node(page, 'gpt')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(node(page, 'gpt-2')).toBeFocused();
  await page.keyboard.press(' ');
  await expect(node(page, 'gpt-3')).toBeHidden();
  await expect(page).toHaveURL(/\?folded=gpt-2$/);
  await page.keyboard.press(' ');
  await expect(node(page, 'gpt-3')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(node(page, 'gpt')).toBeFocused();
  await page.keyboard.press('+');
  await expect(page.getByTitle('As it was drawn')).toHaveText('125 %');
  await page.keyboard.press('-');
  await expect(page.getByTitle('As it was drawn')).toHaveText('100 %');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/models\/gpt\/$/);
});

test('a folded family says how many it hides, in the picture and in the outline, and the address keeps it', async ({
  page,
}) => {
  await page.goto('tree/');
  const height = async () => (await page.locator('.family-tree').boundingBox())!.height;
  const before = await height();
  await page.getByRole('button', { name: 'Fold GPT-2', exact: true }).click();
  const sign = page.getByRole('button', { name: /^Unfold GPT-2, \d+ more$/ });
  const count = Number(/\d+ more/.exec((await sign.getAttribute('aria-label'))!)![0].split(' ')[0]);
  await expect(sign).toHaveText(String(count));
  await expect(page.locator('[data-row="gpt-2"] button')).toHaveText(`${count} more`);
  await expect(page.locator('[data-row="gpt-3"]')).toBeHidden();
  expect(await height()).toBeLessThan(before);
  await page.reload();
  await expect(sign).toBeVisible();
  await page.getByRole('button', { name: 'Unfold all' }).click();
  await expect(node(page, 'gpt-3')).toBeVisible();
  await expect(page).toHaveURL(/\/tree\/$/);
  expect(await height()).toBe(before);
});

test('a wrong name in the address gets a line with the nearest', async ({ page }) => {
  await page.goto('tree/?folded=gtp-2,bert');
  await expect(page.locator('.tree-tools .ignored')).toContainText('“gtp-2” (nearest: gpt-2)');
  await expect(node(page, 'roberta')).toBeHidden();
});

test('a half-remembered name is found, unfolded and marked; arrow keys lead to the other hits', async ({
  page,
}) => {
  await page.goto('tree/?folded=bert');
  await expect(node(page, 'roberta')).toBeHidden();
  await page.locator('#find-in-tree').fill('robrta');
  await expect(node(page, 'roberta')).toBeVisible();
  await expect(node(page, 'roberta')).toHaveClass(/sought/);
  await expect(page.locator('.tree-tools .said')).toContainText('RoBERTa: 1 of');
  await page.keyboard.press('ArrowDown');
  await expect(node(page, 'roberta')).not.toHaveClass(/sought/);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(node(page, 'roberta')).toBeFocused();
  await expect(page).toHaveURL(/#roberta$/);
  await page.locator('#find-in-tree').fill('qqqqqqqqqq');
  await expect(page.locator('.tree-tools .said')).toContainText('No model is called');
});

test('zooming keeps what is under the pointer there; dragging moves the picture and opens nothing', async ({
  page,
}) => {
  await page.goto('tree/#gpt-j');
  const mark = node(page, 'gpt-j').locator('use');
  const middle = async () => {
    const { x, y, width, height } = (await mark.boundingBox())!;
    return { x: x + width / 2, y: y + height / 2 };
  };
  const before = await middle();
  await page.mouse.move(before.x, before.y);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -200);
  await page.keyboard.up('Control');
  await expect(page.getByTitle('As it was drawn')).not.toHaveText('100 %');
  const after = await middle();
  expect(Math.abs(after.x - before.x)).toBeLessThan(3);
  expect(Math.abs(after.y - before.y)).toBeLessThan(3);
  await page.mouse.down();
  await page.mouse.move(after.x - 60, after.y - 40, { steps: 4 });
  await page.mouse.up();
  const dragged = await middle();
  expect(Math.abs(dragged.x - (after.x - 60))).toBeLessThan(6);
  expect(Math.abs(dragged.y - (after.y - 40))).toBeLessThan(6);
  await expect(page).toHaveURL(/\/tree\/#gpt-j$/);
});

test('two fingers zoom', async ({ page }) => {
  await page.goto('tree/');
  await page.locator('.tree-window').evaluate((frame) => {
    const touch = (type: string, pointerId: number, clientX: number) =>
      frame.dispatchEvent(
        new PointerEvent(type, { pointerId, pointerType: 'touch', clientX, clientY: 400, bubbles: true }),
      );
    touch('pointerdown', 1, 400);
    touch('pointerdown', 2, 500);
    touch('pointermove', 2, 600);
    touch('pointerup', 1, 400);
    touch('pointerup', 2, 600);
  });
  await expect(page.getByTitle('As it was drawn')).toHaveText('200 %');
});

test('a link to a model’s place brings it into view and marks it', async ({ page }) => {
  await page.goto('tree/?folded=gpt-2#chatgpt');
  await expect(node(page, 'chatgpt')).toBeInViewport();
  await expect(node(page, 'chatgpt')).toHaveClass(/sought/);
  await page.evaluate(() => (location.hash = '#ernie'));
  await expect(node(page, 'ernie')).toHaveClass(/sought/);
  await expect(node(page, 'ernie')).toBeInViewport();
});

test('without scripts a link to a model’s place works too, and there are no dead controls', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1280, height: 900 },
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  await page.goto('tree/#mt-nlg');
  await expect(node(page, 'mt-nlg')).toBeInViewport();
  await expect(page.locator('.tree-tools')).toBeHidden();
  await context.close();
});

test('the picture is to be had as a file that stands alone', async ({ page }) => {
  await page.goto('tree/');
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'The picture as an SVG file' }).click();
  expect((await coming).suggestedFilename()).toBe('tree.svg');
});

test('on a phone the outline takes the place of the picture: it folds, finds and follows links', async ({
  page,
  request,
}) => {
  const { models } = (await (await request.get('api/v1/models.json')).json()) as {
    models: { slug: string }[];
  };
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('tree/?folded=bert#chatgpt');
  await expect(page.locator('.family-tree')).toBeHidden();
  await expect(page.locator('.outline .n a[href*="/models/"]')).toHaveCount(models.length);
  await expect(page.locator('[data-row="chatgpt"]')).toBeInViewport();
  await expect(page.locator('[data-row="roberta"]')).toBeHidden();
  await page.locator('#find-in-tree').fill('xlm r');
  await expect(page.locator('[data-row="xlm-roberta"]')).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-row="xlm-roberta"] a')).toBeFocused();
});

test('in print the picture is there, wide or narrow, and the controls are not', async ({ page }) => {
  await page.setViewportSize({ width: 700, height: 900 });
  await page.goto('tree/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.family-tree')).toBeVisible();
  await expect(page.locator('.tree-tools')).toBeHidden();
});
