import type { CollectionName } from '../../src/schema/collections.ts';
import { inWorker } from '../lib/in-worker.ts';
import { longestBody, markdownProblems, mdxProblems, wordCount } from './body.ts';
import { whole, type Problem } from './problem.ts';
import { wordLimitsOf } from './word-limits.ts';

/** The body of an entry, and where it stands. */
export interface Body {
  collection: CollectionName;
  file: string;
  body: string;
  /** The line of the file on which it begins. */
  bodyLine: number;
}

async function problemsOfBody(
  { collection, file, body, bodyLine }: Body,
  pages: Set<string>,
): Promise<Problem[]> {
  const found = file.endsWith('.mdx')
    ? await mdxProblems(body, bodyLine, pages)
    : markdownProblems(body, bodyLine, pages);
  const problems = found.map(({ message, line, column }) => whole(file, message, { line, column }));
  const limits = wordLimitsOf(collection);
  if (limits && body.length <= longestBody) {
    const { least, most, severity } = limits;
    const words = wordCount(body);
    if (words < least || words > most) {
      const message = `has a text of ${words} words; expected ${least} to ${most}`;
      problems.push({ ...whole(file, message, { line: bodyLine, column: 1 }), severity });
    }
  }
  return problems;
}

/** What is wrong with some bodies. `pages` are the addresses of the catalog. */
export async function problemsOfSome(bodies: readonly Body[], pages: Set<string>): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const body of bodies) problems.push(...(await problemsOfBody(body, pages)));
  return problems;
}

/** So many are read here alone: a thread takes half a second to begin. */
const fewBodies = 300;

/** What is wrong with all bodies. The chapters, which take longest, are read in a second thread with some of the rest. */
export async function problemsOfBodies(bodies: readonly Body[], pages: Set<string>): Promise<Problem[]> {
  if (bodies.length <= fewBodies) return problemsOfSome(bodies, pages);
  const chapters = bodies.filter(({ file }) => file.endsWith('.mdx'));
  const others = bodies.filter(({ file }) => !file.endsWith('.mdx'));
  const third = Math.floor(others.length / 3);
  const elsewhere = inWorker<Problem[]>(
    import.meta.url,
    'problemsOfSome',
    [...chapters, ...others.slice(0, third)],
    pages,
  );
  const [first, second] = await Promise.all([elsewhere, problemsOfSome(others.slice(third), pages)]);
  return [...first, ...second];
}
