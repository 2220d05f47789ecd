// npm run nginx: prints a configuration of nginx for the site.
import { parseArgs } from 'node:util';
import { nginxConf, NginxOptionError, type NginxOptions } from './deploy/nginx-conf.ts';
import { baseWithSlashes } from './lib/base.ts';

const usage =
  'npm run --silent nginx -- [--base /catalog/] [--root /srv/www] [--name example.org] [--port 80] [--brotli]';

/** What the command line and the environment choose. */
export function chosenOptions(args: string[], env: NodeJS.ProcessEnv): NginxOptions {
  const text = { type: 'string' } as const;
  const options = { base: text, root: text, name: text, port: text, brotli: { type: 'boolean' } } as const;
  const { base, root, name, port, brotli } = parseArgs({ args, options }).values;
  return {
    base: baseWithSlashes(base ?? env.BASE),
    root: root ?? '/srv/www',
    name: name ?? (env.SITE ? new URL(env.SITE).hostname : '_'),
    port: Number(port ?? 80),
    brotli: brotli ?? false,
  };
}

if (import.meta.main) {
  try {
    process.stdout.write(nginxConf(chosenOptions(process.argv.slice(2), process.env)));
  } catch (error) {
    const isAboutOptions =
      error instanceof NginxOptionError ||
      (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
    if (!isAboutOptions) throw error;
    console.error(`${(error as Error).message}\n${usage}`);
    process.exitCode = 1;
  }
}
