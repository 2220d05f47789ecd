import type { HTMLElement } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { builtPages, builtText } from './built-site.ts';

interface Published {
  slug: string;
  name: string;
  released: string;
  architecture?: string;
  weights?: string;
  labs: string[];
  variants: { name: string; parameters?: number; released?: string; approx?: boolean }[];
  unresolved: { for: string }[];
}

const { models } = JSON.parse(builtText('api/v1/models.json')) as { models: Published[] };
const pages = builtPages();
const charts = (address: string) =>
  pages
    .find((page) => page.address === address)!
    .document.querySelectorAll('figure.glance')
    .map((figure) => ({ title: figure.querySelector('figcaption b')!.text.trim(), figure }));
const chart = (address: string, title: string) => charts(address).find((one) => one.title === title)!.figure;

const words = (element: HTMLElement) => element.text.replace(/\s+/g, ' ').trim();
const cells = (figure: HTMLElement) =>
  figure.querySelectorAll('tbody tr').map((row) => row.querySelectorAll('th, td').map(words));

const year = (date: string) => date.slice(0, 4);
const allYears = [...new Set(models.map(({ released }) => year(released)))].sort();

/** Counts once more, in another way than the site does. */
function tally<Value>(
  those: Published[],
  valueOf: (model: Published) => Value,
): Map<string, Map<Value, number>> {
  const counts = new Map<string, Map<Value, number>>();
  for (const model of those) {
    const ofYear = counts.get(year(model.released)) ?? new Map<Value, number>();
    ofYear.set(valueOf(model), (ofYear.get(valueOf(model)) ?? 0) + 1);
    counts.set(year(model.released), ofYear);
  }
  return counts;
}

describe('the charts’ tables', () => {
  for (const [address, those] of [
    ['/', models],
    ['/labs/google/', models.filter(({ labs }) => labs.includes('google'))],
  ] as const) {
    test(`${address}: models per year`, () => {
      const counts = tally([...those], () => 'all');
      const rows = cells(chart(address, 'Models per year'));
      expect(rows.map(([label]) => label)).toEqual(
        allYears.filter((one) => one >= rows[0]![0]! && one <= rows.at(-1)![0]!),
      );
      for (const [label, count] of rows)
        expect(Number(count), label).toBe(counts.get(label!)?.get('all') ?? 0);
      expect(rows.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(those.length);
    });

    test(`${address}: architectures and access to the weights`, () => {
      const kinds = {
        Architectures: (model: Published) =>
          ({ encoder: 'Encoder', decoder: 'Decoder', 'encoder-decoder': 'Encoder-decoder', other: 'Other' })[
            model.architecture ?? ''
          ] ?? 'not recorded',
        'Access to the weights': (model: Published) =>
          ({ open: 'open', gated: 'on request', api: 'through a service only', none: 'not released' })[
            model.weights ?? ''
          ] ?? 'not recorded',
      };
      for (const [title, labelOf] of Object.entries(kinds)) {
        const figure = chart(address, title);
        const counts = tally([...those], labelOf);
        const labels = figure.querySelectorAll('thead th').slice(1).map(words);
        expect(new Set(labels)).toEqual(new Set(those.map(labelOf)));
        for (const [label, ...values] of cells(figure)) {
          const total = [...(counts.get(label!)?.values() ?? [])].reduce((sum, count) => sum + count, 0);
          values.forEach((value, at) => {
            const count = counts.get(label!)?.get(labels[at]!) ?? 0;
            expect(Number(value.split(' ')[0]), `${title} ${label!} ${labels[at]!}`).toBe(count);
            if (total > 0) expect(value).toBe(`${count} ${Math.round((100 * count) / total)}%`);
          });
        }
      }
    });

    test(`${address}: the largest of each year, without unresolved sizes`, () => {
      const settled = those.flatMap((model) =>
        model.variants
          .filter(({ parameters }) => parameters !== undefined)
          .filter(({ name }) =>
            model.unresolved.every(
              ({ for: path }) =>
                ![`variants.${name}.parameters`, `variants.${name}`, 'parameters', 'variants'].includes(path),
            ),
          )
          .map((variant) => ({
            name: model.name,
            size: variant.parameters!,
            year: year(variant.released ?? model.released),
          })),
      );
      const rows = cells(chart(address, 'Largest model of each year'));
      for (const [label, name, size] of rows) {
        const sizes = settled.filter((one) => one.year === label);
        const most = Math.max(0, ...sizes.map((one) => one.size));
        if (most === 0) expect(name).toBe('no size known');
        else {
          const [, digits, unit] = /([\d.]+)([MBT])/.exec(size!)!;
          expect(Math.round(Number(digits) * { M: 1e6, B: 1e9, T: 1e12 }[unit!]!)).toBe(most);
          expect(sizes.filter((one) => one.size === most).some((one) => name!.startsWith(one.name))).toBe(
            true,
          );
        }
      }
      const placed = new Set(settled.map((one) => one.name));
      const left = those.filter(({ name }) => !placed.has(name)).map(({ name }) => name);
      const said = chart(address, 'Largest model of each year');
      expect(said.querySelectorAll('details .left-out a').map(words).sort()).toEqual(left.sort());
      const numbers = words(said.querySelector('.left-out')!).match(/\d+/g)!.map(Number);
      expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(left.length);
    });
  }

  test('stand on no page of a year, nor where there are few models', () => {
    for (const address of ['/years/2022/', '/families/clip/', '/traits/u-net/'])
      expect(charts(address)).toEqual([]);
    expect(charts('/architectures/decoder/').map(({ title }) => title)).not.toContain('Architectures');
  });
});
