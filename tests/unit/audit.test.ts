import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { audit } from '../../scripts/audit.ts';
import type { Answer } from '../../scripts/audit/answer.ts';
import { compare, type Comparison } from '../../scripts/audit/compare.ts';
import { claimsOf, contentHash, draw, type Claim } from '../../scripts/audit/draw.ts';
import { judgementText, readJudgement } from '../../scripts/audit/judgement.ts';
import { outcome, reportText, type ReportRow } from '../../scripts/audit/report.ts';
import { questionOf, readSheet, sheetText } from '../../scripts/audit/sheet.ts';
import { SheetError } from '../../scripts/audit/strict-yaml.ts';
import { checkOverlay, layOver, today, withTree } from './trees.ts';

const { content } = await checkOverlay({});
const claims = claimsOf(content.models);
const hash = createHash('sha256').update('content').digest('hex');

/** The problems of a sheet that is not as it should be. */
function problemsOf(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof SheetError) return error.problems;
    throw error;
  }
  return [];
}

/** Fills in the sheet's claims, one answer after the other; undefined stands for a source that could not be opened. */
function filledIn(sheet: string, answers: (string | undefined)[]): string {
  let next = 0;
  return sheet.replace(/opened:\n {4}found:/g, () => {
    const answer = answers[next++];
    return answer === undefined ? 'opened: no\n    found:' : `opened: yes\n    found: ${answer}`;
  });
}

describe('the draw', () => {
  test('claims are the facts whose strongest evidence is checked', () => {
    expect(claims.map(({ slug, field }) => `${slug} ${field}`)).toEqual([
      'acorn released',
      'acorn dates.announcement',
      'acorn architecture',
      'acorn objectives.pretraining',
      'acorn variants.110M.parameters',
      'acorn variants.110M.context',
      'acorn license.code',
      'acorn license.weights',
      'oak variants.1.5B.parameters',
      'oak variants.1.5B.context',
      'oak variants.1.5B.parts.router',
    ]);
  });

  test('what is unresolved or assumed is no claim', async () => {
    const { content } = await checkOverlay({});
    const models = structuredClone(content.models);
    const acorn = models.find(({ slug }) => slug === 'acorn')!.data;
    acorn.unresolved = [{ for: 'released', why: 'Two pages differ.' }];
    acorn.assumed = ['context'];
    const fields = claimsOf(models).map(({ field }) => field);
    expect(fields).not.toContain('released');
    expect(fields).not.toContain('variants.110M.context');
    expect(fields).toContain('variants.110M.parameters');
  });

  test('a fact made up of parts is claimed where all of them are checked, and all are to be read', async () => {
    const { content } = await checkOverlay({});
    const models = structuredClone(content.models);
    const acorn = models.find(({ slug }) => slug === 'acorn')!.data;
    const row = acorn.evidence.find((other) => other.for?.includes('architecture'))!;
    row.part = ['architecture'];
    const rest = { ...row, kind: 'secondary' as const, read: 'https://example.org/rest' };
    acorn.evidence.push(rest);
    const asked = () =>
      claimsOf(models).find(({ slug, field }) => slug === 'acorn' && field === 'architecture');
    expect(asked()!.read).toBe(`https://example.org/rest; and ${row.read}`);
    delete (rest as { checked?: string }).checked;
    expect(asked()).toBeUndefined();
  });

  test('is the same for the same content, whatever the order of its claims', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(claims, { minLength: claims.length }), (shuffled) => {
        expect(draw(shuffled, 5, hash)).toEqual(draw(claims, 5, hash));
      }),
    );
  });

  test('is another one for other content and for another seed', () => {
    const names = (drawn: Claim[]) => drawn.map(({ slug, field }) => `${slug} ${field}`).join();
    const draws = [
      draw(claims, 9, hash),
      draw(claims, 9, `${hash}0`),
      draw(claims, 9, hash, '1'),
      draw(claims, 9, hash, '2'),
    ];
    expect(new Set(draws.map(names)).size).toBe(4);
  });

  test('draws each claim once, and about as often as any other', () => {
    const counts = new Map<Claim, number>();
    for (let seed = 0; seed < 2000; seed++) {
      const drawn = draw(claims, 3, hash, String(seed));
      expect(new Set(drawn).size).toBe(3);
      for (const claim of drawn) counts.set(claim, (counts.get(claim) ?? 0) + 1);
    }
    const fair = (2000 * 3) / claims.length;
    for (const claim of claims) {
      expect(counts.get(claim)).toBeGreaterThan(fair * 0.8);
      expect(counts.get(claim)).toBeLessThan(fair * 1.2);
    }
    expect(draw(claims, 100, hash)).toHaveLength(claims.length);
  });

  test('the hash sees every byte and path, but not how lines end', () => {
    const file = (path: string, text: string) => ({ path, bytes: Buffer.from(text) });
    const of = (...files: { path: string; bytes: Buffer }[]) => contentHash(files);
    const [a, b] = [file('a.md', 'x\ny\n'), file('b.md', 'z')];
    expect(of(a, b)).toBe(of(b, a));
    expect(of(a, b)).toBe(of(file('a.md', 'x\r\ny\r\n'), b));
    const others = [
      of(a),
      of(a, file('b.md', 'Z')),
      of(a, file('c.md', 'z')),
      of(file('a.md', 'x\ny\nz'), file('b.md', '')),
      of(),
    ];
    expect(new Set([of(a, b), ...others]).size).toBe(6);
  });
});

