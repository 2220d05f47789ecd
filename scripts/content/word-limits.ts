import type { CollectionName } from '../../src/schema/collections.ts';
import type { Problem } from './problem.ts';

/** How many words a text has, and how a text of more or fewer is reported. */
export interface WordLimits {
  least: number;
  most: number;
  severity: Problem['severity'];
}

/** The limits of the collections whose texts have any. */
export const wordLimits = {
  models: { least: 80, most: 250, severity: 'error' },
  families: { least: 100, most: 300, severity: 'warning' },
  years: { least: 100, most: 200, severity: 'error' },
} as const satisfies Partial<Record<CollectionName, WordLimits>>;

/** The limits of a collection, where there are any. */
export function wordLimitsOf(collection: CollectionName): WordLimits | undefined {
  return (wordLimits as Partial<Record<CollectionName, WordLimits>>)[collection];
}
