// The other side of in-worker.ts: what runs in the thread.
import { parentPort, workerData } from 'node:worker_threads';
import type { Call } from './in-worker.ts';

const { module, name, args } = workerData as Call;
const exports = (await import(module)) as Record<string, (...args: unknown[]) => unknown>;
parentPort!.postMessage(await exports[name]!(...args));
