import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** How hard brotli tries: as a host that keeps the compressed file, or twenty times as fast and some tenth larger. */
export type Effort = 'best' | 'fast';

/** Bytes of a text as a host sends it, by brotli. */
export function brotli(text: string | Uint8Array, effort: Effort = 'best'): number {
  const quality = effort === 'best' ? constants.BROTLI_MAX_QUALITY : 5;
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
}

/** Scripts of a built site, and all that they import before they run, by their names in `_astro/`. */
export function withImports(
  site: string,
  scripts: readonly string[],
  found = new Set<string>(),
): Set<string> {
  for (const script of scripts) {
    if (found.has(script)) continue;
    found.add(script);
    const text = readFileSync(join(site, '_astro', script), 'utf8');
    const imports = [...text.matchAll(/\b(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)];
    withImports(
      site,
      imports.map(([, file]) => file!),
      found,
    );
  }
  return found;
}
