import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ProjectCopy, type Outcome } from './project-copy.ts';

const isRoot = process.getuid?.() === 0;
/** To root everything is permitted, so root has someone try who owns nothing. */
const nobody = isRoot ? 65_534 : undefined;
/** The someone has to be able to read the project, which lies where others may not look on some machines. */
const canTry =
  process.platform !== 'win32' &&
  (nobody === undefined ||
    spawnSync(process.execPath, ['--version'], { cwd: resolve('node_modules'), uid: nobody, gid: nobody })
      .status === 0);

const project = new ProjectCopy(resolve(import.meta.dirname, '../fixtures/valid/content'), 'permissions');
const folders = ['', 'node_modules', 'content', 'content/models'];

function allow(rights: Record<string, number>): void {
  for (const folder of folders) chmodSync(project.at(folder), rights[folder] ?? 0o555);
}

beforeAll(() => mkdirSync(project.at('other')));
afterAll(() => {
  for (const folder of folders) chmodSync(project.at(folder), 0o755);
  project.remove();
});

const asSomeone = (program: string, args: string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Outcome> =>
  project.run(program, args, { SHARE_CARDS: 'off', HOME: project.at('other'), ...env }, nobody).ended;
const build = (env?: NodeJS.ProcessEnv) => asSomeone('node_modules/astro/bin/astro.mjs', ['build'], env);

test.skipIf(!canTry)(
  'a folder that cannot be written is told in a sentence, before anything is done',
  async () => {
    allow({});
    expect(await build()).toEqual({
      code: 1,
      said: `The site cannot be built into ${project.at('dist')}: you have no permission.\n`,
    });
    allow({ '': 0o777 });
    expect(await build()).toEqual({
      code: 1,
      said: `A build keeps files in ${project.at('node_modules/.astro')}/, which cannot be written: you have no permission.\n`,
    });
    expect(project.folders()).toEqual([]);
  },
);

test.skipIf(!canTry)('content that cannot be read is no empty content', async () => {
  allow({ 'content/models': 0o300 });
  const ofModels = await asSomeone('scripts/check.ts');
  expect(ofModels.code).toBe(1);
  expect(ofModels.said).toContain('content/models:1:1  error  cannot be read: EACCES\n');
  allow({ content: 0o300 });
  const ofAll = await asSomeone('scripts/check.ts');
  expect(ofAll.code).toBe(1);
  expect(ofAll.said).toContain('content:1:1  error  cannot be read: EACCES\n');
});

test('a content folder elsewhere is refused in a sentence', async () => {
  allow({});
  const refused = { code: 1, said: 'CONTENT is "../x"; expected the name of a folder beside content/\n' };
  expect(await asSomeone('scripts/check.ts', [], { CONTENT: '../x' })).toEqual(refused);
  allow({ '': 0o777, node_modules: 0o777 });
  expect(await build({ CONTENT: '../x' })).toEqual(refused);
});
