// npm test: the stages in order, each told with its time, and one line at the
// end that says how many tests passed and failed.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  addCounts,
  type Counts,
  countOutcome,
  countPlaywright,
  countsAsText,
  countVitest,
  type PlaywrightReport,
  waveringText,
  withStageFailure,
} from './lib/counts.ts';
import { runPackage } from './lib/packages.ts';

interface Stage {
  name: string;
  title: string;
  /** The folders that have to be built before. */
  needs: string[];
  run(reports: string): Promise<Counts>;
}

/** The person has asked to stop: no further stage. */
class Stopped extends Error {}

const stages: Stage[] = [
  {
    name: 'types',
    title: 'Type check',
    needs: [],
    run: async () => countOutcome(await succeeds('astro', ['check'])),
  },
  { name: 'unit', title: 'Unit tests', needs: [], run: (reports) => runVitest('unit', reports) },
  { name: 'build', title: 'Build, at the root and below a sub-path', needs: [], run: build },
  {
    name: 'site',
    title: 'Tests of the built site',
    needs: ['dist', 'dist-sub'],
    run: (reports) => runVitest('site', reports),
  },
  { name: 'browser', title: 'Browser tests', needs: ['dist', 'dist-sub'], run: runPlaywright },
];

/** The stages that `--only unit,site` names, or all. */
export function chosenStages(args: string[]): string[] {
  const names = stages.map((stage) => stage.name);
  const { only = [] } = parseArgs({ args, options: { only: { type: 'string', multiple: true } } }).values;
  const chosen = only.flatMap((names) => names.split(','));
  const unknown = chosen.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Error(`There is no stage "${unknown}". The stages are ${names.join(', ')}.`);
  return chosen.length > 0 ? chosen : names;
}

async function test(): Promise<Counts> {
  const chosen = chosenStages(process.argv.slice(2));
  // What is left of an earlier build must not stand in for one that fails now.
  if (chosen.includes('build'))
    for (const folder of ['dist', 'dist-sub']) rmSync(folder, { recursive: true, force: true });

  const reports = mkdtempSync(join(tmpdir(), 'catalog-tests-'));
  try {
    const counts: Counts[] = [];
    for (const stage of stages.filter(({ name }) => chosen.includes(name))) {
      console.log(`\n[${elapsed()}] ${stage.title}`);
      counts.push(await runStage(stage, chosen, reports));
      console.log(`[${elapsed()}] ${stage.title}: ${countsAsText(counts.at(-1)!)}`);
    }
    return addCounts(counts);
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

async function runStage(stage: Stage, chosen: string[], reports: string): Promise<Counts> {
  const missing = stage.needs.find((folder) => !existsSync(folder));
  if (missing === undefined) return stage.run(reports);
  const buildHasFailed = chosen.includes('build');
  console.log(
    buildHasFailed
      ? `Left out, because the build of ${missing}/ failed.`
      : `There is no ${missing}/: build it too, with --only build,${stage.name}`,
  );
  return buildHasFailed ? addCounts([]) : countOutcome(false);
}

async function build(): Promise<Counts> {
  const { SITE, BASE, ...env } = process.env;
  const root = await buildInto('dist', env);
  if (!root) return countOutcome(false);
  const subPath = await buildInto('dist-sub', { ...env, SITE: 'https://example.org', BASE: '/catalog/' });
  return addCounts([countOutcome(root), countOutcome(subPath)]);
}

function buildInto(folder: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  return succeeds('astro', ['build', '--outDir', folder], env);
}

async function runVitest(project: string, reports: string): Promise<Counts> {
  const report = join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await exitCode('vitest', ['run', '--project', project, ...reporters]);
  return withStageFailure(countReport(report, countVitest), code);
}

async function runPlaywright(reports: string): Promise<Counts> {
  const report = join(reports, 'browser.json');
  const env = {
    ...process.env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    // Tests of a worker share a context that is emptied between them, as Playwright's component tests do: a new one
    // costs half a second of processor time, and there are hundreds of tests.
    PW_TEST_REUSE_CONTEXT: '1',
  };
  const code = await exitCode('playwright', ['test', '--reporter=list,json'], env);
  const wavering = existsSync(report) ? waveringText(readReport<PlaywrightReport>(report)) : '';
  if (wavering) console.log(wavering);
  return withStageFailure(countReport(report, countPlaywright), code);
}

/** Nothing is counted when a program ends before it writes its report. */
function countReport<Report>(file: string, count: (report: Report) => Counts): Counts {
  return existsSync(file) ? count(readReport<Report>(file)) : addCounts([]);
}

function readReport<Report>(file: string): Report {
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

async function succeeds(...program: Parameters<typeof runPackage>): Promise<boolean> {
  return (await exitCode(...program)) === 0;
}

async function exitCode(...program: Parameters<typeof runPackage>): Promise<number> {
  const code = await runPackage(...program);
  if (code === 'stopped') throw new Stopped('Stopped.');
  return code;
}

function elapsed(): string {
  return `${(performance.now() / 1000).toFixed(1)} s`;
}

if (import.meta.main) {
  try {
    const counts = await test();
    console.log(`\n${countsAsText(counts)}`);
    process.exitCode = counts.failed > 0 ? 1 : 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = error instanceof Stopped ? 130 : 1;
  }
}
