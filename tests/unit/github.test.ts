import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { correctionAddress, proposalAddress } from '../../src/catalog/addresses.ts';
import { site } from '../../src/site.ts';

const root = resolve(import.meta.dirname, '../..');
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const files = globSync('.github/**/*.yml', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
const workflows = files.filter((file) => file.startsWith('.github/workflows/'));
const forms = files.filter((file) => file.includes('ISSUE_TEMPLATE/') && !file.endsWith('/config.yml'));
const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };

interface Step {
  uses?: string;
  run?: string;
}

interface Field {
  type: string;
  id?: string;
  attributes: { label?: string };
  validations?: { required?: boolean };
}

function valuesOf<Values>(file: string): Values {
  const document = parseDocument(text(file));
  expect([file, document.errors]).toEqual([file, []]);
  return document.toJS() as Values;
}

function stepsOf(file: string): Step[] {
  const { jobs } = valuesOf<{ jobs: Record<string, { steps: Step[] }> }>(file);
  return Object.values(jobs).flatMap(({ steps }) => steps);
}

function fieldsOf(form: string): Field[] {
  return valuesOf<{ body: Field[] }>(form).body.filter(({ type }) => type !== 'markdown');
}

describe('workflows', () => {
  test.each(workflows)('%s runs commands that npm has', (file) => {
    const commands = stepsOf(file).flatMap(({ run }) => run?.trim().split('\n') ?? []);
    expect(commands.length).toBeGreaterThan(0);
    for (const command of commands) {
      const script = /^npm (?:run ([\w-]+)|(test|start))$/.exec(command);
      expect(Object.keys(scripts), command).toContain(script?.[1] ?? script?.[2]);
    }
  });

  test.each(workflows)('%s takes actions at a commit and says which release that is', (file) => {
    const lines = text(file)
      .split('\n')
      .filter((line) => /\buses:/.test(line));
    expect(lines).toHaveLength(stepsOf(file).filter(({ uses }) => uses).length);
    for (const line of lines) expect(line).toMatch(/uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });
});

describe('issue forms', () => {
  test('there are three', () => {
    expect(forms.map((file) => file.split('/').at(-1)).sort()).toEqual([
      'add-model.yml',
      'correct-value.yml',
      'site-problem.yml',
    ]);
  });

  test.each(forms)('%s names each field once, and each field has a label', (form) => {
    const fields = fieldsOf(form);
    const ids = fields.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const { id, attributes } of fields) expect([id, attributes.label]).not.toContain(undefined);
  });

  test.each(['add-model', 'correct-value'])('%s requires a source', (name) => {
    const source = fieldsOf(`.github/ISSUE_TEMPLATE/${name}.yml`).find(({ id }) => id === 'source');
    expect(source?.validations?.required).toBe(true);
  });

  test.each([
    proposalAddress(site.repository),
    proposalAddress(site.repository, 'Größte & Co + "x"'),
    correctionAddress(site.repository, 'BERT'),
  ])('the link %s leads to a form and fills in fields that it has', (address) => {
    const { template, title, ...fields } = Object.fromEntries(new URL(address).searchParams);
    const ids = fieldsOf(`.github/ISSUE_TEMPLATE/${template}`).map(({ id }) => id);
    expect(title).toBeTruthy();
    for (const [id, value] of Object.entries(fields)) {
      expect(ids).toContain(id);
      expect(title).toContain(value);
    }
  });
});
