import { modelAddress } from '../catalog/addresses.ts';
import type { Model } from '../catalog/catalog.ts';
import { lastChangeOf } from '../catalog/published-pages.ts';
import { dateText } from '../catalog/number-text.ts';
import type { Paper } from '../schema/paper.ts';

function authorText(authors: readonly string[]): string {
  const last = authors.at(-1)!;
  if (authors.length === 1) return last;
  const others = authors.slice(0, -1).join(', ');
  return `${others} and ${last}`;
}

/** A full stop after a text that does not end in a sign of its own. */
function ended(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

/** A paper as a line of text, for a list of references. */
export function paperCitation(paper: Paper): string {
  const { arxiv, doi, url, venue } = paper;
  const where = arxiv ? `arXiv:${arxiv}` : doi ? `https://doi.org/${doi}` : url;
  return [authorText(paper.authors), String(paper.year), paper.title, venue, where && { where }]
    .flatMap((part) => (part ? [typeof part === 'string' ? ended(part) : part.where] : []))
    .join(' ');
}

/** The catalog's entry for a model as a line of text. `site` ends without a slash. */
export function entryCitation(model: Model, site: string): string {
  const changed = dateText(lastChangeOf(model));
  return `Transformer Catalog. ${ended(model.name)} Entry last changed ${changed}. ${site}${modelAddress(model.slug)}`;
}
