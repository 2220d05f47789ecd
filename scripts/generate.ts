// Writes a content folder with made-up models among the real ones: npm run generate -- --models 600 --seed 1 --out content-600
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkContent } from './content/check.ts';
import { problemText } from './content/problem.ts';
import { generatedFiles } from './generate/content.ts';

const usage = `Writes a content folder with made-up models among the real ones:

  npm run generate -- --models N [--seed S] --out content-N
  CONTENT=content-N npm run build

The folder must be new or empty; the site can be built from it where it stands beside content/. Git leaves
out folders named content-… there. The same content, N and S give the same files.`;

/** Something that the person at the command line can put right. */
class UsageError extends Error {}

function optionsOf(args: string[]) {
  const read = () => {
    try {
      return parseArgs({
        args,
        options: {
          models: { type: 'string' },
          seed: { type: 'string', default: '1' },
          out: { type: 'string' },
        },
      }).values;
    } catch (error) {
      throw new UsageError((error as Error).message);
    }
  };
  const { models, seed, out } = read();
  const number = (name: string, text: string | undefined) => {
    if (text === undefined || !/^\d{1,9}$/.test(text))
      throw new UsageError(`--${name} is "${text ?? ''}"; expected a whole number`);
    return Number(text);
  };
  if (!out) throw new UsageError('--out is missing; expected a folder that is new or empty');
  return { models: number('models', models), seed: number('seed', seed), out: resolve(out) };
}

async function generate(args: string[]): Promise<string> {
  const { models, seed, out } = optionsOf(args);
  const present = await readdir(out).catch(() => []);
  if (present.length > 0) throw new UsageError(`${out} is not empty; expected a folder that is new or empty`);
  const today = new Date().toISOString().slice(0, 10);
  const root = resolve(import.meta.dirname, '..', 'content');
  const { problems, content } = await checkContent(root, today);
  const error = problems.find(({ severity }) => severity === 'error');
  if (error) throw new UsageError(`The content that is to be added to has errors: ${problemText(error)}`);
  if (models < content.models.length)
    throw new UsageError(
      `--models is ${models}, but the content has ${content.models.length} models already`,
    );
  const files = generatedFiles(content, models, seed);
  await cp(root, out, { recursive: true, filter: (source) => !basename(source).startsWith('.') });
  await mkdir(out, { recursive: true });
  for (const { path, text } of files) await writeFile(join(out, path), text);
  return `${models} models, ${models - content.models.length} of them made up, in ${out}`;
}

try {
  console.log(await generate(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${usage}`);
  process.exitCode = 1;
}
