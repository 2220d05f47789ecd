import * as prompts from '@clack/prompts';
import { normalName } from '../../src/catalog/names.ts';
import { architectures } from '../../src/schema/architecture.ts';
import { descentKinds } from '../../src/schema/descent.ts';
import { weightsAccess } from '../../src/schema/model.ts';
import { slugFrom, type Answers } from './entry.ts';
import type { NearName } from './near-names.ts';
import { answerProblems } from './options.ts';

/** The person does not want to go on. */
export class Cancelled extends Error {}

interface Term {
  slug: string;
  label: string;
}

/** What an entry can name. */
export interface Vocabulary {
  families: Term[];
  labs: Term[];
  licenses: Term[];
  models: Term[];
}

interface Knowledge {
  vocabulary: Vocabulary;
  today: string;
  slugProblem: (slug: string) => string | undefined;
  near: (names: string[]) => NearName[];
}

function orCancel<Value>(value: Value): Exclude<Value, symbol> {
  if (prompts.isCancel(value)) throw new Cancelled();
  return value as Exclude<Value, symbol>;
}

const blank: Omit<Answers, 'added'> = {
  name: 'x',
  aliases: [],
  summary: '',
  family: 'x',
  labs: ['x'],
  released: '2020',
  parents: [],
  sizes: [],
  source: 'https://example.org',
  kind: 'primary',
};

