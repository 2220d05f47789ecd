import type { CollectionName } from '../schema/collections.ts';

/** Keys and indexes that lead to a value in front matter; empty for the entry as a whole. */
export type Path = (string | number)[];

/** Something wrong with an entry, or merely unusual. */
export interface Issue {
  severity: 'error' | 'warning';
  collection: CollectionName;
  slug: string;
  path: Path;
  /** For something in the text: its place there, both counted from 1. */
  inBody?: { line: number; column: number };
  message: string;
  /** The missing entry that this is about, such as "models/bert": no issue where its file exists but is itself invalid. */
  missing?: string;
}

/** A rule between entries: pure, and it returns what it finds instead of throwing. */
export interface Rule {
  name: string;
  description: string;
  check: (content: import('./content.ts').Content, today: string) => Issue[];
}

/** An error at a place in a model's front matter. */
export function modelError(slug: string, path: Path, message: string): Issue {
  return { severity: 'error', collection: 'models', slug, path, message };
}

/** A warning at a place in a model's front matter. */
export function modelWarning(slug: string, path: Path, message: string): Issue {
  return { severity: 'warning', collection: 'models', slug, path, message };
}
