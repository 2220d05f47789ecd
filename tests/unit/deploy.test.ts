import { describe, expect, test } from 'vitest';
import { headersFile } from '../../scripts/deploy/headers-file.ts';
import { nginxConf } from '../../scripts/deploy/nginx-conf.ts';
import { caching, cachingOf, everyAnswer, typeOf } from '../../scripts/deploy/response-headers.ts';
import { chosenOptions } from '../../scripts/nginx.ts';
import { headerPolicy } from '../../src/security-policy.ts';

const options = { base: '/catalog/', root: '/srv/www', name: 'example.org', port: 80 };

/** Rules of `_headers`: the headers by path. */
function rulesOf(text: string): Map<string, [string, string][]> {
  return new Map(
    text
      .trim()
      .split('\n\n')
      .map((rule) => {
        const [path, ...lines] = rule.split('\n');
        return [path!, lines.map((line) => /^ {2}([\w-]+): (.+)$/.exec(line)!.slice(1) as [string, string])];
      }),
  );
}

/** Whether a rule's path holds for an address, as both hosts say. */
function holds(path: string, address: string): boolean {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(address);
}

describe('_headers', () => {
  test.each(['/', '/catalog/'])('below %s no header stands in two rules for one address', (base) => {
    const rules = [...rulesOf(headersFile(base))];
    const paths = ['', 'models/bert/', 'models/bert.md', 'models/bert.bib', 'feed.xml', 'theme.js'];
    for (const path of [...paths, '_astro/a.css', 'pagefind/index/en_1.pf_index', 'api/v1/models.csv']) {
      const names = rules
        .filter(([rule]) => holds(rule, base + path))
        .flatMap(([, headers]) => headers.map(([name]) => name));
      expect(names, path).toEqual([...new Set(names)]);
      expect(names, path).toContain('Content-Security-Policy');
    }
  });

  test('keeps to what the hosts read: 100 rules, lines of 2,000 characters, one asterisk', () => {
    const text = headersFile('/catalog/');
    expect(rulesOf(text).size).toBeLessThanOrEqual(100);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(2000);
    for (const path of rulesOf(text).keys()) expect(path.split('*').length).toBeLessThanOrEqual(2);
  });
});

describe('the configuration of nginx', () => {
  test('sends what _headers sends', () => {
    const conf = nginxConf(options);
    for (const [name, value] of everyAnswer) expect(conf).toContain(`add_header ${name} "${value}" always;`);
    expect(conf).toContain(headerPolicy());
    expect(conf).not.toMatch(/add_header Cache-Control .* always/);
  });

  test.each([
    [{ base: '/a b/' }, 'is not a base'],
    [{ base: '/a;}/' }, 'is not a base'],
    [{ root: 'srv/www' }, 'is not a folder'],
    [{ root: '/srv/$x' }, 'is not a folder'],
    [{ name: 'example.org; }' }, 'is not the name of a host'],
    [{ port: 0 }, 'is not a port'],
    [{ port: Number('http') }, 'is not a port'],
  ])('refuses %j', (wrong, message) => {
    expect(() => nginxConf({ ...options, ...wrong })).toThrow(message);
  });

  test('takes base and host from what the site is built for', () => {
    const env = { SITE: 'https://example.org', BASE: 'catalog' };
    expect(chosenOptions([], env)).toMatchObject({ base: '/catalog/', name: 'example.org', port: 80 });
    expect(chosenOptions(['--base', '/', '--port', '8080', '--brotli'], env)).toMatchObject({
      base: '/',
      port: 8080,
      brotli: true,
    });
  });
});

test('files with a hash in their names are kept for a year, all that pages name by a fixed name is not', () => {
  expect(cachingOf('_astro/Page.CLeXYGyz.css')).toBe(caching.hashed);
  expect(cachingOf('pagefind/fragment/en_0f01559.pf_fragment')).toBe(caching.hashed);
  for (const path of [
    'index.html',
    'pagefind/pagefind-entry.json',
    'pagefind/pagefind.js',
    'search/names.json',
  ])
    expect(cachingOf(path)).toBe(caching.rest);
});

test('types that servers do not know are named, others are left to them', () => {
  expect(typeOf('models/bert.md')).toBe('text/markdown; charset=utf-8');
  expect(typeOf('feed.xml')).toBe('application/atom+xml; charset=utf-8');
  expect(typeOf('sitemap.xml')).toBeUndefined();
  expect(typeOf('constructor')).toBeUndefined();
});