describe('the work sheet', () => {
  const sheet = sheetText(draw(claims, claims.length, hash), hash, 'seed 1');

  test('shows model, fact, source and what was opened, but neither the value nor what the source says', () => {
    const { claims: shown } = parse(sheet) as { claims: Record<string, unknown>[] };
    const asked = shown.find(({ field }) => field === 'variants.110M.context');
    expect(asked).toEqual({
      number: expect.any(Number),
      model: 'Acorn',
      slug: 'acorn',
      field: 'variants.110M.context',
      asked:
        'context window in tokens (longest sequence), such as 4096, without an extension that has to be switched on',
      source: 'arxiv:1806.01234',
      at: 'Table 1',
      read: 'https://arxiv.org/abs/1806.01234',
      opened: null,
      found: null,
    });
    for (const hidden of ['110 million', '512', '11 June', '2018-06-11', 'MIT License', 'clm']) {
      expect(sheet.split('claims:')[1]).not.toContain(hidden);
    }
  });

  test('asks in words that fit the fact', () => {
    const asked = (field: string) => questionOf({ field });
    expect(asked('variants.1.5B.parameters')).toBe('number of parameters, such as 125M');
    expect(asked('variants.1.5B.parts.U-Net')).toBe('number of parameters of this part, such as 125M');
    expect(asked('dates.weights')).toBe('date of the weights');
    expect(asked('license.code')).toBe('licence of the code');
    expect(asked('links.code')).toBe('address of the code');
    expect(asked('weights')).toBe('who can have the weights: open, gated, api, none');
    for (const { field } of claims) expect(asked(field)).not.toBe(field);
  });

  test('comes back as it was filled in, and nothing is taken for a number or a date', () => {
    const written = [
      '110M',
      '2018-06-11',
      '512',
      '[text, code]',
      '{ layers: 12 }',
      '"with: colon # and more"',
      undefined,
      'yes',
      '1e3',
      '~',
      '007',
    ];
    const { answers, contentHash, seed } = readSheet('sheet.yaml', filledIn(sheet, written));
    expect(answers.map(({ found }) => found)).toEqual([
      ...[
        '110M',
        '2018-06-11',
        '512',
        ['text', 'code'],
        { layers: '12' },
        'with: colon # and more',
        undefined,
        'yes',
        '1e3',
        '~',
        '007',
      ],
    ]);
    expect([contentHash, seed]).toEqual([hash, 'seed 1']);
    expect(answers.map(({ number }) => number)).toEqual(claims.map((_, index) => index + 1));
  });

  test('whatever a claim holds, the sheet can be read again', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.constantFrom('yes', '~', '1', '- a', '# b', 'a: b', '"', '&x', '!y', '2019-01-01'),
    );
    fc.assert(
      fc.property(text, text, text, (model, at, read) => {
        const claim = { slug: 'a', model, field: 'released', source: 'https://x.org', at, read };
        const { answers } = readSheet('sheet.yaml', filledIn(sheetText([claim], hash), ['2019']));
        expect(answers).toEqual([{ number: 1, slug: 'a', field: 'released', found: '2019' }]);
      }),
    );
  });

  describe('is refused with every line that is wrong', () => {
    const two = sheetText(claims.slice(0, 2), hash);
    const good = filledIn(two, ['2018', 'not stated']);
    const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;
    const first = lineOf(two, '- number: 1');
    const second = lineOf(two, '- number: 2');
    const refused = (text: string) => problemsOf(() => readSheet('s.yaml', text));

    test('none', () => expect(refused(good)).toEqual([]));

    test('not filled in', () =>
      expect(refused(two)).toEqual([
        `s.yaml:${first}  claim 1: opened is empty; expected yes or no`,
        `s.yaml:${second}  claim 2: opened is empty; expected yes or no`,
      ]));

    test('half filled in', () => {
      expect(refused(good.replace('    opened: yes', '    opened: maybe'))).toEqual([
        `s.yaml:${first}  claim 1: opened is "maybe"; expected yes or no`,
      ]);
      expect(refused(good.replace('found: 2018', 'found:'))).toEqual([
        `s.yaml:${first}  claim 1: found is empty; expected what the source gives, or "not stated"`,
      ]);
      expect(refused(good.replace('found: 2018', 'found: []'))).toHaveLength(1);
      expect(refused(good.replace('    opened: yes', '    opened: no'))).toEqual([
        `s.yaml:${first}  claim 1: found is filled in, but opened is no`,
      ]);
    });

    test('other lines changed', () => {
      expect(refused(good.replace('number: 2', 'number: 3'))).toEqual([
        `s.yaml:${second}  claim 2: number is "3"; expected 2, as it was printed`,
      ]);
      expect(refused(good.replace('found: 2018', 'foudn: 2018'))).toEqual([
        `s.yaml:${lineOf(good, 'found: 2018')}  item 1 of claims has the unknown key "foudn"; nearest: "found"`,
        `s.yaml:${first}  item 1 of claims lacks the key "found"`,
      ]);
      expect(refused(good.replace(hash, 'abc'))).toEqual([
        `s.yaml:${lineOf(good, 'contentHash')}  contentHash is not a hash; it was printed with the sheet`,
      ]);
      expect(refused(good.replace(/^contentHash.*\n/m, ''))).toHaveLength(1);
    });

    test('not YAML', () => {
      expect(refused(good.replace('found: 2018', 'found: in Table 1: 2018'))).toEqual([
        `s.yaml:${lineOf(good, 'found: 2018')}  is not YAML: put a text with a colon in quotes`,
      ]);
      expect(refused(good.replace('found: 2018', 'found: [2018'))).not.toEqual([]);
    });

    test('no sheet at all', () => {
      expect(refused('')).toEqual(['s.yaml:1  is not a sheet; expected contentHash: … on its first line']);
      expect(refused('just text')).toHaveLength(1);
      expect(refused('- a list')).toHaveLength(1);
      expect(refused(`contentHash: ${hash}\nseed: ""\nclaims: none\n`)).toEqual([
        's.yaml:1  claims is not a list',
      ]);
      expect(refused(`contentHash: ${hash}\nseed: ""\nclaims: []\n`)).toEqual(['s.yaml:3  claims is empty']);
      expect(refused(`contentHash: ${hash}\nseed: ""\nclaims: [one]\n`)).toEqual([
        's.yaml:3  item 1 of claims is not a group of keys',
      ]);
    });
  });
});

