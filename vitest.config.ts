import { defineConfig } from 'vitest/config';

// Plain Node: what is tested is plain TypeScript, or the files of the built site.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**', 'tests/builds/**', 'tests/browser/**'],
          // Some read all content. A busy machine is slow, not wrong: the limit is for what never ends.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/{site,builds}/**/*.test.ts'],
          // Some of them read every page of the site, or build one.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
