// Blind audit: draws claims marked checked, prints a work sheet without their values, and scores the answers.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import type { Content } from '../src/catalog/content.ts';
import { claimsOf, contentHash, draw, isScope, within, type Scope } from './audit/draw.ts';
import { judgementText, readJudgement } from './audit/judgement.ts';
import { outcome, reportText } from './audit/report.ts';
import { score, sheetRefusal } from './audit/score.ts';
import { readSheet, sheetText, type AnsweredSheet } from './audit/sheet.ts';
import { SheetError } from './audit/strict-yaml.ts';
import { checkContent } from './content/check.ts';

const usage = `Blind audit of the claims marked checked, in two or three steps:

  npm run audit -- --sample N [--seed S] [--out FILE]     prints a work sheet without the values;
    [--added-since DAY | --added-until DAY]               only of entries added then
  npm run audit -- --judge FILE [--out FILE]              prints the answers that a person has to compare
  npm run audit -- --score FILE [--judged FILE] [--auditor NAME] [--content-changed]
                                                          writes content/audits/<date>-<hash>.md`;

/** Something that the person at the command line can put right. */
class AuditError extends Error {}

interface Catalog {
  content: Content;
  hash: string;
}

async function contentFiles(root: string) {
  const paths = (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((item) => item.isFile() && !item.name.startsWith('.'))
    .map((item) => join(item.parentPath, item.name))
    .filter((path) => !path.startsWith(join(root, 'audits') + sep));
  return Promise.all(
    paths.map(async (path) => ({
      path: path.slice(root.length + 1).replaceAll('\\', '/'),
      bytes: await readFile(path),
    })),
  );
}

async function readCatalog(root: string, today: string): Promise<Catalog> {
  const { problems, content } = await checkContent(root, today);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0)
    throw new AuditError(`The content has ${errors} error${errors === 1 ? '' : 's'}: npm run check`);
  return { content, hash: contentHash(await contentFiles(root)) };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new AuditError(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  }
}

/** Prints a text, or writes it to a file that is not there yet. */
async function deliver(text: string, file: string | undefined): Promise<string> {
  if (file === undefined) return text.trimEnd();
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new AuditError(
      code === 'EEXIST'
        ? `${file} is there already; choose another name`
        : `${file} cannot be written: ${code}`,
    );
  }
  return `Written to ${file}`;
}

async function sample(
  size: string,
  seed: string,
  out: string | undefined,
  scope: Scope | undefined,
  { content, hash }: Catalog,
): Promise<string> {
  if (!/^[1-9]\d{0,5}$/.test(size))
    throw new AuditError(`--sample is "${size}"; expected how many claims to draw: --sample 30`);
  const claims = claimsOf(within(content.models, scope));
  if (claims.length === 0) throw new AuditError('No claim is marked checked: there is nothing to audit.');
  const drawn = draw(claims, Number(size), hash, seed);
  const delivered = await deliver(sheetText(drawn, hash, seed, scope), out);
  return out === undefined ? delivered : `${delivered}: ${drawn.length} of ${claims.length} claims`;
}

/** The scope that the options name. */
function scopeOf(since: string | undefined, until: string | undefined): Scope | undefined {
  if (since !== undefined && until !== undefined)
    throw new AuditError('--added-since and --added-until do not go together.');
  if (since === undefined && until === undefined) return undefined;
  const scope = since === undefined ? `added until ${until!}` : `added since ${since}`;
  if (!isScope(scope)) throw new AuditError(`"${scope}" names no day; expected one as 2026-11-24.`);
  return scope;
}

async function readScorable(
  file: string,
  { content, hash }: Catalog,
  mayHaveChanged: boolean,
): Promise<AnsweredSheet> {
  const sheet = readSheet(basename(file), await readText(file));
  const refusal = sheetRefusal(sheet, content, hash, mayHaveChanged);
  if (refusal) throw new AuditError(refusal);
  return sheet;
}

/** Every audit is kept: where one of the same day and content is there, the next gets a number. */
async function writeReport(root: string, name: string, text: string): Promise<string> {
  await mkdir(join(root, 'audits'), { recursive: true });
  for (let number = 1; ; number++) {
    const file = `${name}${number === 1 ? '' : `-${number}`}.md`;
    try {
      await writeFile(join(root, 'audits', file), text, { flag: 'wx' });
      return `content/audits/${file}`;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Does what the arguments say and returns what to print. `root` is the content folder, `today` a day as 2026-11-24. */
export async function audit(args: string[], root: string, today: string): Promise<string> {
  const { values } = parseArgs({
    args,
    options: {
      sample: { type: 'string' },
      seed: { type: 'string' },
      out: { type: 'string' },
      'added-since': { type: 'string' },
      'added-until': { type: 'string' },
      judge: { type: 'string' },
      score: { type: 'string' },
      judged: { type: 'string' },
      auditor: { type: 'string' },
      'content-changed': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return usage;
  const belongings = {
    sample: ['seed', 'out', 'added-since', 'added-until'],
    judge: ['out', 'content-changed'],
    score: ['judged', 'auditor', 'content-changed'],
  };
  const modes = (['sample', 'judge', 'score'] as const).filter((mode) => values[mode] !== undefined);
  const [mode] = modes;
  if (mode === undefined || modes.length > 1)
    throw new AuditError(`Expected one of --sample, --judge, --score.\n\n${usage}`);
  const stray = Object.keys(values).find((flag) => flag !== mode && !belongings[mode].includes(flag));
  if (stray) throw new AuditError(`--${stray} does not go with --${mode}.\n\n${usage}`);

  const catalog = await readCatalog(root, today);
  if (mode === 'sample') {
    const scope = scopeOf(values['added-since'], values['added-until']);
    return sample(values.sample!, values.seed ?? '', values.out, scope, catalog);
  }
  const sheet = await readScorable(values[mode]!, catalog, values['content-changed'] ?? false);
  const { open } = score(sheet, catalog.content);
  if (mode === 'judge') {
    if (open.length === 0)
      return 'There is nothing to judge: every answer can be compared. Go on with --score.';
    return deliver(judgementText(open, catalog.hash), values.out);
  }
  if (open.length > 0 && values.judged === undefined) {
    const many = open.length === 1 ? '1 answer has' : `${open.length} answers have`;
    throw new AuditError(
      `${many} to be compared by a person: print them with --judge, and give the result as --judged FILE.`,
    );
  }
  const verdicts =
    values.judged === undefined
      ? new Map<number, boolean>()
      : readJudgement(basename(values.judged), await readText(values.judged), open, catalog.hash);
  const { rows } = score(sheet, catalog.content, verdicts);
  const report = {
    date: today,
    contentHash: sheet.contentHash,
    seed: sheet.seed,
    ...(sheet.scope && { scope: sheet.scope }),
    auditor: values.auditor ?? 'not named',
    rows,
    ...(sheet.contentHash !== catalog.hash && { comparedWith: catalog.hash }),
  };
  const file = await writeReport(root, `${today}-${sheet.contentHash.slice(0, 8)}`, reportText(report));
  return `${outcome(rows)}\nWritten to ${file}`;
}

if (import.meta.main) {
  const root = resolve(import.meta.dirname, '..', 'content');
  try {
    console.log(await audit(process.argv.slice(2), root, new Date().toISOString().slice(0, 10)));
  } catch (error) {
    const isExpected =
      error instanceof AuditError ||
      error instanceof SheetError ||
      String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
    console.error(isExpected ? (error as Error).message : error);
    process.exitCode = 1;
  }
}
