import type { AstroIntegration } from 'astro';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { endBuild } from './end-build.ts';

/** A reason not to build, or not to put what was built in place, that is for the person to read. */
export class FolderError extends Error {}

const reasons: Record<string, string> = {
  EACCES: 'you have no permission',
  EPERM: 'the system does not allow it',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'a part of its path is a file',
  EBUSY: 'another program or a mounted disk holds it',
};

function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return reasons[code] ?? message;
}

/** Whether a process of this machine has this number. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes what builds of this folder left beside it that were killed. */
function sweep(target: string): void {
  for (const name of readdirSync(dirname(target))) {
    const match = /^(.*)-(?:building|former)-(\d+)$/.exec(name);
    if (match?.[1] === basename(target) && !isAlive(Number(match[2])))
      rmSync(join(dirname(target), name), { recursive: true, force: true });
  }
}

/**
 * Makes the folder beside the target in which a build writes.
 * @throws FolderError where it cannot be made, or where putting the site in place would take the project away
 */
export function beginBeside(target: string, root: string): string {
  if (`${resolve(root)}${sep}`.startsWith(`${target}${sep}`))
    throw new FolderError(`The site cannot be built into ${target}, which holds the project itself.`);
  const building = `${target}-building-${process.pid}`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    sweep(target);
    mkdirSync(building);
  } catch (error) {
    throw new FolderError(`The site cannot be built into ${target}: ${reasonOf(error)}.`);
  }
  return building;
}

/**
 * Puts what was built in the place of the target, which is whole before and after.
 * @throws FolderError where that is not possible; what was there stays then
 */
export function putInPlace(building: string, target: string): void {
  const former = `${target}-former-${process.pid}`;
  try {
    if (existsSync(target)) renameSync(target, former);
    try {
      renameSync(building, target);
    } catch (error) {
      if (existsSync(former)) renameSync(former, target);
      throw error;
    }
    // Someone may publish the folder by git, and Astro leaves that alone too.
    if (existsSync(join(former, '.git'))) renameSync(join(former, '.git'), join(target, '.git'));
    rmSync(former, { recursive: true, force: true });
  } catch (error) {
    throw new FolderError(`The site was built but cannot be put into ${target}: ${reasonOf(error)}.`);
  }
}

/** Where a link leads, so that the link stays and what it leads to is replaced. */
function realPath(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : resolve(folder);
}

function orEnd<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof FolderError) endBuild(error.message);
    throw error;
  }
}

/** Throws a FolderError where a folder that a build keeps something in cannot be written. */
function checkWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new FolderError(`A build keeps files in ${folder}, which cannot be written: ${reasonOf(error)}.`);
  }
}

/**
 * Builds into a folder beside the one that is asked for and puts it in place at the very end, so that a build that
 * fails or is killed leaves the former site as it was. The same content gives the same site, on whatever machine and
 * with whatever environment. `begin` must be the first of the integrations, `end` the last.
 */
export function wholeSite(): { begin: AstroIntegration; end: AstroIntegration } {
  let [target, building] = ['', ''];
  const begin: AstroIntegration = {
    name: 'whole-site',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        // Whatever the shell says: scripts made for developing hold checks, and paths of this machine.
        process.env.NODE_ENV = 'production';
        target = realPath(fileURLToPath(config.outDir));
        orEnd(() => {
          building = beginBeside(target, fileURLToPath(config.root));
          process.on('exit', () => rmSync(building, { recursive: true, force: true }));
          for (const folder of [config.cacheDir, new URL('.astro/', config.root)])
            checkWritable(fileURLToPath(folder));
        });
        // Ended by the signal itself: a plain exit waits for the threads of the bundler, and was seen to wait for ever.
        for (const signal of ['SIGINT', 'SIGTERM'] as const)
          process.once(signal, () => {
            rmSync(building, { recursive: true, force: true });
            process.kill(process.pid, signal);
          });
        updateConfig({ outDir: pathToFileURL(`${building}${sep}`) });
      },
    },
  };
  const end: AstroIntegration = {
    name: 'whole-site-in-place',
    hooks: {
      'astro:build:done': ({ logger }) => {
        orEnd(() => putInPlace(building, target));
        logger.info(`the site is in ${target}`);
      },
    },
  };
  return { begin, end };
}
