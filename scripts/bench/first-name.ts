import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotli, withImports } from '../lib/sent.ts';

/** The one file of `_astro/` that a source became. */
function built(site: string, name: string, ending: string): string {
  const files = globSync(`_astro/${name}.*.${ending}`, { cwd: site });
  if (files.length !== 1) throw new Error(`${name}.${ending} became ${files.length} files of ${site}`);
  return basename(files[0]!);
}

/**
 * The scripts and the style that a page of a built site loads between the focus of its search box and the first
 * name, apart from the names: what the page has already does not count.
 */
export function filesToFirstName(site: string): { scripts: string[]; styles: string[] } {
  const page = readFileSync(join(site, 'about/index.html'), 'utf8');
  const sources = [...page.matchAll(/<script[^>]* src="[^"]*\/_astro\/([^"]+)"/g)].map(([, file]) => file!);
  const present = withImports(site, sources);
  const needed = [...withImports(site, [built(site, 'suggestions', 'js')])];
  return { scripts: needed.filter((script) => !present.has(script)), styles: [built(site, 'hits', 'css')] };
}

/** Bytes of these files. */
export function bytesOf(site: string, { scripts, styles }: ReturnType<typeof filesToFirstName>): number {
  return [...scripts, ...styles].reduce(
    (sum, file) => sum + brotli(readFileSync(join(site, '_astro', file))),
    0,
  );
}
