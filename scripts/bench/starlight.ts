import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { modelMarkdown } from '../../src/formats/model-markdown.ts';
import { run } from '../lib/run.mjs';

/** What the comparison installs, in a folder of its own. */
export const starlightPackages = { astro: '7.3.4', '@astrojs/starlight': '0.42.4' };

const site = 'https://example.org';

const settings = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
const models = { label: 'Models', items: [{ autogenerate: { directory: 'models' } }] };
export default defineConfig({
  site: '${site}',
  integrations: [starlight({ title: 'Catalog', sidebar: process.env.SIDEBAR === 'off' ? [] : [models] })],
});
`;

const collections = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** Installs Starlight into a folder and settles it there as its guide says. */
export async function installStarlight(folder: string): Promise<void> {
  await mkdir(join(folder, 'src/content/docs'), { recursive: true });
  const manifest = { private: true, type: 'module', dependencies: starlightPackages };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'astro.config.mjs'), settings);
  await writeFile(join(folder, 'src/content.config.ts'), collections);
  await writeFile(join(folder, 'src/content/docs/index.md'), '---\ntitle: Catalog\n---\n\nModels.\n');
  const code = await run('npm', ['install', '--no-audit', '--no-fund', '--silent'], { cwd: folder });
  if (code !== 0) throw new Error('npm could not install Starlight');
}

/** Gives Starlight the models of a catalog: of each the page in Markdown that this site publishes beside it. */
export async function fillStarlight(folder: string, catalog: Catalog): Promise<void> {
  const models = join(folder, 'src/content/docs/models');
  await rm(models, { recursive: true, force: true });
  await mkdir(models);
  for (const model of catalog.models) {
    const text = modelMarkdown(catalog, model, site)
      .replace(/^---\n.*?\n---\n/s, '')
      .replace(/^# .*\n/m, '');
    const head = `---\ntitle: ${JSON.stringify(model.name)}\ndescription: ${JSON.stringify(model.summary)}\n---\n`;
    await writeFile(join(models, `${model.slug}.md`), head + text);
  }
}

/** Takes away what a build has left for the next one. */
export async function forgetStarlight(folder: string): Promise<void> {
  for (const kept of ['.astro', 'node_modules/.astro', 'node_modules/.vite', 'dist'])
    await rm(join(folder, kept), { recursive: true, force: true });
}
