import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginBeside, FolderError, putInPlace } from '../../scripts/astro/whole-site.ts';

let folder: string;
let target: string;
const project = import.meta.dirname;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'catalog-whole-'));
  target = join(folder, 'dist');
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

test('a first site is put where nothing was, and the next one in its place', () => {
  for (const text of ['first', 'second']) {
    const building = beginBeside(target, project);
    write(join(building, 'index.html'), text);
    putInPlace(building, target);
    expect(readFileSync(join(target, 'index.html'), 'utf8')).toBe(text);
    expect(readdirSync(folder)).toEqual(['dist']);
  }
});

test('nothing of the former site is left but its git folder', () => {
  write(join(target, '.git/HEAD'), 'main');
  write(join(target, 'old.html'), 'old');
  const building = beginBeside(target, project);
  write(join(building, 'new.html'), 'new');
  putInPlace(building, target);
  expect(readdirSync(target).sort()).toEqual(['.git', 'new.html']);
});

test('remains of builds that have ended are swept away; those of others and of other folders stay', () => {
  const dead = 2 ** 22 + 1;
  const kept = [
    'dist-sub-building-' + dead,
    `dist-building-${process.ppid}`,
    'dist-building-notes',
    'dist-sub',
  ];
  for (const name of [...kept, `dist-building-${dead}`, `dist-former-${dead}`])
    write(join(folder, name, 'x'), '');
  beginBeside(target, project);
  expect(readdirSync(folder).sort()).toEqual([...kept, `dist-building-${process.pid}`].sort());
});

test('what cannot be put in place leaves the former site', () => {
  write(join(target, 'index.html'), 'former');
  expect(() => putInPlace(join(folder, 'never-built'), target)).toThrow(FolderError);
  expect(readFileSync(join(target, 'index.html'), 'utf8')).toBe('former');
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('a folder that holds the project is not replaced, nor one below a file', () => {
  expect(() => beginBeside(folder, join(folder, 'project'))).toThrow('holds the project itself');
  expect(() => beginBeside(folder, folder)).toThrow('holds the project itself');
  write(join(folder, 'file'), '');
  expect(() => beginBeside(join(folder, 'file/dist'), project)).toThrow('a part of its path is a file');
  expect(existsSync(target)).toBe(false);
});
