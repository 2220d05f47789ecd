import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countsIn, datesIn, givesCount, givesDate, givesName } from '../../src/catalog/figures-in-text.ts';
import { countText, dateText, shortDateText, wholeText } from '../../src/catalog/number-text.ts';

describe('countsIn', () => {
  test.for([
    ['110M', 110e6],
    ['110 M parameters', 110e6],
    ['110m', 110e6],
    ['BERT-base (L=12, H=768, Total Parameters=110M)', 110e6],
    ['1.2 billion', 1.2e9],
    ['a 1.5-billion-parameter model', 1.5e9],
    ['175 bn', 175e9],
    ['GPT-3 175B', 175e9],
    ['1.6 trillion', 1.6e12],
    ['340 million.', 340e6],
    ['about ~11B', 11e9],
    ['65 ×10^6', 65e6],
    ['65×10⁶', 65e6],
    ['213 × 10^{6}', 213e6],
    ['2.13 x 10**8', 213e6],
    ['1.3 · 10¹⁰', 1.3e10],
    ['1.5e9', 1.5e9],
    ['3E+8', 3e8],
    ['1,750,000', 1_750_000],
    ['1\u202f750\u202f000 parameters', 1_750_000],
    ['context = 200_000', 200_000],
    ['1_050_000 twice', 1_050_000],
    ['sizes 7,13,33,65B', 65e9],
    ['7B, 13B and 70B', 13e9],
    ['512 tokens', 512],
    ['context of 4,096', 4096],
    ['a 32K window', 32_000],
    ['a 32K window', 32_768],
    ['32k-token', 32_768],
    ['1M tokens', 1_048_576],
    ['1 million tokens', 1_000_000],
    ['8x7B', 7e9],
    ['46.7B total, 12.9B active', 12.9e9],
    ['text-to-text 220 million params', 220e6],
    ['60M/220M/770M', 770e6],
    ['parameters: 6_700M? no: 6.7B', 6.7e9],
  ] as const)('"%s" gives %i', ([text, value]) => expect(countsIn(text)).toContain(value));

  test.for([
    ['110M', 110],
    ['1.2 billion', 12e9],
    ['11 bits', 11e9],
    ['3 tokens', 3e12],
    ['7 models', 7e6],
    ['12 kinds', 12e3],
    ['40GB', 40e9],
    ['1.2345678', 12_345_678],
    ['6.7B', 67e9],
    ['7,13,65B', 71365e9],
    ['200_000', 200],
    ['10^6', 1e6 + 1],
  ] as const)('"%s" does not give %i', ([text, value]) => expect(countsIn(text)).not.toContain(value));

  test('every count is found in its own notations', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e15 }), (value) => {
        expect(countsIn(`has ${countText(value)} parameters`)).toContain(value);
        expect(countsIn(`has ${wholeText(value)} parameters`)).toContain(value);
        expect(countsIn(`has ${value}.`)).toContain(value);
      }),
    );
  });

  test('no text makes it throw', () => {
    expect([...countsIn('1x10^999999999999')]).toContain(1);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789,.eEx×*^{}KMBT \u2009⁶¹') }),
        (text) => countsIn(text).size >= 0,
      ),
    );
  });
});

describe('givesCount', () => {
  test.for([
    ['3,638,525,952', 3.64e9],
    ['2,795,443,200', 2.8e9],
    ['109,482,240', 110e6],
    ['Total Parameters=110M', 110e6],
    ['7B', 7e9],
  ] as const)('"%s" gives %i', ([text, value]) => expect(givesCount(text, value)).toBe(true));

  test.for([
    ['about 47 billion', 46.7e9],
    ['46.7B', 47.1e9],
    ['109M', 110e6],
    ['46.7B', 46.75e9],
    ['6,738,415,616', 7e9],
    ['3,638,525,952', 3.63e9],
  ] as const)('"%s" does not give %i', ([text, value]) => expect(givesCount(text, value)).toBe(false));
});

