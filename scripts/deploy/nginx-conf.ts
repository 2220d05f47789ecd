import {
  briefFiles,
  caching,
  everyAnswer,
  hashedFolders,
  typesByEnding,
  typesByFile,
} from './response-headers.ts';

export interface NginxOptions {
  /** The base that the site was built for, such as `/` or `/catalog/`. */
  base: string;
  /** The folder below which the base lies: the site of `/catalog/` is in `/srv/www/catalog` where this is `/srv/www`. */
  root: string;
  /** The host, `_` for any. */
  name: string;
  port: number;
  /** Compress by Brotli too, for which nginx needs a module. */
  brotli?: boolean;
}

/** A choice that cannot be written into a configuration. */
export class NginxOptionError extends Error {}

/** What is text. Pagefind's index files are compressed as they are. */
const compressed = [
  ...Object.values(typesByEnding),
  ...Object.values(typesByFile),
  'application/javascript',
  'application/json',
  'application/xml',
  'image/svg+xml',
  'text/css',
  'text/javascript',
  'text/plain',
  'text/xml',
].sort();

const withCharset = compressed.filter((type) => type !== 'image/svg+xml');

function pattern(path: string): string {
  return path.replace(/[.+]/g, '\\$&');
}

function refuseUnwritable({ base, root, name, port }: NginxOptions): void {
  const problem = !/^\/([\w.~-]+\/)*$/.test(base)
    ? `"${base}" is not a base; expected one such as /catalog/`
    : !/^\/[\w./~-]*$/.test(root)
      ? `"${root}" is not a folder that nginx can be told; expected one such as /srv/www`
      : !/^[\w.*-]+( [\w.*-]+)*$/.test(name)
        ? `"${name}" is not the name of a host; expected one such as example.org`
        : !Number.isInteger(port) || port < 1 || port > 65535
          ? `"${port}" is not a port: that is a whole number from 1 to 65535`
          : undefined;
  if (problem) throw new NginxOptionError(problem);
}

/**
 * A configuration of nginx for the built site: a file for its `conf.d`, or a map and a location to take into a
 * server that is there.
 * @throws NginxOptionError where an option names nothing or could end a directive
 */
export function nginxConf(options: NginxOptions): string {
  refuseUnwritable(options);
  const { base, root, name, port, brotli = false } = options;
  const list = (words: readonly string[]) => words.map((word) => `\n            ${word}`).join('');
  const headers = everyAnswer.map(([header, value]) => `        add_header ${header} "${value}" always;`);
  const types = Object.entries(typesByEnding).map(([ending, type]) => `            ${type} ${ending};`);
  const files = Object.entries(typesByFile).map(
    ([file, type]) => `        location = ${base}${file} {
            types { }
            default_type ${type};
        }`,
  );
  const withBrotli = `
        brotli on;
        brotli_comp_level 6;
        brotli_min_length 512;
        brotli_types${list(compressed)};
`;
  const withoutSlash = `    location = ${base.slice(0, -1)} {
        absolute_redirect off;
        return 301 ${base};
    }

`;
  return `# Written by \`npm run nginx\`; change its options or scripts/deploy/, not this text.
# The content of dist/ belongs into ${(root + base).replace(/\/+/g, '/')}

map $uri $transformer_catalog_caching {
    default "${caching.rest}";
    "~^${pattern(base)}(${hashedFolders.join('|')})/" "${caching.hashed}";
    "~^${pattern(base)}(${briefFiles.map(pattern).join('|')})$" "${caching.brief}";
}

server {
    listen ${port};
    listen [::]:${port};
    server_name ${name};

${base === '/' ? '' : withoutSlash}    location ${base} {
        root ${root};
        index index.html;
        error_page 403 404 =404 ${base}404.html;
        # The address of a folder without its slash is sent on within the same host, port and scheme.
        absolute_redirect off;

        # Without "always": that a file is missing must not be remembered for a year.
        add_header Cache-Control $transformer_catalog_caching;
${headers.join('\n')}

        default_type application/octet-stream;
        include mime.types;
        types {
${types.join('\n')}
        }
        charset utf-8;
        charset_types${list(withCharset)};

        gzip on;
        gzip_vary on;
        gzip_proxied any;
        gzip_comp_level 6;
        gzip_min_length 512;
        gzip_types${list(compressed)};
${brotli ? withBrotli : ''}
${files.join('\n')}
        location = ${base}404.html {
            internal;
        }
        location = ${base}_headers {
            internal;
        }
    }
}
`;
}
