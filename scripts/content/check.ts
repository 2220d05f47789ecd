import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { addresses, explainerAddress, facetAddress, facetNames } from '../../src/catalog/addresses.ts';
import type { Content } from '../../src/catalog/content.ts';
import { nearest } from '../../src/catalog/edit-distance.ts';
import { addressProblems } from '../../src/catalog/integrity/addresses.ts';
import { integrityIssues } from '../../src/catalog/integrity/index.ts';
import type { Path } from '../../src/catalog/issue.ts';
import { yearOf } from '../../src/catalog/number-text.ts';
import { addressListFile, readAddressList, type ListedAddress } from '../../src/schema/address-list.ts';
import { collectionNames, collections, type CollectionName } from '../../src/schema/collections.ts';
import { isSlug } from '../../src/schema/slug.ts';
import { problemsOfBodies } from './bodies.ts';
import { readFrontMatter, type FrontMatter } from './front-matter.ts';
import { compareProblems, problemText, whole, type Problem } from './problem.ts';

/** Collections whose entries may be MDX. */
const mdxCollections = new Set<CollectionName>(['explainers', 'pages']);
/** File names that Windows refuses, whatever their ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

interface ReadEntry {
  collection: CollectionName;
  slug: string;
  file: string;
  frontMatter: FrontMatter;
}

export interface CheckResult {
  /** Errors and warnings of every file, by file and line. */
  problems: Problem[];
  /** The entries that are valid each by itself. */
  content: Content;
  /** Files of the entries that are not, and that the rules between entries have not seen therefore. */
  unseen: string[];
  /** The addresses that were published, from the list of them. */
  listed: ListedAddress[];
}

function slugOfFile(collection: CollectionName, name: string): string | undefined {
  const ending = mdxCollections.has(collection) ? /\.mdx?$/ : /\.md$/;
  return ending.test(name) ? name.replace(ending, '') : undefined;
}

/** A file that is no entry, or whose front matter cannot be read. It has a slug where only its text is wrong. */
interface Unreadable {
  slug?: string;
  problems: Problem[];
}

async function readEntry(
  collection: CollectionName,
  file: string,
  path: string,
  isFile: boolean,
): Promise<ReadEntry | Unreadable> {
  const unreadable = (message: string, slug?: string): Unreadable => ({
    slug,
    problems: [whole(file, message)],
  });
  const name = file.split('/').at(-1)!;
  if (!isFile) return unreadable('is not a file; entries are files directly in their folder');
  const slug = slugOfFile(collection, name);
  if (slug === undefined) return unreadable('is not an entry; expected a name that ends in .md');
  if (!isSlug(slug, collection === 'licenses'))
    return unreadable(
      'has a name that cannot be an address; expected lower-case letters, digits and single hyphens, such as xlm-roberta.md',
    );
  if (reserved.test(slug)) return unreadable('has a name that Windows keeps for itself; choose another');
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return unreadable(
      `cannot be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`,
      slug,
    );
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return unreadable('is not UTF-8; save it with that encoding', slug);
  }
  const result = readFrontMatter(text);
  if (!result.ok)
    return { slug, problems: result.problems.map(({ message, ...place }) => whole(file, message, place)) };
  return { collection, slug, file, frontMatter: result.frontMatter };
}

/** The keys that the schema knows at a path, for naming the nearest one. */
function knownKeys(schema: z.core.JSONSchema.BaseSchema, path: Path): string[] {
  let at: z.core.JSONSchema.BaseSchema | undefined = schema;
  for (const step of path) {
    at = (typeof step === 'number' ? at?.items : at?.properties?.[step]) as
      z.core.JSONSchema.BaseSchema | undefined;
  }
  return Object.keys(at?.properties ?? {});
}

function valueAt(values: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, step) => (at as Record<string | number, unknown> | undefined)?.[step],
    values,
  );
}

const jsonSchemas = new Map<CollectionName, z.core.JSONSchema.BaseSchema>();

