// npm start: builds the site and serves it on this machine.
import { parseArgs } from 'node:util';
import { runPackage } from './lib/packages.ts';
import { baseWithSlashes } from './lib/base.ts';
import { addressOf, checkPort, PortError, serve, ServeError } from './lib/serve.ts';
import { whenStopped } from './lib/run.mjs';

/** The port asked for on the command line, in the environment, or 4321. */
export function chosenPort(args: string[], env: NodeJS.ProcessEnv): number {
  const asked = askedPort(args) ?? env.PORT ?? '4321';
  const port = Number(asked);
  if (/^\d+$/.test(asked) && port >= 1 && port <= 65535) return port;
  throw new PortError(`"${asked}" is not a port: that is a whole number from 1 to 65535.`);
}

function askedPort(args: string[]): string | undefined {
  try {
    return parseArgs({ args, options: { port: { type: 'string' } } }).values.port;
  } catch {
    throw new ServeError(`npm start takes one option, --port: npm start -- --port 8080`);
  }
}

async function start(): Promise<number> {
  const port = chosenPort(process.argv.slice(2), process.env);
  await checkPort(port);
  const stopped = new Promise<void>(whenStopped);

  const code = await runPackage('astro', ['build']);
  if (code === 'stopped') return 0;
  if (code !== 0) return code;

  const base = baseWithSlashes(process.env.BASE);
  const stopServing = await serve('dist', port, base);
  console.log(`\nTransformer Catalog is at ${addressOf(port, base)}\nCtrl-C stops it.`);
  await stopped;
  await stopServing();
  return 0;
}

if (import.meta.main) {
  try {
    process.exitCode = await start();
  } catch (error) {
    if (!(error instanceof ServeError)) throw error;
    console.error(error.message);
    if (error instanceof PortError) console.error('Choose another: npm start -- --port 8080');
    process.exitCode = 1;
  }
}