describe('comparison', () => {
  const claim = (field: string, value: unknown, figure: Claim['figure'] = 'other'): Claim => {
    return { slug: 'x', model: 'X', field, figure, value, source: 'https://x.org', read: 'https://x.org' };
  };
  const size = claim('variants.base.parameters', 110e6, 'count');
  const window = claim('variants.base.context', 32768, 'tokens');
  const day = claim('released', '2018-10-11', 'date');
  const month = claim('released', '2018-10', 'date');
  const license = claim('license.code', 'apache-2.0', 'license');
  const objectives = claim('objectives.pretraining', ['mlm', 'clm']);
  const config = claim('variants.base.config', { layers: 12, width: 768 });

  test.for<[string, Claim, Answer, Comparison]>([
    ['count', size, '110M', 'agreed'],
    ['count', size, '110 million parameters', 'agreed'],
    ['count', size, '110,000,000', 'agreed'],
    ['count', size, '109M', 'disagreed'],
    ['count', size, '110B', 'disagreed'],
    ['count', size, '110', 'disagreed'],
    ['count', size, '110M and 340M', 'judge'],
    ['count', size, 'a hundred million', 'judge'],
    ['count', size, ['110M'], 'judge'],
    ['count', size, 'not stated', 'disagreed'],
    ['count', size, 'Not stated', 'disagreed'],
    ['tokens', window, '32K', 'judge'],
    ['tokens', window, '32,768', 'agreed'],
    ['tokens', window, '4096', 'disagreed'],
    ['date', day, '11 Oct 2018', 'agreed'],
    ['date', day, '2018-10-11T09:00:00Z', 'agreed'],
    ['date', day, '12 Oct 2018', 'disagreed'],
    ['date', day, '2017', 'disagreed'],
    ['date', day, 'October 2018', 'judge'],
    ['date', day, '11 Oct 2018, last revised 24 May 2019', 'judge'],
    ['date', day, 'some time ago', 'judge'],
    ['date', month, '11 Oct 2018', 'agreed'],
    ['date', month, 'October 2018', 'agreed'],
    ['date', month, 'November 2018', 'disagreed'],
    ['licence', license, 'Apache-2.0', 'agreed'],
    ['licence', license, 'apache 2.0', 'agreed'],
    ['licence', license, 'Apache License 2.0', 'agreed'],
    ['licence', license, 'MIT', 'disagreed'],
    ['licence', license, 'a licence of their own', 'judge'],
    ['terms', objectives, ['CLM', 'masked language modelling'], 'agreed'],
    ['terms', objectives, 'MLM, CLM', 'agreed'],
    ['terms', objectives, 'MLM and CLM', 'agreed'],
    ['terms', objectives, ['mlm'], 'disagreed'],
    ['terms', objectives, ['mlm', 'clm', 'lm'], 'disagreed'],
    ['terms', objectives, ['mlm', 'guessing'], 'judge'],
    ['terms', objectives, { one: 'mlm' }, 'judge'],
    ['architecture', claim('architecture', 'encoder-decoder'), 'Encoder-Decoder', 'agreed'],
    ['architecture', claim('architecture', 'encoder-decoder'), 'decoder', 'disagreed'],
    ['architecture', claim('architecture', 'encoder-decoder'), 'two towers', 'judge'],
    ['labs', claim('labs', ['forest-lab']), 'The Forest', 'agreed'],
    ['labs', claim('labs', ['forest-lab']), 'Grove Lab', 'judge'],
    ['weights', claim('weights', 'open'), 'Open', 'agreed'],
    ['weights', claim('weights', 'open'), 'api', 'disagreed'],
    ['weights', claim('weights', 'open'), 'free to download', 'judge'],
    ['link', claim('links.code', 'https://x.org/Code'), 'http://www.x.org/code/', 'agreed'],
    ['link', claim('links.code', 'https://x.org/code'), 'https://y.org', 'judge'],
    ['config', config, { layers: '12', width: '768', heads: '12' }, 'agreed'],
    ['config', config, { layers: '12' }, 'judge'],
    ['config', config, { layers: '24' }, 'disagreed'],
    ['config', config, { layers: 'twelve' }, 'judge'],
    ['config', config, '12 layers', 'judge'],
    ['corpus', claim('corpus', ['leaves']), 'leaves', 'judge'],
    ['extends', claim('extends', [{ model: 'acorn', by: ['data'] }]), 'acorn', 'judge'],
  ])('%s: %j and %j: %s', ([, of, found, expected]) => expect(compare(of, found, content)).toBe(expected));

  test('each claim of the valid tree agrees with its own value', () => {
    for (const one of claims) {
      const own = Array.isArray(one.value) ? (one.value as string[]) : String(one.value);
      expect(compare(one, own, content), one.field).toBe('agreed');
    }
  });
});

