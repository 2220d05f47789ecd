// npm run fields: writes the reference of all fields into CONTRIBUTING.md; with --check says whether it is there.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { withFieldReference } from './fields/reference.ts';

const { check } = parseArgs({ options: { check: { type: 'boolean' } } }).values;
const file = resolve(import.meta.dirname, '../CONTRIBUTING.md');
const text = readFileSync(file, 'utf8');
const current = await withFieldReference(text);
if (current === text) console.log('CONTRIBUTING.md has all fields as the schema has them.');
else if (!check) {
  writeFileSync(file, current);
  console.log('CONTRIBUTING.md has the fields of the schema now.');
} else {
  console.log('CONTRIBUTING.md says other things of the fields than src/schema: run npm run fields');
  process.exitCode = 1;
}
