import type { AstroIntegration } from 'astro';
import { checkContent } from '../content/check.ts';
import { problemText } from '../content/problem.ts';
import { contentRoot } from '../lib/content-root.ts';
import { endBuild } from './end-build.ts';

/**
 * Stops a build before it begins on content that `npm run check` refuses, and says all that is wrong with it. Astro
 * would find some of it too, one error at a time and without its line.
 */
export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': async ({ command, logger }) => {
        if (command !== 'build') return;
        const { problems } = await checkContent(contentRoot(), new Date().toISOString().slice(0, 10));
        const errors = problems.filter(({ severity }) => severity === 'error');
        if (errors.length === 0) return;
        for (const problem of errors) logger.error(problemText(problem));
        endBuild(`content has ${errors.length} error${errors.length === 1 ? '' : 's'}; nothing was built`);
      },
    },
  };
}
