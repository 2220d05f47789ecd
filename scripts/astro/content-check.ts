import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import { contentFolder } from '../../src/content-folder.ts';
import { checkContent } from '../content/check.ts';
import { problemText } from '../content/problem.ts';

/** Stops a build before it begins on content that `npm run check` refuses, and says all that is wrong with it. */
export function contentCheck(): AstroIntegration {
  let root = '';
  return {
    name: 'content-check',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = contentFolder(fileURLToPath(config.root));
      },
      'astro:build:start': async ({ logger }) => {
        const { problems } = await checkContent(root, new Date().toISOString().slice(0, 10));
        const errors = problems.filter(({ severity }) => severity === 'error');
        if (errors.length === 0) return;
        for (const problem of errors) logger.error(problemText(problem));
        throw new Error(
          `content has ${errors.length} error${errors.length === 1 ? '' : 's'}; nothing was built`,
        );
      },
    },
  };
}
