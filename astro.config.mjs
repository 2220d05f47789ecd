import { basename } from 'node:path';
import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { baseLinks } from './scripts/astro/base-links.ts';
import { contentCheck } from './scripts/astro/content-check.ts';
import { explainerSections } from './scripts/astro/explainer-sections.ts';
import { headersForHosts } from './scripts/astro/headers-file.ts';
import { formulaFonts } from './scripts/astro/formula-fonts.ts';
import { forwards } from './scripts/astro/forwards.ts';
import { searchIndex } from './scripts/astro/search-index.ts';
import { wholeSite } from './scripts/astro/whole-site.ts';

const { SITE, BASE, CONTENT, OUT_DIR } = process.env;

// SITE and BASE build for another address or a sub-path: SITE=https://example.org BASE=/catalog/ npm run build
// CONTENT names another content folder, OUT_DIR another place for the built site.
const base = BASE || '/';
const site = wholeSite();

export default defineConfig({
  site: SITE || 'http://localhost:4321',
  base,
  // What is kept of one content folder must not be taken for the other's.
  ...(CONTENT && { cacheDir: `node_modules/.astro-${basename(CONTENT)}` }),
  outDir: OUT_DIR || 'dist',
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never' },
  vite: {
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro marks chapters with a directive of its own, of which the bundler warns at length for each.
        onLog: (level, log, handle) => log.code === 'MODULE_LEVEL_DIRECTIVE' || handle(level, log),
      },
    },
    // The look for dependencies of the development server does not read tsconfig.json.
    optimizeDeps: {
      rolldownOptions: { transform: { jsx: { runtime: 'automatic', importSource: 'preact' } } },
    },
  },
  devToolbar: { enabled: false },
  // Writes what Astro's editor extension needs to complete and check front matter.
  experimental: { contentIntellisense: true },
  markdown: {
    processor: unified({
      remarkPlugins: [remarkMath],
      rehypePlugins: [rehypeKatex, baseLinks(base), explainerSections],
    }),
    syntaxHighlight: false,
  },
  integrations: [
    site.begin,
    contentCheck(),
    formulaFonts(),
    mdx(),
    forwards(),
    searchIndex(),
    headersForHosts(),
    site.end,
  ],
});
