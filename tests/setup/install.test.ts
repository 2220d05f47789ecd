import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isInstalled, missingPackages, stampFor, takeTurn } from '../../scripts/setup.mjs';

const lockText = JSON.stringify({
  packages: {
    '': { name: 'a-project' },
    'node_modules/astro': { version: '7.0.0' },
    'node_modules/astro/node_modules/zod': { version: '4.0.0' },
    'node_modules/only-for-windows': { version: '1.0.0', optional: true },
  },
});

describe('the stamp', () => {
  test('is the same for the same lock file and platform', () => {
    expect(stampFor(lockText, 'linux-x64')).toBe(stampFor(lockText, 'linux-x64'));
  });

  test('changes with any change of the lock file', () => {
    expect(stampFor(`${lockText} `, 'linux-x64')).not.toBe(stampFor(lockText, 'linux-x64'));
  });

  test('changes with the platform, for a folder that is carried to another machine', () => {
    expect(stampFor(lockText, 'darwin-arm64')).not.toBe(stampFor(lockText, 'linux-x64'));
  });
});

test('a missing package is named, nested ones too, but not one for another platform', () => {
  expect(missingPackages(lockText, (folder) => folder === 'node_modules/astro')).toEqual([
    'node_modules/astro/node_modules/zod',
  ]);
});

describe('a project is installed', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'catalog-setup-'));
    writeFileSync(join(root, 'package-lock.json'), lockText);
    for (const folder of ['node_modules/astro', 'node_modules/astro/node_modules/zod']) {
      mkdirSync(join(root, folder), { recursive: true });
      writeFileSync(join(root, folder, 'package.json'), '{}');
    }
    writeFileSync(join(root, 'node_modules/.installed'), stampFor(lockText));
  });

  afterEach(() => rmSync(root, { recursive: true }));

  test('when the stamp fits and every package is there', () => {
    expect(isInstalled(root)).toBe(true);
  });

  test('but not without the stamp, as after an interrupted installation', () => {
    rmSync(join(root, 'node_modules/.installed'));
    expect(isInstalled(root)).toBe(false);
  });

  test('nor with the stamp of an earlier lock file', () => {
    writeFileSync(join(root, 'package-lock.json'), lockText.replace('7.0.0', '7.0.1'));
    expect(isInstalled(root)).toBe(false);
  });

  test('nor when a part of node_modules has been deleted', () => {
    rmSync(join(root, 'node_modules/astro/node_modules'), { recursive: true });
    expect(isInstalled(root)).toBe(false);
  });
});

describe('of two installations at once', () => {
  const file = join(tmpdir(), `catalog-turn-${process.pid}`);

  afterEach(() => rmSync(file, { force: true }));

  test('the second waits for the first', async () => {
    const order: string[] = [];
    const release = await takeTurn(file);
    const second = takeTurn(file).then((release) => {
      order.push('second starts');
      release();
    });
    order.push('first ends');
    release();
    await second;
    expect(order).toEqual(['first ends', 'second starts']);
    expect(existsSync(file)).toBe(false);
  });

  test('the second does not wait for one that has died', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(file, `${pid}`);
    const release = await takeTurn(file);
    release();
  });
});

test('a turn that cannot be taken is told, not waited for', async () => {
  const file = join(tmpdir(), 'catalog-no-such-folder', 'turn');
  await expect(takeTurn(file)).rejects.toThrow(`${file} cannot be written`);
});