describe('judgement', () => {
  const cases = [
    { number: 2, model: 'X', field: 'corpus', found: ['leaves: green', 'bark'], catalog: 'leaves, bark' },
    { number: 5, model: 'Y', field: 'extends', found: '# acorn', catalog: 'model: acorn' },
  ];
  const text = judgementText(cases, hash);
  const read = (filled: string) => readJudgement('j.yaml', filled, cases, hash);
  const good = text.replace('agree:\n', 'agree: yes\n').replace(/agree:\n/, 'agree: no\n');

  test('shows answer and value side by side', () => {
    expect(parse(text)).toMatchObject({
      cases: [{ found: 'leaves: green, bark', catalog: 'leaves, bark', agree: null }, { number: 5 }],
    });
  });

  test('comes back', () =>
    expect([...read(good)]).toEqual([
      [2, true],
      [5, false],
    ]));

  test('is refused where it is not as it should be', () => {
    expect(problemsOf(() => read(text))).toEqual([
      'j.yaml:5  claim 2: agree is empty; expected yes or no',
      'j.yaml:12  claim 5: agree is empty; expected yes or no',
    ]);
    expect(problemsOf(() => read(good.replace('number: 5', 'number: 7')))).toEqual([
      'j.yaml:12  claim 7 is not one that has to be judged',
    ]);
    expect(problemsOf(() => read(good.replace('number: 5', 'number: 2')))).toEqual([
      'j.yaml:12  claim 2 stands twice',
    ]);
    expect(problemsOf(() => read(good.slice(0, good.indexOf('\n  - number: 5'))))).toEqual([
      'j.yaml:1  claim 5 is missing',
    ]);
    expect(problemsOf(() => read(good.replace('catalog: leaves', 'catalog: twigs')))).toHaveLength(1);
    expect(problemsOf(() => read(good.replace(hash, hash.replace(/./g, '0'))))).toHaveLength(1);
  });
});

