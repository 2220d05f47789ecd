import { Worker } from 'node:worker_threads';

/** A call that a thread is begun with. */
export interface Call {
  module: string;
  name: string;
  args: unknown[];
}

/**
 * Calls an exported function in a thread of its own, so that it takes a second processor while a build goes on.
 * Arguments and result are copied: they have to be plain data.
 * @param module the address of the module, such as `import.meta.url`
 * @throws what the function throws
 */
export async function inWorker<Result>(module: string, name: string, ...args: unknown[]): Promise<Result> {
  const call: Call = { module, name, args };
  const worker = new Worker(new URL('called-in-worker.ts', import.meta.url), { workerData: call });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`${name} ended with code ${code} and no result`)));
  });
}
