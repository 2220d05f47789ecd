import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { factsOf } from '../../src/catalog/facts.ts';
import type { PublishedModel } from '../../src/formats/published-model.ts';
import { nameOf, readBibtex } from '../unit/bibtex-reader.ts';
import { builtPages, builtText, isBuilt, slugsIn } from './built-site.ts';

// Every published file, read by a program that is not ours.

const json = (path: string) => JSON.parse(builtText(path));
const { models } = json('api/v1/models.json') as { models: PublishedModel[] };
const slugs = slugsIn('models').sort();
const site = models[0]!.url.replace(/\/models\/.*/, '');
const csv = (path: string) =>
  parse(builtText(path), { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];

describe('model.schema.json', () => {
  const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false });
  addFormats.default(ajv);
  const schema = json('api/v1/model.schema.json');
  const validate = ajv.compile(schema);

  test('every published model is valid by it, in models.json and alone', () => {
    for (const model of models) {
      expect(validate(model), `${model.slug}: ${ajv.errorsText(validate.errors)}`).toBe(true);
      expect(json(`models/${model.slug}.json`), model.slug).toEqual(model);
    }
    expect(models.map(({ slug }) => slug)).toEqual(slugs);
  });

  test.each([
    ['a number as text', { ...models[0], variants: [{ name: 'x', parameters: '7B' }] }],
    ['a field that it does not know', { ...models[0], size: 7 }],
    ['no evidence', { ...models[0], evidence: [] }],
    ['a date that is none', { ...models[0], added: '24 November' }],
  ])('refuses %s', (_, model) => {
    expect(validate(model)).toBe(false);
  });

  test('stands at the address that it names', () => {
    expect(schema.$id).toBe(`${site}/api/v1/model.schema.json`);
  });
});

describe('models.csv', () => {
  const rows = csv('api/v1/models.csv');
  const number = (text: string) => (text === '' ? undefined : Number(text));

  test('has a row a variant, with the values that models.json has', () => {
    const expected = models.flatMap((model) =>
      (model.variants.length > 0 ? model.variants : [undefined]).map((variant) => ({ model, variant })),
    );
    expect(rows.map(({ slug, variant }) => [slug, variant])).toEqual(
      expected.map(({ model, variant }) => [model.slug, variant?.name ?? '']),
    );
    expected.forEach(({ model, variant }, at) => {
      const row = rows[at]!;
      expect(
        {
          name: row['name'],
          url: row['url'],
          released: row['released'],
          labs: row['labs']!.split('; '),
          corpus: row['corpus']!.split(' | ').filter(Boolean),
          pretraining: row['pretraining']!.split('; ').filter(Boolean),
          weights: row['weights'] || undefined,
          licenseWeights: row['licenseWeights'] || undefined,
          parameters: number(row['parameters']!),
          active: number(row['active']!),
          context: number(row['context']!),
          layers: number(row['layers']!),
          vocabulary: number(row['vocabulary']!),
          undisclosed: row['undisclosed']!.split('; ').filter(Boolean),
        },
        `${model.slug} ${variant?.name}`,
      ).toEqual({
        name: model.name,
        url: model.url,
        released: model.released,
        labs: model.labs,
        corpus: model.corpus,
        pretraining: model.objectives.pretraining,
        weights: model.weights,
        licenseWeights: model.license.weights,
        parameters: variant?.parameters,
        active: variant?.active,
        context: variant?.context,
        layers: variant?.config?.layers,
        vocabulary: variant?.config?.vocabulary,
        undisclosed: model.undisclosed,
      });
    });
  });

  test('says of every value how well it is known and from where, and of no other', () => {
    const facts = Object.keys(rows[0]!).filter((name) => `${name}Known` in rows[0]!);
    expect(facts.length).toBeGreaterThan(15);
    for (const row of rows) {
      for (const fact of facts) {
        const isStated = row[fact] !== '';
        const [known, sources] = [row[`${fact}Known`]!, row[`${fact}Sources`]!];
        if (isStated) expect(known, `${row['slug']} ${fact}`).not.toBe('');
        if (known === 'checked' || known === 'mirrored' || known === 'reported')
          expect(sources, `${row['slug']} ${fact}`).toMatch(/^(arxiv:|doi:|https?:)/);
        if (!isStated && known !== '') expect(row['undisclosed'], `${row['slug']} ${fact}`).not.toBe('');
      }
    }
  });

  test('every column is explained on /data/', () => {
    const explained = new Set(
      builtPages()
        .find(({ address }) => address === '/data/')!
        .document.querySelectorAll('.columns dt')
        .map((term) => term.text),
    );
    const names = Object.keys(rows[0]!).filter((name) => !/(Known|Sources)$/.test(name));
    expect(
      [...names, ...Object.keys(csv('api/v1/evidence.csv')[0]!)].filter((n) => !explained.has(n)),
    ).toEqual([]);
  });
});