describe('datesIn', () => {
  test.for([
    ['11 Oct 2018', '2018-10-11'],
    ['[Submitted on 11 Oct 2018 (v1), last revised 24 May 2019]', '2018-10-11'],
    ['[Submitted on 11 Oct 2018 (v1), last revised 24 May 2019]', '2019-05-24'],
    ['Thu, 11 Oct 2018 00:50:01 UTC', '2018-10-11'],
    ['11th of October, 2018', '2018-10-11'],
    ['1st June 2020', '2020-06-01'],
    ['October 11, 2018', '2018-10-11'],
    ['Oct. 11th 2018', '2018-10-11'],
    ['Sept. 3, 2019', '2019-09-03'],
    ['11-Oct-2018', '2018-10-11'],
    ['2018-10-11', '2018-10-11'],
    ['2018-10-11T09:30:00Z', '2018-10-11'],
    ['created_at: 2018-10-11T09:30:00.000Z', '2018-10-11'],
    ['2018/10/11', '2018-10-11'],
    ['2018-10-11.', '2018-10-11'],
    ['October 2018', '2018-10'],
    ['NAACL, June 2019', '2019-06'],
    ['2018-10', '2018-10'],
    ['in 2018', '2018'],
    ['(2018)', '2018'],
    ['May 2020', '2020-05'],
  ] as const)('"%s" gives %s', ([text, date]) => expect(datesIn(text)).toContain(date));

  test.for([
    ['a decoder 2019', '2019-12'],
    ['a marvel 2019', '2019-03'],
    ['the novel 2019', '2019-11'],
    ['the octet 2019', '2019-10'],
    ['arXiv 1810.04805', '1810'],
    ['2018-10-110', '2018-10-11'],
    ['12018', '2018'],
    ['20189', '2018'],
  ] as const)('"%s" does not give %s', ([text, date]) => expect(datesIn(text)).not.toContain(date));

  test('every date is found in its own notations', () => {
    const day = fc
      .date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, (date) => {
        expect(datesIn(`on ${date}`)).toContain(date);
        expect(datesIn(`on ${dateText(date)}`)).toContain(date);
        expect(datesIn(`in ${shortDateText(date)}`)).toContain(date.slice(0, 7));
      }),
    );
  });
});

test('givesDate accepts the precision of the date or a finer one', () => {
  expect(givesDate('11 Oct 2018', '2018-10-11')).toBe(true);
  expect(givesDate('11 Oct 2018', '2018-10')).toBe(true);
  expect(givesDate('11 Oct 2018', '2018')).toBe(true);
  expect(givesDate('October 2018', '2018-10-11')).toBe(false);
  expect(givesDate('2018', '2018-10')).toBe(false);
  expect(givesDate('12 Oct 2018', '2018-10-11')).toBe(false);
  expect(givesDate('no date', '2018')).toBe(false);
});

describe('givesName', () => {
  test.for([
    ['Apache-2.0', 'Apache 2.0'],
    ['under the apache2.0 licence', 'Apache-2.0'],
    ['Apache License, Version 2.0', 'Apache License Version 2.0'],
    ['MIT License', 'MIT'],
    ['license: mit', 'MIT'],
    ['CC-BY-NC-4.0', 'CC BY-NC 4.0'],
  ] as const)('"%s" gives %s', ([text, name]) => expect(givesName(text, name)).toBe(true));

  test.for([
    ['use is permitted', 'MIT'],
    ['unlimited', 'MIT'],
    ['the summit licence', 'MIT'],
    ["I'm it", 'MIT'],
    ['Apache-2.05', 'Apache-2.0'],
    ['CC-BY-4.0', 'CC-BY-NC-4.0'],
    ['', 'MIT'],
    ['anything', ''],
    ['anything', '***'],
  ] as const)('"%s" does not give "%s"', ([text, name]) => expect(givesName(text, name)).toBe(false));
});
