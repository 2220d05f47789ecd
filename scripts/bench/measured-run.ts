import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const list = promisify(execFile);
const betweenLooks = 250;

/** What a program took. */
export interface Run {
  /** Seconds by the clock. */
  seconds: number;
  /** The most memory that it and all it began held at one time, in bytes, looked at four times a second. */
  memory: number;
}

/** The memory of a process and of all it has begun, in bytes. */
async function memoryOf(root: number): Promise<number> {
  const { stdout } = await list('ps', ['-A', '-o', 'pid=,ppid=,rss=']);
  const processes = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number, number]);
  const family = new Set([root]);
  for (let size = 0; size < family.size;) {
    size = family.size;
    for (const [pid, parent] of processes) if (family.has(parent)) family.add(pid);
  }
  return processes.reduce((sum, [pid, , kilobytes]) => sum + (family.has(pid) ? 1024 * kilobytes : 0), 0);
}

/**
 * Runs a program and measures it. On Linux and macOS, where `ps` tells the memory of processes.
 * @throws Error with the end of what it printed, where it fails
 */
export async function measuredRun(
  command: string,
  args: string[],
  { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<Run> {
  const began = performance.now();
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env } });
  let printed = '';
  const keep = (text: Buffer) => {
    printed = (printed + text.toString()).slice(-4000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  let memory = 0;
  let seconds = 0;
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      seconds = (performance.now() - began) / 1000;
      resolve(code);
    });
  });
  const look = setInterval(() => {
    void memoryOf(child.pid!).then(
      (held) => {
        memory = Math.max(memory, held);
      },
      () => undefined,
    );
  }, betweenLooks);
  const code = await ended.finally(() => clearInterval(look));
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${printed}`);
  return { seconds, memory };
}
