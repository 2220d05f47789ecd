import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryBibtex, paperBibtex } from '../../src/formats/bibtex.ts';
import { baseKey, citationKeys } from '../../src/formats/citation-keys.ts';
import { entryCitation, paperCitation } from '../../src/formats/citation-text.ts';
import { latexText } from '../../src/formats/latex-text.ts';
import type { Paper } from '../../src/schema/paper.ts';
import { nameOf, readBibtex } from './bibtex-reader.ts';
import { siteCatalog } from './site-catalog.ts';

const catalog = await siteCatalog();

const paper: Paper = {
  role: 'main',
  title: 'LLaMA & BERT: Gopher in 100% of cases',
  authors: ['Łukasz Żołna', 'Dimitri von Rütte', 'Gemini Team', 'OpenAI', 'others'],
  year: 2023,
  venue: 'NeurIPS 2023',
  arxiv: '2302.13971',
};

describe('a paper', () => {
  const text = paperBibtex(paper, 'zolna2023llama', ['Gopher']);

  test('keeps capitals and names of models, escapes signs, sets accents in braces', () => {
    expect(text).toContain('@inproceedings{zolna2023llama,');
    expect(text).toContain('title = {{LLaMA} \\& {BERT}: {Gopher} in 100\\% of cases}');
    expect(text).toContain(
      'author = {{\\.Z}o{\\l}na, {\\L}ukasz and von R{\\"u}tte, Dimitri and {Gemini Team} and {OpenAI} and others}',
    );
    expect(text).toContain('booktitle = {NeurIPS 2023}');
    expect(text).toContain('eprint = {2302.13971}');
  });

  test('is read by another program as what it is', () => {
    const [read] = readBibtex(text);
    expect(read).toMatchObject({
      id: 'zolna2023llama',
      type: 'paper-conference',
      title: paper.title,
      'container-title': 'NeurIPS 2023',
      issued: { 'date-parts': [[2023]] },
      URL: 'https://arxiv.org/abs/2302.13971',
    });
    expect(read!.author.map(nameOf)).toEqual(paper.authors);
  });

  test.each([
    ['Journal of Machine Learning Research 21(140)', '@article', 'journal'],
    ['Findings of ACL 2023', '@inproceedings', 'booktitle'],
    ['Databricks blog', '@misc', 'howpublished'],
  ])('that appeared in %s is an %s', (venue, kind, field) => {
    const text = paperBibtex({ ...paper, venue }, 'k');
    expect(text.startsWith(kind)).toBe(true);
    expect(text).toContain(`${field} = {${venue}}`);
  });

  test('has a line of text for a list of references', () => {
    expect(paperCitation({ ...paper, authors: ['Ann Lee', 'Bo Li', 'others'], title: 'Why?' })).toBe(
      'Ann Lee, Bo Li and others. 2023. Why? NeurIPS 2023. arXiv:2302.13971',
    );
  });
});

// What a title can hold; what the reader sets for itself, such as two hyphens for a dash, is left out.
const signs = 'aZé ŁøßçŠőÅñ&%$#_{}\\~^<>:;,.!?()[]@=+*/|0²α中';
const writing = fc
  .string({ unit: fc.constantFrom(...signs), minLength: 1, maxLength: 24 })
  .map((text) => text.trim().replace(/ +/g, ' '))
  .filter((text) => text !== '');

test('property: any title is read as what was written', () => {
  fc.assert(
    fc.property(writing, (title) => {
      const [read] = readBibtex(paperBibtex({ ...paper, title }, 'k'));
      expect(read!.title).toBe(title.normalize('NFC'));
    }),
  );
});

test('property: braces balance, even those that are escaped, since BibTeX counts these too', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
      let depth = 0;
      for (const sign of latexText(text)) {
        depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
        expect(depth).toBeGreaterThanOrEqual(0);
      }
      expect(depth).toBe(0);
    }),
  );
});

describe('citation keys', () => {
  test('are what people write', () => {
    expect(baseKey(paper)).toBe('zolna2023llama');
    expect(baseKey({ ...paper, authors: ['Dimitri von Rütte'], title: 'The Pre-Training of X' })).toBe(
      'rutte2023pretraining',
    );
    expect(baseKey({ ...paper, authors: ['OpenAI'], title: 'GPT-4 Technical Report' })).toBe(
      'openai2023gpt4',
    );
  });

  test('a paper of two models has one key, two papers never the same', () => {
    const keys = citationKeys(catalog);
    const papers = catalog.models.flatMap(({ papers }) => papers);
    for (const one of papers) {
      for (const other of papers) {
        const isSame = one.title === other.title && one.arxiv === other.arxiv;
        expect(keys.get(one) === keys.get(other), `${one.title} · ${other.title}`).toBe(isSame);
      }
    }
  });

  test('a later entry changes no earlier key', () => {
    const first = catalog.models.find(({ papers }) => papers.length > 0)!;
    const [known] = first.papers;
    const twin = { ...known!, arxiv: '9901.00001', doi: undefined, url: undefined };
    const later = { ...first, slug: 'a-later-one', added: '9999-01-01', papers: [twin as Paper] };
    const keys = citationKeys({ ...catalog, models: [later, ...catalog.models] });
    expect(keys.get(known!)).toBe(citationKeys(catalog).get(known!));
    expect(keys.get(twin as Paper)).toBe(`${keys.get(known!)}-2`);
  });
});

describe('an entry', () => {
  test('is cited at its address with the day of its last change', () => {
    const { bySlug } = catalog;
    const bert = {
      ...bySlug.get('bert')!,
      added: '2026-11-24',
      changes: [{ date: '2027-01-02', what: 'x' }],
    };
    const site = 'https://example.org/catalog';
    expect(entryCitation(bert, site)).toBe(
      'Transformer Catalog. BERT. Entry last changed 2 January 2027. https://example.org/catalog/models/bert/',
    );
    const [read] = readBibtex(entryBibtex(bert, site));
    expect(read).toMatchObject({
      id: 'transformercatalog-bert',
      title: 'BERT',
      URL: `${site}/models/bert/`,
      issued: { 'date-parts': [[2027]] },
    });
    expect(read!.author.map(nameOf)).toEqual(['Transformer Catalog']);
  });
});
