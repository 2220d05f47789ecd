import { modelAddress } from '../catalog/addresses.ts';
import type { Catalog, Model } from '../catalog/catalog.ts';
import { lastChangeOf } from '../catalog/published-pages.ts';
import { knowledgeOf, knowledgeTexts, basisOf } from '../catalog/facts.ts';
import { dateText } from '../catalog/number-text.ts';
import type { Paper } from '../schema/paper.ts';
import { citationKeys } from './citation-keys.ts';
import { latexText } from './latex-text.ts';
import { isOrganisation, nameParts } from './person-names.ts';

/**
 * A title as BibTeX keeps it in every style: words with capitals within, and those of the model's
 * own name, stand in braces: {BERT}, {Gopher}.
 */
function titleText(title: string, names: ReadonlySet<string>): string {
  return title
    .normalize('NFC')
    .split(/([\p{L}\p{N}-]+)/u)
    .map((part, index) => {
      const isKept = index % 2 === 1 && (/[\p{L}\p{N}]\p{Lu}/u.test(part) || names.has(part));
      return isKept ? `{${latexText(part)}}` : latexText(part);
    })
    .join('');
}

/** Authors with their last names first, so that no reader of BibTeX has to find them. */
function authorList(authors: readonly string[]): string {
  return authors
    .map((author) => {
      if (author === 'others') return author;
      if (isOrganisation(author)) return `{${latexText(author)}}`;
      const { given, family } = nameParts(author);
      return latexText(`${family}, ${given}`);
    })
    .join(' and ');
}

const conferences =
  /^(Proceedings|Findings|(NeurIPS|NIPS|ICML|ICLR|ACL|NAACL(-HLT)?|EMNLP|EACL|COLING|AAAI|IJCAI|CVPR|ICCV|ECCV|ICASSP|Interspeech)\b)/;
const journals = /^(Nature|Science|PNAS|.*\bJournal\b|Transactions)\b/;

/** The kind of a record, and the field that names where the paper appeared. */
function kindOf({ venue }: Paper): { kind: string; field: string } {
  if (venue && conferences.test(venue)) return { kind: 'inproceedings', field: 'booktitle' };
  if (venue && journals.test(venue)) return { kind: 'article', field: 'journal' };
  return { kind: 'misc', field: 'howpublished' };
}

/** An address between braces; BibTeX has no sign that would protect one within. */
function addressText(address: string): string {
  return address.replaceAll('{', '%7B').replaceAll('}', '%7D');
}

function recordText(kind: string, key: string, fields: readonly [string, string | undefined][]): string {
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@${kind}{${key},\n${lines.join(',\n')}\n}`;
}

/**
 * A paper as one BibTeX record.
 * @param key its citation key
 * @param names words of the title that keep their capital
 * @param note how it is known; goes into `annote`, which styles leave out
 */
export function paperBibtex(paper: Paper, key: string, names: readonly string[] = [], note?: string): string {
  const { kind, field } = kindOf(paper);
  const address = paper.arxiv ? `https://arxiv.org/abs/${paper.arxiv}` : paper.url;
  return recordText(kind, key, [
    ['title', titleText(paper.title, new Set(names))],
    ['author', authorList(paper.authors)],
    ['year', String(paper.year)],
    [field, paper.venue && latexText(paper.venue)],
    ['eprint', paper.arxiv],
    ['archivePrefix', paper.arxiv && 'arXiv'],
    ['doi', paper.doi && addressText(paper.doi)],
    ['url', address && addressText(address)],
    ['annote', note && latexText(note)],
  ]);
}

/** The catalog's entry for a model, at its address, as one BibTeX record. `site` ends without a slash. */
export function entryBibtex(model: Model, site: string): string {
  const changed = lastChangeOf(model);
  return recordText('misc', `transformercatalog-${model.slug}`, [
    ['title', `{${latexText(model.name)}}`],
    ['author', '{Transformer Catalog}'],
    ['year', changed.slice(0, 4)],
    ['note', `Entry last changed ${dateText(changed)}`],
    ['url', addressText(site + modelAddress(model.slug))],
  ]);
}

/** How the record of a paper is known, in a line. */
function paperNote(model: Model): string {
  const known = knowledgeTexts[knowledgeOf(model, 'papers')];
  const basis = basisOf(model, 'papers').map(({ source, read, checked }) =>
    [source, read && read !== source && `read: ${read}`, checked && `on ${checked}`]
      .filter(Boolean)
      .join(', '),
  );
  return `How this record is known: ${known}. ${basis.join('; ')}`;
}

function namesOf(model: Model): string[] {
  return model.name.split(' ');
}

/** The papers of a model and its entry, each a record: what its page offers for citing. */
export function modelRecords(
  model: Model,
  keys: ReadonlyMap<Paper, string>,
  site: string,
): { papers: string[]; entry: string } {
  const papers = model.papers.map((paper) => paperBibtex(paper, keys.get(paper)!, namesOf(model)));
  return { papers, entry: entryBibtex(model, site) };
}

/** The same as a file, each paper with how its record is known. */
export function modelBib(catalog: Catalog, model: Model, site: string): string {
  const keys = citationKeys(catalog);
  const papers = model.papers.map((paper) =>
    paperBibtex(paper, keys.get(paper)!, namesOf(model), paperNote(model)),
  );
  return `${[...papers, entryBibtex(model, site)].join('\n\n')}\n`;
}

/** Every paper once, by its key, then every entry of the catalog, by its slug. */
export function modelsBib(catalog: Catalog, site: string): string {
  const keys = citationKeys(catalog);
  const models = catalog.models.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  const papers = new Map<string, string>();
  for (const model of models) {
    for (const paper of model.papers) {
      const key = keys.get(paper)!;
      if (!papers.has(key)) papers.set(key, paperBibtex(paper, key, namesOf(model), paperNote(model)));
    }
  }
  const inOrder = [...papers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return `${[...inOrder, ...models.map((model) => entryBibtex(model, site))].join('\n\n')}\n`;
}
