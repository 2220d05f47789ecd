import type { AstroIntegration } from 'astro';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { twinKinds, withBase } from '../../src/catalog/addresses.ts';
import { contentFolder } from '../../src/content-folder.ts';
import { forwardPage } from '../../src/formats/forward-page.ts';
import { addressListFile, readAddressList, type ListedAddress } from '../../src/schema/address-list.ts';

/**
 * Writes what answers at addresses whose pages have moved: a page that forwards, and, since a file of data cannot,
 * copies of the files beside the page.
 * @param folder of the built site
 * @param site its address and `base` the path below which it is published, as Astro has them
 */
export async function writeForwards(
  folder: string,
  listed: readonly ListedAddress[],
  site: string,
  base: string,
): Promise<number> {
  const moved = listed.flatMap(({ address, to }) => (to === undefined ? [] : [{ address, to }]));
  for (const { address, to } of moved) {
    const page = join(folder, address, 'index.html');
    await mkdir(dirname(page), { recursive: true });
    const [from, target] = [withBase(base, address), withBase(base, to)];
    await writeFile(page, forwardPage(from, target, new URL(target, site).href));
    if (address === '/' || to === '/') continue;
    // Only models have files beside their pages; elsewhere there is nothing to copy.
    for (const kind of twinKinds) {
      const [old, present] = [address, to].map((path) => join(folder, `${path.slice(0, -1)}.${kind}`));
      await cp(present!, old!).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      });
    }
  }
  return moved.length;
}

/** Answers at addresses that have moved, by the list of published ones. */
export function forwards(): AstroIntegration {
  let [root, site, base] = ['', '', ''];
  return {
    name: 'forwards',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = contentFolder(fileURLToPath(config.root));
        [site, base] = [config.site!, config.base];
      },
      'astro:build:done': async ({ dir, logger }) => {
        const text = await readFile(join(root, addressListFile), 'utf8').catch(() => '');
        const count = await writeForwards(fileURLToPath(dir), readAddressList(text).listed, site, base);
        if (count > 0) logger.info(`addresses that lead on since their pages have moved: ${count}`);
      },
    },
  };
}
