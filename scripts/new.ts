// npm run new: begins an entry of a model, by questions or by options.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelAddress } from '../src/catalog/addresses.ts';
import type { Content } from '../src/catalog/content.ts';
import { integrityIssues } from '../src/catalog/integrity/index.ts';
import type { ListedAddress } from '../src/schema/address-list.ts';
import { model } from '../src/schema/model.ts';
import { isSlug } from '../src/schema/slug.ts';
import { checkContent } from './content/check.ts';
import { readFrontMatter } from './content/front-matter.ts';
import { problemText } from './content/problem.ts';
import { contentRoot } from './lib/content-root.ts';
import { entryText, type Answers } from './new/entry.ts';
import { nearNames } from './new/near-names.ts';
import { answersFrom, HelpAsked, OptionError } from './new/options.ts';
import { answersFromPerson, Cancelled, type Vocabulary } from './new/questions.ts';

const root = contentRoot();
const today = new Date().toISOString().slice(0, 10);

/** Why a slug cannot be that of a new entry. */
function slugProblem(slug: string, listed: readonly ListedAddress[]): string | undefined {
  if (!isSlug(slug)) return 'lower-case letters, digits and single hyphens only, such as xlm-roberta';
  const files = readdirSync(join(root, 'models'));
  if (files.includes(`${slug}.md`))
    return `content/models/${slug}.md is there already: correct that entry, or choose another name`;
  const moved = listed.find(({ address, to }) => to !== undefined && address === modelAddress(slug));
  return moved && `it was that of another model once, and leads to ${moved.to}; choose another name`;
}

/**
 * What the rules between entries will say once the entry has a summary: `check` asks them only about entries that
 * are valid by themselves.
 */
function laterProblems(content: Content, slug: string, answers: Answers, found: readonly string[]): string[] {
  const read = readFrontMatter(entryText({ ...answers, summary: answers.summary || 'A sentence.' }));
  const data = read.ok ? model.safeParse(read.frontMatter.values).data : undefined;
  if (!data) return [];
  const models = [...content.models, { slug, data, body: '' }];
  return integrityIssues({ ...content, models }, today)
    .filter((issue) => issue.collection === 'models' && issue.slug === slug)
    .map(
      ({ severity, path, message }) => `content/models/${slug}.md  ${severity}  ${path.join('.')} ${message}`,
    )
    .filter((line) => !found.some((other) => other.endsWith(line.slice(line.indexOf('  ')))));
}

async function begin(args: string[]): Promise<number> {
  const { content, listed } = await checkContent(root, today);
  const near = (names: string[]) => nearNames(content.models, names);
  const vocabulary: Vocabulary = {
    families: content.families.map(({ slug, data }) => ({ slug, label: data.label })),
    labs: content.labs.map(({ slug, data }) => ({ slug, label: data.label })),
    licenses: content.licenses.map(({ slug, data }) => ({ slug, label: data.label })),
    models: content.models.map(({ slug, data }) => ({ slug, label: data.name })),
  };
  const byPerson = args.length === 0;
  const { slug, answers } = byPerson
    ? await answersFromPerson({ vocabulary, today, slugProblem: (slug) => slugProblem(slug, listed), near })
    : answersFrom(args, today);

  const problem = slugProblem(slug, listed);
  if (problem) throw new OptionError(`"${slug}" cannot be the address: ${problem}`);
  if (!byPerson)
    for (const { slug: other, spelling, isSame } of near([answers.name, ...answers.aliases]))
      console.log(
        `Is it another model than content/models/${other}.md? ${isSame ? 'The' : 'A like'} name: ${spelling}`,
      );

  // The flag keeps a file that has come about meanwhile.
  writeFileSync(join(root, 'models', `${slug}.md`), entryText(answers), { flag: 'wx' });
  const file = `content/models/${slug}.md`;
  const { problems } = await checkContent(root, today);
  const found = problems.filter((problem) => problem.file === file).map(problemText);
  console.log(`\n${file} is written. What is left for you:\n`);
  for (const line of [...found, ...laterProblems(content, slug, answers, found)]) console.log(`  ${line}`);
  console.log(
    `  ${file}: the fields that stand as comments, and a row of evidence for all that you looked up\n\n` +
      `npm run check says what is still wrong; npm run dev shows the page at /models/${slug}/. CONTRIBUTING.md explains each field.`,
  );
  return 0;
}

try {
  process.exitCode = await begin(process.argv.slice(2));
} catch (error) {
  if (error instanceof Cancelled) {
    console.log('Nothing was written.');
    process.exitCode = 130;
  } else if (error instanceof OptionError) {
    console.error(`${error.message}\nNothing was written. npm run new -- --help lists the options.`);
    process.exitCode = 1;
  } else if (error instanceof HelpAsked) console.log(error.message);
  else throw error;
}