function jsonSchemaOf(collection: CollectionName): z.core.JSONSchema.BaseSchema {
  let schema = jsonSchemas.get(collection);
  if (!schema) {
    schema = z.toJSONSchema(collections[collection], {
      io: 'output',
      unrepresentable: 'any',
      reused: 'inline',
    });
    jsonSchemas.set(collection, schema);
  }
  return schema;
}

function schemaProblems(entry: ReadEntry, issues: z.core.$ZodIssue[]): Problem[] {
  const { file, frontMatter, collection } = entry;
  return issues.flatMap((issue): Problem[] => {
    const path = issue.path as Path;
    const where = path.join('.');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const near = nearest(key, knownKeys(jsonSchemaOf(collection), path));
        const expected = near
          ? `; nearest: "${near}"`
          : `; expected one of ${knownKeys(jsonSchemaOf(collection), path).join(', ')}`;
        return {
          severity: 'error',
          file,
          ...frontMatter.placeOfKey(path, key),
          where,
          message: `has the unknown key "${key.slice(0, 60)}"${expected}`,
        };
      });
    }
    let message = issue.message;
    const value = valueAt(frontMatter.values, path);
    if (issue.code === 'invalid_value' && typeof value === 'string') {
      const near = nearest(value, issue.values.map(String));
      if (near) message += `; nearest: "${near}"`;
    }
    return [{ severity: 'error', file, ...frontMatter.placeOf(path), where, message }];
  });
}

/** Misreadings of values that the schema has not refused already. */
function misreadingProblems({ file, frontMatter }: ReadEntry, found: Problem[]): Problem[] {
  return frontMatter.misreadings
    .map(({ path, message }): Problem => {
      return { severity: 'error', file, ...frontMatter.placeOf(path), where: path.join('.'), message };
    })
    .filter(({ where }) => !found.some((other) => other.where === where));
}

/** Addresses that links in bodies may lead to. */
function addressesOf(content: Content, entries: Iterable<string>): Set<string> {
  const pages = new Set<string>([
    ...Object.values(addresses).filter((address) => address.endsWith('/')),
    ...facetNames.map((facet) => facetAddress(facet)),
    ...content.models.map(({ data }) => facetAddress('years', yearOf(data.released))),
  ]);
  // An entry that has errors of its own is there all the same.
  const withPages = new Set<string>(['models', 'concepts', ...facetNames]);
  for (const entry of entries) {
    const [collection, slug] = entry.split('/') as [string, string];
    if (withPages.has(collection)) pages.add(`/${entry}/`);
    if (collection === 'explainers') pages.add(explainerAddress(slug));
  }
  return pages;
}

/** One licence for code and weights is written once: what is wrong with it is said once. */
function withoutRepeats(problems: Problem[]): Problem[] {
  const byText = new Map<string, Problem>();
  for (const problem of problems) {
    const text = problemText({ ...problem, where: '' });
    if (!byText.has(text)) byText.set(text, problem);
  }
  return [...byText.values()];
}