test('evidence.csv has every statement of evidence of every fact', () => {
  const rows = csv('api/v1/evidence.csv');
  for (const model of models) {
    const own = rows.filter(({ slug }) => slug === model.slug);
    const facts = new Set(own.map(({ fact }) => fact));
    expect(
      factsOf(model).filter(({ path }) => !facts.has(path)),
      model.slug,
    ).toEqual([]);
    const said = new Set(own.map(({ source, read, says }) => [source, read, says].join('\n')));
    const lost = model.evidence.filter(
      (row) => row.for && !said.has([row.source, row.read ?? '', row.says ?? ''].join('\n')),
    );
    expect(
      lost.map((row) => row.for),
      model.slug,
    ).toEqual([]);
  }
});

describe('BibTeX', () => {
  const all = readBibtex(builtText('api/v1/models.bib'));
  const byId = new Map(all.map((record) => [record.id, record]));

  test('models.bib has every paper once and every entry, under keys that are unique', () => {
    expect(byId.size).toBe(all.length);
    expect(slugs.filter((slug) => !byId.has(`transformercatalog-${slug}`))).toEqual([]);
    const titles = all.filter(({ id }) => !id.startsWith('transformercatalog-')).map(({ title }) => title);
    const published = new Set(models.flatMap(({ papers }) => papers.map(({ title }) => title)));
    expect(titles.sort()).toEqual([...published].map((title) => title.replaceAll('’', "'")).sort());
  });

  test('each model’s file has its papers, then its entry, as models.bib has them', () => {
    for (const { slug, name, url, papers } of models) {
      const records = readBibtex(builtText(`models/${slug}.bib`));
      const entry = records.pop()!;
      expect(entry).toMatchObject({ id: `transformercatalog-${slug}`, title: name, URL: url });
      expect(records.length, slug).toBe(papers.length);
      records.forEach((record, at) => {
        const { title, authors, year, arxiv, doi } = papers[at]!;
        const straight = (text: string) => text.replaceAll('’', "'");
        expect(record.title, slug).toBe(straight(title));
        expect(straight(record.author.map(nameOf).join('; ')), slug).toBe(straight(authors.join('; ')));
        expect(record.issued['date-parts'][0]![0], slug).toBe(year);
        if (arxiv) expect(record.URL, slug).toBe(`https://arxiv.org/abs/${arxiv}`);
        if (doi) expect(record.DOI, slug).toBe(doi);
        expect(byId.get(record.id)?.title, slug).toBe(record.title);
      });
    }
  });
});

describe('facets.json', () => {
  const { facets } = json('api/v1/facets.json') as {
    facets: { name: string; url: string; terms: { slug: string; url: string; models: string[] }[] }[];
  };
  const termsOf = (name: string) => facets.find((facet) => facet.name === name)!.terms;

  test('explains every slug of the vocabulary that models use', () => {
    const known = new Set(facets.flatMap(({ name, terms }) => terms.map(({ slug }) => `${name}/${slug}`)));
    const used = models.flatMap((model) => [
      `families/${model.family}`,
      ...model.labs.map((slug) => `labs/${slug}`),
      ...[...model.objectives.pretraining, ...model.objectives.posttraining].map(
        (slug) => `objectives/${slug}`,
      ),
      ...Object.values(model.license).map((slug) => `licenses/${slug}`),
      ...model.traits.map((slug) => `traits/${slug}`),
      ...model.modalities.map((slug) => `modalities/${slug}`),
    ]);
    expect(used.filter((term) => !known.has(term))).toEqual([]);
  });

  test('lists with a term the models that have it, a special objective under the general one', () => {
    const [google] = termsOf('labs').filter(({ slug }) => slug === 'google');
    const labs = models.filter((model) => model.labs.includes('google')).map(({ slug }) => slug);
    expect(google!.models.toSorted()).toEqual(labs.toSorted());
    const lm = termsOf('objectives').find(({ slug }) => slug === 'lm')!.models;
    for (const slug of termsOf('objectives').find(({ slug }) => slug === 'clm')!.models)
      expect(lm).toContain(slug);
  });

  test('leads to pages that are there', () => {
    const addresses = facets.flatMap(({ url, terms }) => [url, ...terms.map((term) => term.url)]);
    expect(addresses.filter((address) => !isBuilt(address.replace(site, '')))).toEqual([]);
  });
});