describe('report', () => {
  const row = (number: number, fields: Partial<ReportRow>): ReportRow => {
    return {
      number,
      slug: 'acorn',
      field: 'released',
      source: 'https://x.org',
      found: 'a',
      catalog: 'b',
      verdict: 'agreed',
      ...fields,
    };
  };
  const rows = [
    row(1, {}),
    row(2, { verdict: 'agreed', judged: true }),
    row(3, { verdict: 'disagreed', found: ['pipe | and <b>', 'line\nbreak'] }),
    row(4, { verdict: 'not opened', found: undefined }),
  ];
  const report = { date: '2026-06-30', contentHash: hash, seed: '', auditor: 'Ash: "the" #1', rows };

  test('counts what could not be opened apart', () => {
    expect(outcome(rows)).toBe('2 of 3 opened claims agree (66.7 %); 1 of 4 could not be opened.');
    expect(outcome([row(1, { verdict: 'not opened' })])).toBe(
      '0 of 0 opened claims agree; 1 of 1 could not be opened.',
    );
  });

  test('has its figures as front matter and its claims as a table', () => {
    const text = reportText(report);
    expect(parse(text.split('---\n')[1]!)).toEqual({
      date: '2026-06-30',
      contentHash: hash,
      sample: 4,
      opened: 3,
      agreed: 2,
      disagreed: 1,
      notOpened: 1,
      auditor: 'Ash: "the" #1',
    });
    const table = text.split('\n').filter((line) => line.startsWith('|'));
    expect(table).toHaveLength(6);
    expect(table[3]).toMatch(/agreed, judged by a person \|$/);
    expect(table[4]).toContain('pipe \\| and \\<b\\>, line break');
    expect(table[5]).toContain('| not opened |');
  });

  test('says that the content was changed', () => {
    const withdrawn = row(5, { verdict: 'withdrawn', catalog: undefined });
    const text = reportText({ ...report, rows: [...rows, withdrawn], comparedWith: 'f'.repeat(64) });
    expect(parse(text.split('---\n')[1]!)).toMatchObject({
      contentChanged: true,
      withdrawn: 1,
      opened: 3,
      sample: 5,
    });
    expect(text).toContain('The content was changed between the draw and the comparison');
  });
});

