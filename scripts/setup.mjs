// Makes sure that what package-lock.json says is installed, and with --browser
// that there is a Chromium for the tests. It is the only file that the system's
// Node runs, hence plain JavaScript that Node 20 understands; everything later
// runs on the newer Node that is itself one of the installed packages.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findPlaywrightBrowser, findSystemBrowser } from './find-browser.mjs';
import { run } from './lib/run.mjs';

const OLDEST_NODE_FOR_SETUP = 20;
const OLDEST_NODE_FOR_THE_REST = 24;

/**
 * What the stamp in node_modules has to say for this lock file on this machine.
 * @param {string} lockText
 * @param {string} platform
 */
export function stampFor(lockText, platform = `${process.platform}-${process.arch}`) {
  return `${platform} ${hash(lockText)}\n`;
}

/**
 * The folders that the lock file lists and the project does not have. Packages
 * for other platforms are listed too, so the optional ones do not count.
 * @param {string} lockText
 * @param {(folder: string) => boolean} exists
 */
export function missingPackages(lockText, exists) {
  return Object.entries(JSON.parse(lockText).packages)
    .filter(([folder, entry]) => folder !== '' && !entry.optional && !entry.devOptional)
    .map(([folder]) => folder)
    .filter((folder) => !exists(folder));
}

/**
 * Whether everything in the project's package-lock.json is installed.
 * @param {string} root the project's folder
 */
export function isInstalled(root) {
  const stamp = stampFile(root);
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
  return (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === stampFor(lockText) &&
    missingPackages(lockText, (folder) => existsSync(join(root, folder, 'package.json'))).length === 0
  );
}

/**
 * Installs what the lock file says, unless it is there already. Of several
 * commands that want to at the same time, one does and the others wait.
 * @param {string} root the project's folder
 * @returns {Promise<boolean>} whether there was anything to do
 */
async function install(root) {
  if (isInstalled(root)) return false;

  const release = await takeTurn(join(tmpdir(), `transformer-catalog-${hash(root).slice(0, 16)}.installing`));
  try {
    if (!isInstalled(root)) await installAnew(root);
  } finally {
    release();
  }
  return true;
}

/** @param {string} root */
async function installAnew(root) {
  checkWritable(join(root, 'node_modules'));
  console.log('Installing the packages that this project needs; this takes about a minute.');
  rmSync(stampFile(root), { force: true });
  // Without the warnings: they are that some packages want a newer Node, and
  // those run on the one that is being installed.
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await run('npm', args, {
    cwd: root,
    env: { ...process.env, PATH: pathWithoutPackages(root) },
    // Asked kindly, npm takes up to a minute to tidy up what is deleted next time anyway.
    killSignal: 'SIGKILL',
    shell: process.platform === 'win32',
  });
  throwIfStopped(code);
  if (code !== 0)
    throw new Error('The installation failed: npm says why above. The next command tries again.');
  checkNewerNode(root);

  writeFileSync(stampFile(root), stampFor(readFileSync(join(root, 'package-lock.json'), 'utf8')));
}

/** @param {string} folder */
function checkWritable(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new Error(`The packages cannot be installed into ${folder}: ${error.message}.`);
  }
}

/**
 * Waits until no other living process holds the file, and holds it.
 * @param {string} file
 * @returns {Promise<() => void>} gives it up again
 */
export async function takeTurn(file) {
  for (let waits = 0; ; waits += 1) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw new Error(`${file} cannot be written: ${error.message}.`);
      if (!isHeld(file)) rmSync(file, { force: true });
      else if (waits === 0) console.log('Another command is installing the packages: waiting for it to end.');
      await setTimeout(200);
    }
  }
}

/** @param {string} file */
function isHeld(file) {
  try {
    return process.kill(Number(readFileSync(file, 'utf8')), 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Finds a Chromium for the tests, installing one if there is none.
 * @param {string} root the project's folder
 * @returns {Promise<boolean>} whether there was anything to do
 */
async function ensureBrowser(root) {
  if (findSystemBrowser(process.env) ?? (await findPlaywrightBrowser())) return false;

  for (const obtain of [installWithPlaywright, installWithApt]) {
    await obtain(root);
    const browser = findSystemBrowser(process.env) ?? (await findPlaywrightBrowser());
    if (browser && spawnSync(browser, ['--version']).status === 0) return true;
  }
  throw new Error(
    'The tests need a Chromium, and none could be found or installed. ' +
      'Install Chromium or Chrome and name its program: CHROMIUM_PATH=/path/to/chromium npm test',
  );
}

/** @param {string} root */
async function installWithPlaywright(root) {
  console.log('There is no Chromium for the tests yet: asking Playwright for one (about 200 MB).');
  const playwright = join(root, 'node_modules/@playwright/test/cli.js');
  throwIfStopped(await run(process.execPath, [playwright, 'install', 'chromium']));
}

async function installWithApt() {
  const canInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (!canInstall) return;
  console.log("Playwright could not provide a Chromium that runs: installing Debian's.");
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  throwIfStopped(await run('sh', ['-c', 'apt-get update && apt-get install -y chromium'], { env }));
}

/**
 * npm scripts put the packages' programs first on the PATH. `npm ci` deletes
 * them, the newer Node included, so npm itself has to run on the system's Node.
 * @param {string} root
 */
function pathWithoutPackages(root) {
  const packages = join(root, 'node_modules') + sep;
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.startsWith(packages))
    .join(delimiter);
}

/**
 * Throws the reason when the commands that follow would not find a Node
 * that runs TypeScript.
 * @param {string} root
 */
function checkNewerNode(root) {
  const PATH = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const found = spawnSync('node --version', { env: { ...process.env, PATH }, shell: true, encoding: 'utf8' });
  const major = Number(/^v(\d+)/.exec(found.stdout)?.[1] ?? 0);
  if (major >= OLDEST_NODE_FOR_THE_REST) return;
  throw new Error(
    `There is no ready-made Node for this machine (${process.platform} ${process.arch}) among the packages: ` +
      `install Node ${OLDEST_NODE_FOR_THE_REST} or newer and try again.`,
  );
}

/** @param {string} root */
function stampFile(root) {
  return join(root, 'node_modules', '.installed');
}

/** @param {number | "stopped"} code */
function throwIfStopped(code) {
  if (code === 'stopped')
    throw new Error('The installation was interrupted; the next command starts it anew.');
}

/** @param {string} text */
function hash(text) {
  return createHash('sha256').update(text).digest('hex');
}

async function main() {
  if (Number.parseInt(process.versions.node) < OLDEST_NODE_FOR_SETUP) {
    throw new Error(
      `Transformer Catalog needs Node ${OLDEST_NODE_FOR_SETUP} or newer; this is ${process.version}.`,
    );
  }
  const flags = process.argv.slice(2);
  const root = fileURLToPath(new URL('..', import.meta.url));
  const installed = await install(root);
  const browserInstalled = flags.includes('--browser') && (await ensureBrowser(root));
  const didSomething = installed || browserInstalled;
  if (!didSomething && !flags.includes('--quiet')) console.log('All packages are installed.');
}

// import.meta.main would say this, but Node 20 does not have it.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
