import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { measuredRun } from './measured-run.ts';
import { medianOf } from './build-report.ts';

const root = resolve(import.meta.dirname, '../..');
const port = 4396;
const address = `http://localhost:${port}/models/bert/`;
const edits = 5;

/** How long those wait who write entries. */
export interface EditTimes {
  models: number;
  /** Seconds from a saved entry to its page with the change, in the development server; median of five. */
  edit: number;
  /** Seconds of `npm run check` on all of it; median of five. */
  check: number;
}

async function pageWith(words: string): Promise<void> {
  const giveUp = performance.now() + 120_000;
  while (performance.now() < giveUp) {
    const page = await fetch(address).then(
      (response) => response.text(),
      () => '',
    );
    if (page.includes(words)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`the development server did not show "${words}" within two minutes`);
}

/** Seconds from each of some changes of an entry to its page with that change. */
async function editTimes(folder: string): Promise<number[]> {
  const file = join(root, folder, 'models/bert.md');
  const before = await readFile(file, 'utf8');
  const server = spawn(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'dev', '--port', String(port)],
    { cwd: root, env: { ...process.env, CONTENT: folder, ASTRO_TELEMETRY_DISABLED: '1' }, stdio: 'ignore' },
  );
  try {
    await pageWith('</html>');
    const times: number[] = [];
    for (let edit = 0; edit < edits; edit++) {
      const words = `This is change number ${edit}.`;
      const began = performance.now();
      await writeFile(file, `${before}\n\n${words}\n`);
      await pageWith(words);
      times.push((performance.now() - began) / 1000);
    }
    return times;
  } finally {
    server.kill();
    await writeFile(file, before);
  }
}

/** Measures a change of one entry in the development server, and the check, on a folder of content. */
export async function timesOfEdit(folder: string): Promise<EditTimes> {
  const checks: number[] = [];
  for (let turn = 0; turn < edits; turn++) {
    const env = { CONTENT: folder };
    checks.push((await measuredRun(process.execPath, ['scripts/check.ts'], { cwd: root, env })).seconds);
  }
  const models = Number(/\d+$/.exec(folder)?.[0]);
  return { models, edit: medianOf(await editTimes(folder)), check: medianOf(checks) };
}
