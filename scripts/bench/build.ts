// The build of this site beside Starlight's on the same models: seconds and memory, without what an earlier build has
// left and with it, in turns. Writes docs/bench-build.md and its chart.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { linkCatalog, type Catalog } from '../../src/catalog/catalog.ts';
import { checkContent } from '../content/check.ts';
import { run } from '../lib/run.mjs';
import { buildChart, buildReport, type BuildMeasured, type SizeBuilt } from './build-report.ts';
import { timesOfEdit, type EditTimes } from './edit.ts';
import { measuredRun, type Run } from './measured-run.ts';
import { fillStarlight, forgetStarlight, installStarlight } from './starlight.ts';

const root = resolve(import.meta.dirname, '../..');
const today = new Date().toISOString().slice(0, 10);

/** Above so many models a page of Starlight is built without its list of all pages, which each of them would repeat. */
const mostInSidebar = 2000;

/** A folder of content with so many models, beside `content/`. */
interface Sample {
  models: number;
  folder: string;
  catalog: Catalog;
  isGenerated: boolean;
}

async function sampleOf(size: string): Promise<Sample> {
  const isGenerated = size !== 'real';
  const folder = isGenerated ? `content-bench-${size}` : 'content';
  if (isGenerated) {
    await rm(join(root, folder), { recursive: true, force: true });
    const code = await run(
      process.execPath,
      ['scripts/generate.ts', '--models', size, '--out', join(root, folder)],
      { cwd: root },
    );
    if (code !== 0) throw new Error(`no content of ${size} models could be made`);
  }
  const { content } = await checkContent(join(root, folder), today);
  return { models: content.models.length, folder, catalog: linkCatalog(content), isGenerated };
}

/** One build of this site. */
async function ownBuild(
  { folder }: Sample,
  work: string,
  isCold: boolean,
  cards: 'on' | 'off',
): Promise<Run> {
  const cache = folder === 'content' ? '.astro' : `.astro-${folder}`;
  if (isCold) {
    await rm(join(root, 'node_modules', cache), { recursive: true, force: true });
    await rm(join(root, 'node_modules/.vite'), { recursive: true, force: true });
  }
  await rm(join(work, 'site'), { recursive: true, force: true });
  return measuredRun(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    cwd: root,
    env: {
      CONTENT: folder === 'content' ? '' : folder,
      OUT_DIR: join(work, 'site'),
      SHARE_CARDS: cards,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
}

async function starlightBuild(folder: string, isCold: boolean, sidebar: 'on' | 'off'): Promise<Run> {
  if (isCold) await forgetStarlight(folder);
  else await rm(join(folder, 'dist'), { recursive: true, force: true });
  return measuredRun(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    cwd: folder,
    env: { SIDEBAR: sidebar, ASTRO_TELEMETRY_DISABLED: '1' },
  });
}

async function measureSize(sample: Sample, rounds: number, work: string): Promise<SizeBuilt> {
  const starlight = join(work, 'starlight');
  await fillStarlight(starlight, sample.catalog);
  const hasSidebar = sample.models <= mostInSidebar;
  const builders: [BuildMeasured['what'], (isCold: boolean) => Promise<Run>][] = [
    ['ours', (isCold) => ownBuild(sample, work, isCold, 'off')],
    ['Starlight', (isCold) => starlightBuild(starlight, isCold, hasSidebar ? 'on' : 'off')],
  ];
  if (hasSidebar)
    builders.push(['Starlight, no sidebar', (isCold) => starlightBuild(starlight, isCold, 'off')]);
  const runs = new Map<string, { cold: Run[]; warm: Run[] }>(
    builders.map(([what]) => [what, { cold: [], warm: [] }]),
  );
  for (let round = 0; round < rounds; round++) {
    for (const [what, build] of builders) {
      for (const start of ['cold', 'warm'] as const) {
        const took = await build(start === 'cold').catch((error: Error) => error);
        if (took instanceof Error) {
          // A builder that cannot do it has no figure; the others go on.
          console.info(`${sample.models} models, ${what}, ${start}: ${took.message}`);
          break;
        }
        runs.get(what)![start].push(took);
        console.info(
          `${sample.models} models, ${what}, ${start}: ${took.seconds.toFixed(1)} s, ${(took.memory / 1e9).toFixed(2)} GB`,
        );
      }
    }
  }
  const cards = sample.models > mostInSidebar ? undefined : await ownBuild(sample, work, false, 'on');
  return {
    models: sample.models,
    hasSidebar,
    rounds,
    measured: builders.map(([what]) => ({ what, ...runs.get(what)! })),
    withCards: cards?.seconds,
  };
}

/** `npm run bench -- build --models real,1000,10000 --rounds 3` */
export async function benchBuild(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      models: { type: 'string', default: 'real,1000,10000' },
      rounds: { type: 'string', default: '3' },
    },
  });
  const began = performance.now();
  const work = await mkdtemp(join(tmpdir(), 'bench-build-'));
  const sizes: SizeBuilt[] = [];
  let edit: EditTimes | undefined;
  const folders: string[] = [];
  try {
    await installStarlight(join(work, 'starlight'));
    for (const size of values.models.split(',')) {
      const sample = await sampleOf(size);
      if (sample.isGenerated) folders.push(sample.folder);
      // Ten thousand take minutes each time: once will do to see how it grows.
      const rounds = sample.models > mostInSidebar ? 1 : Number(values.rounds);
      sizes.push(await measureSize(sample, rounds, work));
      if (sample.isGenerated && sample.models <= mostInSidebar) edit = await timesOfEdit(sample.folder);
      await report();
    }
  } finally {
    await rm(work, { recursive: true, force: true });
    for (const folder of folders) {
      await rm(join(root, folder), { recursive: true, force: true });
      await rm(join(root, 'node_modules', `.astro-${folder}`), { recursive: true, force: true });
    }
  }

  /** After each number of models, so that what was measured is kept where a larger one fails. */
  async function report(): Promise<void> {
    const command = `npm run bench -- build --models ${values.models} --rounds ${values.rounds}`;
    const machine = `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), load average ${loadavg()[2]!.toFixed(1)} over the last 15 minutes`;
    const seconds = (performance.now() - began) / 1000;
    const text = buildReport({ command, date: today, machine, seconds, sizes, edit });
    await writeFile(join(root, 'docs/bench-build.md'), text);
    await writeFile(join(root, 'docs/bench-build.svg'), buildChart(sizes));
    console.info(`\n${text}`);
  }
}
