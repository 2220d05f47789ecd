// npm run screenshots: pictures of the built site for docs/screenshots.
// With --folder dist-600 --label 600-models, those views alone that a larger catalog puts to the test.
import { chromium, type Browser } from '@playwright/test';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findSystemBrowser } from './find-browser.mjs';
import { addressOf, serve } from './lib/serve.ts';

type Theme = 'light' | 'dark';

interface Picture {
  name: string;
  path: string;
  widths: number[];
  themes: Theme[];
}

const both: Theme[] = ['light', 'dark'];
const usual = [1280, 360];
const all = [1920, 1280, 768, 360];

/** Views whose layout depends on how many models there are. */
const views: Picture[] = [
  { name: 'tree', path: 'tree/', widths: all, themes: both },
  { name: 'timeline', path: 'timeline/', widths: all, themes: both },
  { name: 'timeline-size', path: 'timeline/size/', widths: all, themes: both },
  { name: 'home', path: '', widths: usual, themes: both },
  { name: 'models', path: 'models/', widths: usual, themes: both },
];

const others: Picture[] = [
  { name: 'tree-descent', path: 'tree/#chinchilla', widths: [1280], themes: both },
  { name: 'compare', path: 'compare/?models=gpt-3,chinchilla,llama', widths: all, themes: both },
  { name: 'model', path: 'models/bert/', widths: usual, themes: both },
  { name: 'model-lineage', path: 'models/gpt-3-5/#lineage', widths: usual, themes: both },
  { name: 'model-cite', path: 'models/bert/#cite', widths: usual, themes: both },
  { name: 'family', path: 'families/llama/', widths: usual, themes: both },
  { name: 'year', path: 'years/2023/', widths: usual, themes: both },
  { name: 'changes', path: 'changes/', widths: usual, themes: both },
  { name: 'facet', path: 'objectives/mlm/', widths: usual, themes: both },
  { name: 'search', path: 'search/?q=robberta', widths: usual, themes: both },
  { name: 'corrections', path: 'corrections/', widths: usual, themes: both },
  { name: 'data', path: 'data/', widths: usual, themes: both },
  { name: 'learn', path: 'learn/', widths: usual, themes: both },
  ...[
    'attention/#figure-attention',
    'rlhf/#figure-policy',
    'diffusion/#figure-diffusion-2d',
    'transformer/#figure-transformer-block',
    'encoder-decoder/#figure-cross-attention',
    'pretraining-architectures/#figure-masks',
    'pretraining-objectives/#figure-objectives',
    'fine-tuning/#figure-lora',
    'impact/',
  ].map((chapter): Picture => ({
    name: `learn-${chapter.split('/')[0]}`,
    path: `learn/${chapter}`,
    widths: usual,
    themes: both,
  })),
];

const { folder = 'dist', label } = parseArgs({
  options: { folder: { type: 'string' }, label: { type: 'string' } },
}).values;
const port = 4399;
const target = resolve(import.meta.dirname, '../docs/screenshots');
const prefix = label === undefined ? '' : `${label}-`;

async function take(browser: Browser, width: number, colorScheme: Theme, pictures: Picture[]): Promise<void> {
  const page = await browser.newPage({
    viewport: { width, height: width === 360 ? 760 : 1000 },
    colorScheme,
  });
  for (const { name, path } of pictures) {
    await page.goto(addressOf(port, '/') + path, { waitUntil: 'networkidle' });
    await page.screenshot({ path: `${target}/${prefix}${name}-${width}-${colorScheme}.png` });
  }
  await page.close();
}

/** The views on paper. */
async function print(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1080, height: 1000 } });
  await page.emulateMedia({ media: 'print' });
  for (const { name, path } of views.slice(0, 3)) {
    await page.goto(addressOf(port, '/') + path, { waitUntil: 'networkidle' });
    await page.screenshot({ path: `${target}/${name}-print.png` });
  }
  await page.close();
}

const stopServing = await serve(folder, port, '/');
const browser = await chromium.launch({
  executablePath: findSystemBrowser(process.env),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const pictures = label === undefined ? [...views, ...others] : views;
for (const theme of both)
  for (const width of all) {
    const chosen = pictures.filter(({ widths, themes }) => widths.includes(width) && themes.includes(theme));
    await take(browser, width, theme, chosen);
  }
if (label === undefined) await print(browser);
await browser.close();
await stopServing();
