import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { join, relative, sep } from 'node:path';
import serveStatic from 'serve-static';
import { cachingOf, everyAnswer, typeOf } from '../deploy/response-headers.ts';
import { baseWithSlashes } from './base.ts';
import { whenStopped } from './run.mjs';

/** Whatever `localhost` means to the program that asks. */
const LOCAL_ADDRESSES = ['127.0.0.1', '::1'];

/** A reason not to serve that is for the person to read, without a stack trace. */
export class ServeError extends Error {}

/** The reason is the port: another one would do. */
export class PortError extends ServeError {}

/** The address to type to see a site served here. */
export function addressOf(port: number, base: string): string {
  return `http://localhost:${port}${base}`;
}

/** Throws a PortError when the port cannot be had. */
export async function checkPort(port: number): Promise<void> {
  await close(await listen(() => createServer(), port));
}

/**
 * Serves a built site the way static hosts do: `folder/` by its `index.html`,
 * `folder` by a redirect to `folder/`, all else by `404.html` with status 404; with the headers of scripts/deploy.
 * Returns, once the site answers, the function that stops it.
 * @param wrap what stands between the requests and the site, such as compression
 */
export async function serve(
  folder: string,
  port: number,
  base: string,
  wrap = (answer: RequestListener): RequestListener => answer,
): Promise<() => Promise<void>> {
  if (!existsSync(folder)) throw new ServeError(`There is no ${folder}/ to serve: build the site first.`);
  const answer = wrap(siteAnswer(folder, base));
  const servers = await listen(() => createServer(answer), port);
  const address = addressOf(port, base);
  const status = await fetch(address).then(
    (response) => response.status,
    () => 0,
  );
  if (status !== 200) {
    await close(servers);
    throw new ServeError(
      `${address} does not answer with a page${status ? ` but with status ${status}` : ''}.`,
    );
  }
  return () => close(servers);
}

function siteAnswer(folder: string, base: string): RequestListener {
  const sendFile = serveStatic(folder, {
    setHeaders: (response, path) => setFileHeaders(response, relative(folder, path).replaceAll(sep, '/')),
  });
  const mount = base.slice(0, -1);
  return (request, response) => {
    for (const [name, value] of everyAnswer) response.setHeader(name, value);
    const url = request.url ?? '/';
    const rest = url.slice(mount.length);
    const isBelowMount = url.startsWith(mount) && /^($|[/?])/.test(rest);
    if (!isBelowMount) return sendNotFound(folder, response);

    // serve-static redirects by the whole address and finds files by the rest.
    Object.assign(request, { originalUrl: url, url: rest.startsWith('/') ? rest : `/${rest}` });
    sendFile(request, response, () => sendNotFound(folder, response));
  };
}

function setFileHeaders(response: ServerResponse, path: string): void {
  response.setHeader('Cache-Control', cachingOf(path));
  const type = typeOf(path);
  if (type) response.setHeader('Content-Type', type);
}

function sendNotFound(folder: string, response: ServerResponse): void {
  const page = join(folder, '404.html');
  response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(existsSync(page) ? readFileSync(page) : 'Not found');
}

async function listen(newServer: () => Server, port: number): Promise<Server[]> {
  const servers: Server[] = [];
  try {
    for (const address of LOCAL_ADDRESSES) {
      const server = newServer();
      if (await listenOn(server, address, port)) servers.push(server);
    }
  } catch (error) {
    await close(servers);
    throw error;
  }
  return servers;
}

/** False when this machine has no such address: many have no IPv6. */
function listenOn(server: Server, address: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(false);
      else reject(new PortError(portProblem(error.code ?? error.message, port)));
    });
    server.listen(port, address, () => resolve(true));
  });
}

function portProblem(code: string, port: number): string {
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program.`;
  if (code === 'EACCES') return `Port ${port} is not open to ordinary users.`;
  return `Port ${port} cannot be used (${code}).`;
}

async function close(servers: Server[]): Promise<void> {
  await Promise.all(
    servers.map(
      (server) =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    ),
  );
}

/** `node scripts/lib/serve.ts <folder> <port> <base>`: how the browser tests start it. */
async function main([folder = 'dist', port = '4331', base]: string[]): Promise<void> {
  const stopServing = await serve(folder, Number(port), baseWithSlashes(base));
  whenStopped(stopServing);
}

if (import.meta.main) await main(process.argv.slice(2));