function listFrom(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Asks for a text that the schema takes in the place where `part` puts it. */
async function ask(
  message: string,
  part: (text: string) => Partial<Answers>,
  options: { placeholder?: string; initialValue?: string; needed?: boolean } = {},
): Promise<string> {
  const { needed = true, ...shown } = options;
  const answer = await prompts.text({
    message,
    ...shown,
    validate: (typed) => {
      const text = (typed ?? '').trim();
      if (text === '') return needed ? 'This is needed' : undefined;
      const [problem] = answerProblems({ ...blank, added: '2020-01-01', ...part(text) });
      return problem?.message;
    },
  });
  return (orCancel(answer) ?? '').trim();
}

interface Choice {
  value: string;
  label?: string;
  hint?: string;
}

const matches = (search: string, { label, value }: Choice) =>
  normalName(`${label ?? ''} ${value}`).includes(normalName(search));

/**
 * Terms to search among. That it is none of them can be chosen before anything is typed, and where nothing matches;
 * between the two it would keep the focus from the term that was looked for.
 */
function choicesOf(terms: readonly Term[], none?: string) {
  const choices = terms.map(({ slug, label }): Choice => ({ value: slug, label, hint: slug }));
  return {
    options: none === undefined ? choices : [{ value: '', label: none }, ...choices],
    maxItems: 8,
    filter: (search: string, option: Choice) =>
      option.value === '' ? !choices.some((choice) => matches(search, choice)) : matches(search, option),
  };
}

const another = 'None of these: a new one, whose file is for you to add';

/** A family, or the slug of one that is to be added. */
async function askFamily({ vocabulary }: Knowledge): Promise<string> {
  const chosen = await prompts.autocomplete({
    message: 'Which family does it belong to? Type to search',
    ...choicesOf(vocabulary.families, another),
  });
  return orCancel(chosen) || ask('What is its slug to be?', (text) => ({ family: text }));
}

async function askSlug(name: string, { slugProblem }: Knowledge): Promise<string> {
  const slug = await prompts.text({
    message: 'The address, for good: /models/…/',
    initialValue: slugFrom(name),
    validate: (typed) => slugProblem((typed ?? '').trim()),
  });
  return orCancel(slug).trim();
}

async function askLabs({ vocabulary }: Knowledge): Promise<string[]> {
  const chosen = orCancel(
    await prompts.autocompleteMultiselect({
      message: 'Which labs made and released it? Type to search, Tab to select',
      ...choicesOf(vocabulary.labs, another),
      required: true,
    }),
  );
  const known = chosen.filter(Boolean);
  if (known.length === chosen.length) return known;
  const added = await ask('Slugs of the labs that are to be added, with commas between', (text) => ({
    labs: listFrom(text),
  }));
  return [...known, ...listFrom(added)];
}

async function askParents({ vocabulary }: Knowledge): Promise<Answers['parents']> {
  const chosen = orCancel(
    await prompts.autocompleteMultiselect({
      message:
        'Which models does it go on from? The main one first. Type to search, Tab to select; Enter for none',
      ...choicesOf(vocabulary.models),
      required: false,
    }),
  );
  const parents: Answers['parents'] = [];
  for (const model of chosen) {
    const by = await prompts.multiselect({
      message: `What was taken over from ${model}? Space to select`,
      options: descentKinds.map((kind) => ({ value: kind as string })),
      required: true,
    });
    parents.push({ model, by: orCancel(by) });
  }
  return parents;
}

async function askOne(message: string, values: readonly string[]): Promise<string | undefined> {
  const options = [
    { value: '', label: 'not known yet' },
    ...values.map((value) => ({ value, label: value })),
  ];
  return orCancel(await prompts.select({ message, options })) || undefined;
}

async function askPaper(source: string): Promise<Answers['paper']> {
  if (!/^(arxiv|doi):/.test(source)) return undefined;
  const paper = { title: 'x', authors: ['x'], year: 2020 };
  const title = await ask(
    'Title of the paper, as printed',
    (text) => ({ paper: { ...paper, title: text } }),
    {
      needed: false,
      placeholder: 'Enter to leave the paper for later',
    },
  );
  if (title === '') return undefined;
  const authors = await ask(
    'Its authors as printed, with commas between; "others" at the end stands for the rest',
    (text) => ({ paper: { ...paper, authors: listFrom(text) } }),
  );
  const year = await ask('Its year', (text) => ({ paper: { ...paper, year: Number(text) } }), {
    initialValue: /^arxiv:(\d\d)/.exec(source)?.[1]?.replace(/^/, '20') ?? '',
  });
  return { title, authors: listFrom(authors), year: Number(year) };
}

/**
 * Asks a person all that an entry needs, and what else can be said in a word.
 * @throws Cancelled where the person stops, or where there is nobody: the input ends
 */
export async function answersFromPerson(knowledge: Knowledge): Promise<{ slug: string; answers: Answers }> {
  const ended = new Promise<never>((_, reject) => {
    process.stdin.once('end', () => reject(new Cancelled()));
  });
  try {
    return await Promise.race([askAll(knowledge), ended]);
  } finally {
    // An input that is no terminal would keep the process waiting for more.
    process.stdin.destroy();
  }
}

async function askAll(knowledge: Knowledge): Promise<{ slug: string; answers: Answers }> {
  const { vocabulary, near, today } = knowledge;
  prompts.intro('A new model. Nothing is written before the last question; Ctrl-C stops.');
  const name = await ask('What do people call it?', (text) => ({ name: text }), {
    placeholder: 'Mistral 7B',
  });
  const aliases = listFrom(
    await ask('Other names people use, with commas between', (text) => ({ aliases: listFrom(text) }), {
      needed: false,
      placeholder: 'Enter for none',
    }),
  );
  const likely = near([name, ...aliases]);
  if (likely.length > 0) {
    const lines = likely.map(({ slug, spelling }) => `${spelling}  (content/models/${slug}.md)`);
    prompts.note(lines.join('\n'), 'The catalog has names like it');
    const other = await prompts.confirm({ message: 'Is yours another model?', initialValue: false });
    if (!orCancel(other)) throw new Cancelled();
  }
  const slug = await askSlug(name, knowledge);
  const source = await ask(
    'The original source: arxiv:…, doi:… or an address',
    (text) => ({ source: text }),
    {
      placeholder: 'arxiv:2310.06825',
    },
  );
  const paper = await askPaper(source);
  const released = await ask(
    'When could the first paper, weights or service be had?',
    (text) => ({ released: text }),
    { placeholder: '2023, 2023-09 or 2023-09-27' },
  );
  const labs = await askLabs(knowledge);
  const family = await askFamily(knowledge);
  const summary = await ask('What is it, in one sentence of your own?', (text) => ({ summary: text }), {
    needed: false,
    placeholder: 'Enter to write it later',
  });
  const architecture = await askOne('Its architecture?', architectures);
  const parents = await askParents(knowledge);
  const sizes = listFrom(
    await ask('Its sizes in parameters, with commas between', (text) => ({ sizes: listFrom(text) }), {
      needed: false,
      placeholder: '7B, 70B, or Enter for none',
    }),
  );
  const weights = await askOne('Who can have the weights?', weightsAccess);
  const license = orCancel(
    await prompts.autocomplete({
      message: 'Under which licence are code and weights?',
      ...choicesOf(vocabulary.licenses, 'Not known, or different ones'),
    }),
  );
  prompts.outro('That is all.');
  const answers: Answers = {
    ...{ name, aliases, summary, family, labs, released, parents, sizes, source },
    ...(architecture && { architecture }),
    ...(weights && { weights }),
    ...(license && { license }),
    ...(paper && { paper }),
    kind: 'primary',
    added: today,
  };
  return { slug, answers };
}
