import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../..');

/** How a program ended, and all that it said. */
export interface Outcome {
  code: number | null;
  said: string;
}

/** A program that runs; `ended` tells how it came out. */
export interface Running {
  process: ChildProcess;
  ended: Promise<Outcome>;
}

/** The project in a folder of its own, with other content, that can be built without touching anything of this one. */
export class ProjectCopy {
  readonly root: string;

  /** @param content the folder of content; `name` is part of the path of the copy. */
  constructor(content: string, name = 'copy') {
    this.root = mkdtempSync(join(tmpdir(), `catalog-${name}-`));
    for (const part of ['src', 'scripts', 'public', 'package.json', 'tsconfig.json', 'astro.config.mjs'])
      cpSync(join(project, part), join(this.root, part), { recursive: true });
    cpSync(content, join(this.root, 'content'), { recursive: true });
    // A folder of links, since what Astro keeps from one build to the next lies in node_modules too.
    mkdirSync(join(this.root, 'node_modules'));
    for (const name of readdirSync(join(project, 'node_modules')))
      if (!/^\.(astro|vite)/.test(name))
        symlinkSync(join(project, 'node_modules', name), join(this.root, 'node_modules', name), 'junction');
  }

  /** Runs a program of the project in the copy. */
  run(program: string, args: string[] = [], env: NodeJS.ProcessEnv = {}, user?: number): Running {
    const { SITE, BASE, CONTENT, OUT_DIR, ...own } = process.env;
    const child = spawn(process.execPath, [program, ...args], {
      cwd: this.root,
      env: { ...own, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...env },
      ...(user === undefined ? {} : { uid: user, gid: user }),
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data));
    return {
      process: child,
      ended: new Promise((done) => child.on('close', (code) => done({ code, said }))),
    };
  }

  /** Begins a build. Share cards are left out: they take long, and hold nothing that a program reads. */
  begin(env: NodeJS.ProcessEnv = {}): Running {
    return this.run('node_modules/astro/bin/astro.mjs', ['build'], { SHARE_CARDS: 'off', ...env });
  }

  build(env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    return this.begin(env).ended;
  }

  /** The path of something in the copy. */
  at(...path: string[]): string {
    return join(this.root, ...path);
  }

  /** What stands at the top of the copy beside what every project has. */
  folders(): string[] {
    return readdirSync(this.root)
      .filter((name) => name.startsWith('dist'))
      .sort();
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Every file below a folder with the hash of its bytes. */
export function hashesOf(folder: string): Record<string, string> {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  const hashes = files.map((file) => {
    const path = join(file.parentPath, file.name);
    const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
    return [path.slice(folder.length + 1).replaceAll('\\', '/'), hash];
  });
  return Object.fromEntries(hashes.sort());
}
