import type { RequestListener } from 'node:http';
import { createGzip } from 'node:zlib';

const texts = /^(text\/|application\/(javascript|json|manifest\+json|xml|.*\+xml)|image\/svg)/;

/** Answers with texts compressed by gzip at level 6, as most hosts send them, to whoever takes that. */
export function compressing(answer: RequestListener): RequestListener {
  return (request, response) => {
    if (!/\bgzip\b/.test(String(request.headers['accept-encoding']))) return answer(request, response);
    const write = response.write.bind(response) as (chunk: Buffer) => boolean;
    const end = response.end.bind(response) as () => void;
    let zip: ReturnType<typeof createGzip> | undefined;
    /** Whether it is compressed is known when the first piece comes. */
    const compressed = () => {
      if (zip || response.headersSent) return zip;
      if (!texts.test(String(response.getHeader('Content-Type')))) return undefined;
      response.removeHeader('Content-Length');
      response.setHeader('Content-Encoding', 'gzip');
      response.setHeader('Vary', 'Accept-Encoding');
      zip = createGzip({ level: 6 });
      zip
        .on('data', write)
        .on('end', end)
        .on('drain', () => response.emit('drain'));
      return zip;
    };
    const piece = (chunk: unknown) =>
      typeof chunk === 'string' || chunk instanceof Uint8Array ? Buffer.from(chunk) : undefined;
    Object.assign(response, {
      write: (chunk: unknown) => {
        const to = compressed();
        return to ? to.write(piece(chunk)!) : write(piece(chunk)!);
      },
      end: (chunk?: unknown) => {
        const last = piece(chunk);
        if (last && last.length > 0) compressed();
        if (zip) zip.end(last);
        else {
          if (last) write(last);
          end();
        }
        return response;
      },
    });
    answer(request, response);
  };
}