async function readFolder(root: string, folder: string): Promise<(ReadEntry | Unreadable)[]> {
  let listed: Dirent[];
  try {
    listed = await readdir(join(root, folder), { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // There may be none of a kind, and what is no folder was told already.
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    return [{ problems: [whole(`content/${folder}`, `cannot be read: ${code}`)] }];
  }
  const visible = listed
    .filter((item) => !item.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return Promise.all(
    visible.map((item) =>
      readEntry(
        folder as CollectionName,
        `content/${folder}/${item.name}`,
        join(root, folder, item.name),
        item.isFile(),
      ),
    ),
  );
}

/** Reads the list of published addresses. There need be none: then nothing was published yet. */
async function readAddresses(
  root: string,
): Promise<{ listed: ListedAddress[]; problems: { line: number; message: string }[] }> {
  let bytes: Buffer;
  try {
    bytes = await readFile(join(root, addressListFile));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const problems = code === 'ENOENT' ? [] : [{ line: 1, message: `cannot be read: ${code}` }];
    return { listed: [], problems };
  }
  try {
    return readAddressList(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { listed: [], problems: [{ line: 1, message: 'is not UTF-8; save it with that encoding' }] };
  }
}

/**
 * Reads and validates all content: syntax, schema, bodies and the rules between entries.
 * Never throws for anything a file can contain; every problem of every file is reported.
 * @param root the folder that holds the collections
 * @param today a day as 2026-11-24, after which nothing may be dated
 */
export async function checkContent(root: string, today: string): Promise<CheckResult> {
  const problems: Problem[] = [];
  const content = Object.fromEntries(collectionNames.map((name) => [name, []])) as unknown as Content;
  const read = new Map<string, ReadEntry>();
  /** Files by collection and slug. */
  const invalid = new Map<string, string>();

  let topLevel: Dirent[];
  try {
    topLevel = await readdir(root, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const message =
      code === 'ENOENT'
        ? 'is missing; expected a folder with models and vocabulary'
        : `cannot be read: ${code}`;
    return { problems: [whole('content', message)], content, unseen: [], listed: [] };
  }
  for (const item of topLevel) {
    if (item.name === addressListFile) continue;
    const known = item.isDirectory() && (collectionNames as string[]).includes(item.name);
    if (known || item.name.startsWith('.')) continue;
    const near = nearest(item.name, collectionNames);
    const expected = near ? `nearest: content/${near}` : `expected one of ${collectionNames.join(', ')}`;
    const what = item.isDirectory()
      ? 'is not a folder that the catalog knows'
      : 'is not in a folder of content';
    problems.push(whole(`content/${item.name}`, `${what}; ${expected}`));
  }

  for (const collection of collectionNames) {
    for (const result of await readFolder(root, collection)) {
      const key = `${collection}/${result.slug}`;
      if ('problems' in result) {
        problems.push(...result.problems);
        if (result.slug) invalid.set(key, result.problems[0]!.file);
        continue;
      }
      const namesake = read.get(key);
      if (namesake) {
        problems.push(
          whole(result.file, `has the same address as ${namesake.file}; expected one of the two`),
        );
        continue;
      }
      read.set(key, result);
      const parsed = collections[collection].safeParse(result.frontMatter.values);
      const found = parsed.success ? [] : schemaProblems(result, parsed.error.issues);
      problems.push(...found, ...misreadingProblems(result, found));
      if (!parsed.success || result.frontMatter.misreadings.length > 0) {
        invalid.set(key, result.file);
        continue;
      }
      const entries = content[collection] as { slug: string; data: unknown; body: string }[];
      entries.push({ slug: result.slug, data: parsed.data, body: result.frontMatter.body });
    }
  }

  const pages = addressesOf(content, [...read.keys(), ...invalid.keys()]);
  const addresses = await readAddresses(root);
  for (const { line, message } of [...addresses.problems, ...addressProblems(addresses.listed, pages)])
    problems.push(whole(`content/${addressListFile}`, message, { line, column: 1 }));
  const bodies = [...read.values()].map(({ collection, file, frontMatter: { body, bodyLine } }) => ({
    collection,
    file,
    body,
    bodyLine,
  }));
  problems.push(...(await problemsOfBodies(bodies, pages)));
  for (const issue of integrityIssues(content, today)) {
    if (issue.missing && invalid.has(issue.missing)) continue;
    const entry = read.get(`${issue.collection}/${issue.slug}`)!;
    const { inBody } = issue;
    problems.push({
      severity: issue.severity,
      file: entry.file,
      ...(inBody
        ? { ...inBody, line: inBody.line + entry.frontMatter.bodyLine - 1 }
        : entry.frontMatter.placeOf(issue.path)),
      where: issue.path.join('.'),
      message: issue.message,
    });
  }
  return {
    problems: withoutRepeats(problems.sort(compareProblems)),
    content,
    unseen: [...invalid.values()],
    listed: addresses.listed,
  };
}