describe('the command', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'catalog-audit-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  let files = 0;
  const newFile = () => join(folder, `sheet-${++files}.yaml`);
  const save = async (text: string): Promise<string> => {
    const file = newFile();
    await writeFile(file, text);
    return file;
  };
  const failure = async (root: string, ...args: string[]): Promise<string> => {
    const [result] = await Promise.allSettled([audit(args, root, today)]);
    return result.status === 'rejected' ? (result.reason as Error).message : `succeeded: ${result.value}`;
  };
  const right: Record<string, string> = {
    'dates.announcement': '11 June 2018',
    architecture: 'decoder',
    'objectives.pretraining': 'a loss of their own',
    'variants.110M.parameters': '110 million',
    'variants.110M.context': '512 tokens',
    'license.code': 'MIT',
    'license.weights': 'Apache 2.0',
    'variants.1.5B.parameters': '1.5B',
    'variants.1.5B.context': '1024',
    'variants.1.5B.parts.router': '25M',
  };
  const answered = (sheet: string): string => {
    const fields = [...sheet.matchAll(/ field: (.*)/g)].map((match) => match[1]!);
    return filledIn(
      sheet,
      fields.map((field) => (field === 'released' ? undefined : right[field])),
    );
  };

  test('goes from a sheet to a committed record, and keeps every record', () =>
    withTree({}, async (root) => {
      const sheet = newFile();
      expect(await audit(['--sample', '20', '--out', sheet], root, today)).toBe(
        `Written to ${sheet}: 11 of 11 claims`,
      );
      const text = await readFile(sheet, 'utf8');
      expect(await audit(['--sample', '20'], root, today)).toBe(text.trimEnd());
      const earlier = reportText({
        date: '2026-01-01',
        contentHash: '01234567',
        seed: '',
        auditor: 'Ash',
        rows: [],
      });
      await layOver(root, { 'audits/2026-01-01-01234567.md': earlier });
      expect(await audit(['--sample', '20'], root, today), 'audits are no content').toBe(text.trimEnd());

      const filled = await save(answered(text));
      expect(await failure(root, '--score', filled)).toBe(
        '1 answer has to be compared by a person: print them with --judge, and give the result as --judged FILE.',
      );
      const judgement = await audit(['--judge', filled], root, today);
      expect(judgement).toContain('catalog: clm');
      const judged = await save(judgement.replace(/agree:$/m, 'agree: yes'));
      const score = ['--score', filled, '--judged', judged, '--auditor', 'Ash Grove'];
      const said = await audit(score, root, today);
      expect(said).toMatch(
        /^9 of 10 opened claims agree \(90\.0 %\); 1 of 11 could not be opened\.\nWritten to content\/audits\/2026-06-30-[0-9a-f]{8}\.md$/,
      );
      expect(await audit(score, root, today)).toMatch(/-2\.md$/);
      const records = (await readdir(join(root, 'audits'))).sort();
      expect(records).toHaveLength(3);
      const record = await readFile(join(root, 'audits', records[2]!), 'utf8');
      expect(parse(record.split('---\n')[1]!)).toMatchObject({
        date: today,
        sample: 11,
        opened: 10,
        agreed: 9,
        disagreed: 1,
        notOpened: 1,
        auditor: 'Ash Grove',
      });
      expect(record).toContain('| acorn | license.weights | Apache 2.0 | mit |');
    }));

  test('refuses a sheet of other content, unless it is told', () =>
    withTree({}, async (root) => {
      const sheet = await audit(['--sample', '3'], root, today);
      const filled = await save(filledIn(`${sheet}\n`, [undefined, undefined, undefined]));
      await layOver(root, {
        'traits/recurrence.md': '---\nlabel: Recurrence\ndescription: It remembers.\n---\n',
      });
      expect(await failure(root, '--score', filled)).toContain(
        'The content has changed since this sheet was printed',
      );
      expect(await audit(['--score', filled, '--content-changed'], root, today)).toContain(
        '3 of 3 could not be opened',
      );
      const [record] = await readdir(join(root, 'audits'));
      expect(await readFile(join(root, 'audits', record!), 'utf8')).toContain('contentChanged: true');
    }));

  test('refuses a sheet whose claims were chosen', () =>
    withTree({}, async (root) => {
      const sheet = `${await audit(['--sample', '4'], root, today)}\n`;
      const filled = filledIn(sheet, [undefined, undefined, undefined, undefined]);
      const other = filled.replace(/( field: ).*/, '$1dates.paper');
      expect(await failure(root, '--score', await save(other))).toContain('is not the one that was drawn');
      expect(await failure(root, '--score', await save(filled.replace('seed: ""', 'seed: lucky')))).toContain(
        'is not the one that was drawn',
      );
    }));

  test('draws from the entries of some days only, and the record says which', () =>
    withTree({}, async (root) => {
      const all = await audit(['--sample', '20'], root, today);
      const added = /^added: (\S+)$/m.exec(await readFile(join(root, 'models/acorn.md'), 'utf8'))![1]!;
      const since = await audit(['--sample', '20', '--added-since', added], root, today);
      expect(since).toContain(`scope: added since ${added}`);
      expect(since.replace(/^scope: .*\n/m, '')).toBe(all);
      expect(await failure(root, '--sample', '20', '--added-until', '2001-01-01')).toBe(
        'No claim is marked checked: there is nothing to audit.',
      );
      const filled = await save(answered(`${since}\n`));
      const judged = await save(
        (await audit(['--judge', filled], root, today)).replace(/agree:$/m, 'agree: yes'),
      );
      await audit(['--score', filled, '--judged', judged], root, today);
      const [record] = await readdir(join(root, 'audits'));
      expect(await readFile(join(root, 'audits', record!), 'utf8')).toContain(`scope: added since ${added}`);
      expect(await failure(root, '--sample', '3', '--added-since', 'May')).toContain('names no day');
      expect(await failure(root, '--sample', '3', '--added-since', added, '--added-until', added)).toContain(
        'do not go together',
      );
    }));

  test('says what is wrong with its arguments', () =>
    withTree({}, async (root) => {
      expect(await failure(root)).toMatch(/^Expected one of --sample, --judge, --score\./);
      expect(await failure(root, '--sample', '3', '--score', 'x')).toMatch(/^Expected one of/);
      expect(await failure(root, '--smaple', '3')).toContain("'--smaple'");
      expect(await failure(root, 'three')).toContain("'three'");
      for (const size of ['0', '-1', 'all', '1.5', ''])
        expect(await failure(root, `--sample=${size}`)).toContain(`--sample is "${size}"; expected how many`);
      expect(await failure(root, '--sample', '3', '--auditor', 'Ash')).toMatch(
        /^--auditor does not go with --sample/,
      );
      expect(await failure(root, '--score', join(folder, 'none.yaml'))).toMatch(
        /none\.yaml cannot be read: ENOENT$/,
      );
      const sheet = newFile();
      await writeFile(sheet, 'filled in with care');
      expect(await failure(root, '--sample', '3', '--out', sheet)).toMatch(
        /is there already; choose another name$/,
      );
      expect(await readFile(sheet, 'utf8')).toBe('filled in with care');
      expect(await audit(['--help'], root, today)).toContain('npm run audit');
    }));

  test('refuses content with errors, and content without checked claims', () =>
    withTree({}, async (root) => {
      await layOver(root, { 'models/birch.md': '' });
      expect(await failure(root, '--sample', '3')).toBe('The content has 1 error: npm run check');
      await rm(join(root, 'models'), { recursive: true });
      expect(await failure(root, '--sample', '3')).toBe(
        'No claim is marked checked: there is nothing to audit.',
      );
    }));
});
