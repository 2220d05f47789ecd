import { resolve } from 'node:path';
import { contentFolder } from '../../src/content-folder.ts';

/** The content folder that a command works on. Ends the command, with a sentence, where CONTENT names none. */
export function contentRoot(): string {
  try {
    return contentFolder(resolve(import.meta.dirname, '../..'));
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
