import type { AstroIntegration } from 'astro';
import katex from 'katex';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { contentRoot } from '../lib/content-root.ts';
import { inWorker } from '../lib/in-worker.ts';

const styleSheet = 'katex/dist/katex.min.css';

/** Without hints, which only screens of few dots used; the published types do not know that option. */
const cut = { targetFormat: 'woff2', noHinting: true } as const;

/** The usual font, and those that KaTeX's style sheet gives to a character by a class of its own. */
const usualFont = 'KaTeX_Main-Regular';
const fontOfClass: Record<string, string> = {
  mathnormal: 'KaTeX_Math-Italic',
  mathcal: 'KaTeX_Caligraphic-Regular',
  mathbb: 'KaTeX_AMS-Regular',
  amsrm: 'KaTeX_AMS-Regular',
};
const fontsByClass = new Set([usualFont, ...Object.values(fontOfClass)]);

/** Each formula of a text between its dollar signs. What only looks like one costs a few glyphs more. */
const formulas = /\$\$([^$]+)\$\$|\$([^$]+)\$/g;

/** A piece of text in KaTeX's HTML, with the classes of the element that holds it. */
const heldText = /<span(?: class="([^"]*)")?[^>]*>([^<]+)/g;

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

/** The characters of KaTeX's HTML by the font that draws them. */
export class DrawnCharacters {
  readonly #byFont = new Map<string, Set<string>>();

  /** Adds what a piece of KaTeX's HTML shows. */
  add(html: string): void {
    for (const [, classes = '', escaped] of html.matchAll(heldText)) {
      const font =
        classes
          .split(' ')
          .map((one) => fontOfClass[one])
          .find(Boolean) ?? usualFont;
      const drawn = this.#byFont.get(font) ?? new Set();
      this.#byFont.set(font, drawn);
      const text = escaped!.replace(/&(\w+|#x27);/g, (whole, name: string) => entities[name] ?? whole);
      for (const character of text) drawn.add(character);
    }
  }

  /** The characters that a font has to have: its own where it is given by a class, or else all. */
  of(font: string): string {
    const sets = fontsByClass.has(font) ? [this.#byFont.get(font) ?? []] : [...this.#byFont.values()];
    return [...new Set(sets.flatMap((set) => [...set]))].sort().join('');
  }
}

/** Adds what KaTeX draws for the formulas of a text in Markdown. */
export function addFormulas(drawn: DrawnCharacters, text: string): void {
  for (const [, displayed, inline] of text.matchAll(formulas)) {
    const formula = displayed ?? inline!;
    const displayMode = displayed !== undefined;
    drawn.add(
      katex.renderToString(formula, { displayMode, output: 'html', throwOnError: false, strict: 'ignore' }),
    );
  }
}

async function drawnIn(folder: string): Promise<DrawnCharacters> {
  const drawn = new DrawnCharacters();
  for (const file of await readdir(folder, { recursive: true }))
    if (/\.mdx?$/.test(file)) addFormulas(drawn, await readFile(join(folder, file), 'utf8'));
  return drawn;
}

/** The style sheet of KaTeX without the formats that only old browsers ask for. */
function withoutOldFormats(css: string): string {
  return css.replace(/(url\([^)]+\.woff2\) format\("woff2"\)),[^;}]+/g, '$1');
}

/**
 * Writes the style sheet of KaTeX with its fonts, cut to the characters that the formulas of a content folder draw.
 * A font that is there already for these characters is left as it is: cutting takes a tenth of a second each.
 */
export async function writeFonts(content: string, to: string): Promise<void> {
  const drawn = await drawnIn(content);
  const from = dirname(createRequire(import.meta.url).resolve(styleSheet));
  await mkdir(join(to, 'fonts'), { recursive: true });
  const fonts = (await readdir(join(from, 'fonts'))).filter((file) => file.endsWith('.woff2'));
  for (const file of fonts) {
    const characters = drawn.of(file.replace('.woff2', ''));
    const key = `${katex.version} ${JSON.stringify(cut)} ${characters}`;
    const [font, keyFile] = [join(to, 'fonts', file), join(to, 'fonts', `${file}.key`)];
    if (existsSync(font) && (await readFile(keyFile, 'utf8').catch(() => '')) === key) continue;
    // Without its key while it is written: a build that is stopped meanwhile leaves nothing that seems whole.
    await rm(keyFile, { force: true });
    await writeFile(font, await subsetFont(await readFile(join(from, 'fonts', file)), characters, cut));
    await writeFile(keyFile, key);
  }
  const css = await readFile(join(from, 'katex.min.css'), 'utf8');
  await writeFile(join(to, 'katex.min.css'), withoutOldFormats(css));
}

/**
 * Gives the built site the fonts of KaTeX cut down to the characters that its formulas draw, which
 * is about a third of their weight. The development server takes them whole.
 */
export function formulaFonts(): AstroIntegration {
  let written: Promise<void> | undefined;
  return {
    name: 'formula-fonts',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        const to = join(fileURLToPath(config.cacheDir), 'katex');
        written = inWorker(import.meta.url, 'writeFonts', contentRoot(), to);
        // Whoever waits for it is told; until then a failure must not end the process.
        written.catch(() => undefined);
        updateConfig({ vite: { resolve: { alias: { [styleSheet]: join(to, 'katex.min.css') } } } });
      },
      // The pages are bundled after this.
      'astro:build:start': () => written,
    },
  };
}
