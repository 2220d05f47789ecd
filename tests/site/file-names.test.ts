import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dist } from './built-site.ts';

const paths = globSync('**/*', { cwd: dist }).map((path) => path.replaceAll('\\', '/'));

/** Names that Windows keeps for devices, with whatever ending. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(\.|$)/i;

/** What is wrong with a path for some host, system or archive. */
function faults(path: string): string[] {
  const parts = path.split('/');
  return [
    // Windows takes 260 for the whole path; the rest is for where someone puts the site.
    ...(path.length > 180 ? ['is long'] : []),
    ...parts.flatMap((part) => [
      ...(reserved.test(part) ? ['is a name that Windows keeps for itself'] : []),
      ...(/[. ]$/.test(part) ? ['ends in a dot or a space'] : []),
      ...(/^[A-Za-z0-9._-]+$/.test(part) ? [] : ['has other signs than letters, digits, dots, hyphens']),
      ...(Buffer.byteLength(part) > 143 ? ['has a long part'] : []),
    ]),
  ].map((fault) => `${path} ${fault}`);
}

test('no file of the site has a name that some system refuses', () => {
  expect(paths.length).toBeGreaterThan(500);
  expect(paths.flatMap(faults)).toEqual([]);
});

test('no two files are one where capitals do not count', () => {
  const byFolded = Map.groupBy(paths, (path) => path.toLowerCase());
  expect([...byFolded.values()].filter((same) => same.length > 1)).toEqual([]);
});

test('a name is found wrong where it is', () => {
  const wrong = [
    'a/con',
    'aux.html',
    'a./b',
    'a /b',
    'a:b',
    'a/é',
    `a/${'b'.repeat(150)}`,
    'c/'.repeat(100) + 'd',
  ];
  expect(wrong.filter((path) => faults(path).length === 0)).toEqual([]);
  expect(
    ['icons/con-x.svg', 'models/bert/index.html', 'licenses/apache-2.0/index.html', '_headers'].flatMap(
      faults,
    ),
  ).toEqual([]);
});
