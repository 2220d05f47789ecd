import { expect, test, type Page } from '@playwright/test';
import { offencesOf } from '../builds/offences.ts';

/** As many ways out of a text as fit into one. */
const hostile = [
  `"'><img data-h src=x onerror=window.hacked=1>`,
  `<svg data-h onload=window.hacked=1>`,
  `</script><script data-h>window.hacked=1</script>`,
  `javascript:window.hacked=1`,
  '${window.hacked=1}{{window.hacked=1}}',
  '\u2028\u202e\0__proto__',
].join('');

/** Each page with a script, with the parameters that it reads. */
const pages: [address: string, parameters: string[]][] = [
  [
    'models/',
    ['name', 'family', 'lab', 'labs', 'architecture', 'released', 'parameters', 'context', 'sort', 'columns'],
  ],
  ['compare/', ['models', 'only']],
  ['tree/', ['folded']],
  ['timeline/', ['architecture', 'lab', 'modality', 'weights', 'from', 'to']],
  ['timeline/size/', ['architecture', 'lab', 'modality', 'weights', 'from', 'to']],
  ['search/', ['q']],
  ['corrections/', ['sort']],
  ['learn/glossary/', ['q']],
  ['models/bert/', ['q']],
  ['', ['q']],
  [`no-such-page/${encodeURIComponent(hostile.replaceAll('\0', ''))}/`, ['q']],
];

const chapters = ['attention', 'transformer', 'pretraining-objectives', 'rlhf', 'diffusion', 'tokenization'];

const encoded = encodeURIComponent(hostile);
const queries = (parameters: string[]) => [
  `?${parameters.map((name) => `${name}=${encoded}`).join('&')}#${encoded}`,
  // Neither a query nor a fragment needs to be well formed.
  `?${parameters.map((name) => `${name}=%E0%A4%A&${name}=${'%'.repeat(50)}`).join('&')}&=&&&?#%E0%A4%A`,
];

/** Notes what a page must not do: ask something of its reader or of another site, or fail. */
function watched(page: Page, origin: string): string[] {
  const events: string[] = [];
  page.on('dialog', (dialog) => {
    events.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) events.push(`a request to ${request.url()}`);
  });
  page.on('pageerror', (error) => events.push(`an error: ${error.message}`));
  return events;
}

async function expectHarmless(page: Page, origin: string, events: string[]): Promise<void> {
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate<string[]>(`(${offencesOf.toString()})(document, '${origin}')`)).toEqual([]);
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(events).toEqual([]);
}

for (const [address, parameters] of pages)
  test(`/${address.slice(0, 20)} takes whatever stands in its address as text`, async ({ page, baseURL }) => {
    const { origin } = new URL(baseURL!);
    const events = watched(page, origin);
    for (const query of queries(parameters)) {
      await page.goto(address + query);
      await expectHarmless(page, origin, events);
    }
  });

test('figures take whatever stands in the address of their page', async ({ page, baseURL }) => {
  const { origin } = new URL(baseURL!);
  const events = watched(page, origin);
  // Each figure asks for parameters of its own: whichever it asks for has the text.
  await page.addInitScript((text) => {
    URLSearchParams.prototype.get = () => text;
    URLSearchParams.prototype.getAll = () => [text];
  }, hostile);
  for (const chapter of chapters) {
    await page.goto(`learn/${chapter}/#${encoded}`);
    for (const figure of await page.locator('play-figure').all()) await figure.scrollIntoViewIfNeeded();
    await expect(page.locator('play-figure[data-playable]').first()).toBeAttached();
    await expectHarmless(page, origin, events);
  }
});
