import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** Bytes of a text as a host sends it, by brotli. */
export function brotli(text: string | Uint8Array): number {
  return brotliCompressSync(text).length;
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
