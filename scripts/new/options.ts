import { parseArgs } from 'node:util';
import type { Path } from '../../src/catalog/issue.ts';
import { evidenceKinds, type EvidenceKind } from '../../src/schema/evidence.ts';
import { model } from '../../src/schema/model.ts';
import { readFrontMatter } from '../content/front-matter.ts';
import { entryText, slugFrom, type Answers } from './entry.ts';

/** Options that do not make an entry; the message says why. */
export class OptionError extends Error {}

/** The person asks which options there are. */
export class HelpAsked extends Error {}

const usage = `npm run new asks. With options it does not:

npm run new -- --name "Mistral 7B" --family mistral --lab mistral-ai --released 2023-09-27 --source arxiv:2310.06825

  --name, --family, --released, --source   needed
  --lab, --alias, --author                 several times where there are several; one lab is needed
  --slug mistral-7b                        the address, else made from the name
  --summary "…"                            one sentence
  --architecture decoder   --weights open   --license Apache-2.0
  --parent llama:architecture,data         a parent and what was taken over, the main one first;
                                           one that the catalog lacks is written in the file afterwards:
                                           extends: [{ external: Phi-2, url: "https://…", by: [data] }]
  --size 7B                                a size as people write it, several times where there are several
  --title "…" --author "…" --year 2023     the paper that the source is
  --kind primary                           what you opened: primary, mirror or secondary`;

const one = { type: 'string' } as const;
const many = { type: 'string', multiple: true } as const;
const options = {
  name: one,
  slug: one,
  alias: many,
  summary: one,
  family: one,
  lab: many,
  released: one,
  architecture: one,
  parent: many,
  size: many,
  weights: one,
  license: one,
  title: one,
  author: many,
  year: one,
  source: one,
  kind: one,
  help: { type: 'boolean' },
} as const;

/** The option that a part of the front matter comes from. */
const optionOf: Record<string, string> = {
  aliases: 'alias',
  labs: 'lab',
  extends: 'parent',
  variants: 'size',
  papers: 'title, --author, --year',
  evidence: 'source, --kind',
};

function parse(args: string[]) {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new OptionError((error as Error).message);
  }
}

/** What is wrong with the answers by the schema; a summary may be missing. */
export function answerProblems(answers: Answers): { path: Path; message: string }[] {
  const read = readFrontMatter(entryText(answers));
  if (!read.ok) return read.problems.map(({ message }) => ({ path: [], message }));
  const issues = model.safeParse(read.frontMatter.values).error?.issues ?? [];
  return [
    ...read.frontMatter.misreadings,
    ...issues.map(({ path, message }) => ({ path: path as Path, message })),
  ].filter(({ path }) => path[0] !== 'summary' || answers.summary !== '');
}

/**
 * The entry that options describe.
 * @throws HelpAsked where they ask for help
 * @throws OptionError where one is missing, unknown or not what the schema takes
 */
export function answersFrom(args: string[], today: string): { slug: string; answers: Answers } {
  const given = parse(args);
  if (given.help) throw new HelpAsked(usage);
  const needed = ['name', 'family', 'lab', 'released', 'source'] as const;
  const missing = needed.filter((name) => !given[name]?.length);
  if (missing.length > 0)
    throw new OptionError(`There is no ${missing.map((name) => `--${name}`).join(', no ')}.`);
  const { name = '', title, author = [], year } = given;
  const answers: Answers = {
    name,
    aliases: given.alias ?? [],
    summary: given.summary ?? '',
    family: given.family ?? '',
    labs: given.lab ?? [],
    released: given.released ?? '',
    ...(given.architecture && { architecture: given.architecture }),
    parents: (given.parent ?? []).map((parent) => {
      const [slug = '', by = ''] = parent.split(':');
      return { model: slug, by: by.split(',').filter(Boolean) };
    }),
    sizes: given.size ?? [],
    ...(given.weights && { weights: given.weights }),
    ...(given.license && { license: given.license }),
    ...((title ?? year ?? author[0]) && {
      paper: { title: title ?? '', authors: author, year: Number(year) },
    }),
    source: given.source ?? '',
    kind: (given.kind ?? evidenceKinds[0]) as EvidenceKind,
    added: today,
  };
  const problems = answerProblems(answers).map(({ path, message }) => {
    const field = String(path[0] ?? '');
    return `--${optionOf[field] ?? field}: ${path.slice(1).join('.')} ${message}`.replace(/ {2,}/g, ' ');
  });
  if (problems.length > 0) throw new OptionError(problems.join('\n'));
  return { slug: given.slug ?? slugFrom(name), answers };
}
