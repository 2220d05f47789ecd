import type { AstroIntegration } from 'astro';
import { writeFile } from 'node:fs/promises';
import { headersFile } from '../deploy/headers-file.ts';
import { baseWithSlashes } from '../lib/base.ts';

/** Writes `_headers` beside the pages, for hosts that read it. */
export function headersForHosts(): AstroIntegration {
  let base = '/';
  return {
    name: 'headers-for-hosts',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = baseWithSlashes(config.base);
      },
      'astro:build:done': ({ dir }) => writeFile(new URL('_headers', dir), headersFile(base)),
    },
  };
}
