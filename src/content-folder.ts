import { dirname, resolve } from 'node:path';

/**
 * The folder that the site is built from and that `npm run check` reads: `content/`, or the one beside it that
 * the environment variable CONTENT names, such as one that `npm run generate` wrote.
 * @throws Error where the folder is elsewhere: pages import parts of the site by their place below the project
 */
export function contentFolder(root: string = process.cwd()): string {
  const folder = resolve(root, process.env.CONTENT || 'content');
  if (dirname(folder) !== resolve(root))
    throw new Error(`CONTENT is "${process.env.CONTENT}"; expected the name of a folder beside content/`);
  return folder;
}