describe('index.json', () => {
  const { files, perModel } = json('api/v1/index.json') as Record<'files' | 'perModel', { url: string }[]>;

  test('lists every file that there is, and no other', () => {
    const folder = resolve(import.meta.dirname, '../../dist/api/v1');
    const there = globSync('*', { cwd: folder }).filter((name) => name !== 'index.json');
    expect(files.map(({ url }) => url.replace(`${site}/api/v1/`, '')).sort()).toEqual(there.sort());
    for (const { url } of perModel)
      for (const slug of slugs)
        expect(isBuilt(url.replace('{slug}', slug).replace(site, '')), url).toBe(true);
  });
});

describe('the Markdown of a model', () => {
  const reader = unified().use(remarkParse).use(remarkGfm);
  /** White space and curved quotation marks, which the page sets, make no difference. */
  const words = (text: string) =>
    text.replace(/\s+/g, ' ').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').trim();
  const pages = new Map(builtPages().map((page) => [page.address, page]));
  const twins = models.map((model) => {
    const tree = reader.parse(builtText(`models/${model.slug}.md`));
    const [texts, links]: [string[], string[]] = [[], []];
    visit(tree, (node) => {
      if (node.type === 'text' || node.type === 'code' || node.type === 'inlineCode') texts.push(node.value);
      if (['paragraph', 'heading', 'tableCell', 'code'].includes(node.type)) texts.push(' ');
      if (node.type === 'link') links.push(node.url);
    });
    return { model, tree, text: words(texts.join('')), links };
  });

  test('has one heading of the first level, the name, and a table of facts', () => {
    for (const { model, tree } of twins) {
      const titles = tree.children.filter((node) => node.type === 'heading' && node.depth === 1);
      expect(titles.length, model.slug).toBe(1);
      expect(
        tree.children.some(({ type }) => type === 'table'),
        model.slug,
      ).toBe(true);
      expect(
        tree.children.some(({ type }) => type === 'html'),
        model.slug,
      ).toBe(false);
    }
  });

  test('says all that the page says: every fact, variant, relative, correction and quotation', () => {
    const lost = twins.flatMap(({ model, text }) => {
      const page = pages.get(`/models/${model.slug}/`)!.document;
      const parts = page
        .querySelectorAll(
          '.fact .value a, .prose p, .kin a, .variants tbody th, .fixes s, .papers cite, .sources q, .why, .stand',
        )
        .map((part) => words(part.text));
      return parts
        .flatMap((part) => part.split(/(?<=[.;:])\s/))
        .filter((part) => !text.includes(part))
        .map((part) => `${model.slug}: ${part}`);
    });
    expect(lost).toEqual([]);
  });

  test('carries every statement of evidence and each day of a check', () => {
    for (const { model, text } of twins) {
      for (const { says, note, at } of model.evidence)
        for (const part of [says, note, at]) if (part) expect(text, model.slug).toContain(words(part));
    }
  });

  test('its links are full addresses, and those within the catalog lead somewhere', () => {
    for (const { model, links } of twins) {
      expect(
        links.filter((link) => !/^(https?|mailto):/.test(link)),
        model.slug,
      ).toEqual([]);
      const within = links
        .filter((link) => link.startsWith(`${site}/`))
        .map((link) => link.replace(site, ''));
      expect(
        within.filter((link) => !isBuilt(link.replace(/[?#].*/, ''))),
        model.slug,
      ).toEqual([]);
    }
  });
});

test('a model’s page names its other forms', () => {
  for (const { address, document } of builtPages()) {
    const slug = /^\/models\/([^/]+)\/$/.exec(address)?.[1];
    if (!slug) continue;
    const named = document.querySelectorAll('link[rel=alternate]').map((link) => link.getAttribute('href'));
    for (const kind of ['json', 'bib', 'md']) expect(named, slug).toContain(`/models/${slug}.${kind}`);
  }
});

test('links of the files below a sub-path begin with it', () => {
  const folder = '../dist-sub';
  const inside = 'https://example.org/catalog/';
  const text = builtText(`${folder}/models/bert.md`) + builtText(`${folder}/api/v1/index.json`);
  const own = [...text.matchAll(/https:\/\/example\.org[^\s)>"]*/g)].map(([address]) => address);
  expect(own.length).toBeGreaterThan(10);
  expect(own.filter((address) => !address.startsWith(inside))).toEqual([]);
});
