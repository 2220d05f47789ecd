import type { z } from 'zod';
import { readingList } from './reading.ts';
import { description } from './term.ts';
import { record } from './text.ts';

/** What was new in a year. The slug is the year; the body tells it in 100 to 200 words. */
export const year = record({ description, sources: readingList.default([]) }, 'description');

export type Year = z.output<typeof year>;
