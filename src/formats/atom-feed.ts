import { addresses, modelAddress } from '../catalog/addresses.ts';
import { compareNames, type Catalog } from '../catalog/catalog.ts';
import { changesOf, type Change } from '../catalog/coverage.ts';
import { lastChangeOfData } from '../catalog/published-pages.ts';
import { site } from '../site.ts';
import { xmlDeclaration, xmlText } from './xml.ts';

/** So many additions and corrections the feed holds at least, and always whole days; all are on the page of changes. */
export const feedLength = 100;

/** Content is dated to the day, Atom to the second: a day begins at midnight UTC. */
function moment(day: string): string {
  return `${day}T00:00:00Z`;
}

/**
 * The name of a change for ever: it keeps to the entry, the day, and, of several changes of a day, the place among
 * them. It holds neither the address of the site nor the wording, so that neither makes an old change look new.
 */
export function changeId({ model, date, what }: Change): string {
  const start = `tag:${site.tagAuthority}:models/${model.slug}`;
  if (what === undefined) return `${start}/added`;
  const ofDay = model.changes.filter((change) => change.date === date);
  return `${start}/${date}/${ofDay.findIndex((change) => change.what === what) + 1}`;
}

/** The newest first; of a day, additions before corrections. */
function inOrder(a: Change, b: Change): number {
  if (a.date !== b.date) return a.date > b.date ? -1 : 1;
  const additions = Number(b.what === undefined) - Number(a.what === undefined);
  return additions || compareNames(a.model.name, b.model.name) || (changeId(a) < changeId(b) ? -1 : 1);
}

function entry(change: Change, address: string): string {
  const { model, date, what } = change;
  const page = address + modelAddress(model.slug);
  return [
    '<entry>',
    `<id>${xmlText(changeId(change))}</id>`,
    `<title>${xmlText(what === undefined ? `${model.name} added` : `${model.name}: ${what}`)}</title>`,
    `<updated>${moment(date)}</updated>`,
    `<published>${moment(date)}</published>`,
    `<link rel="alternate" type="text/html" href="${xmlText(page)}"/>`,
    `<category term="${what === undefined ? 'addition' : 'correction'}"/>`,
    `<summary>${xmlText(model.summary)}</summary>`,
    '</entry>',
  ].join('\n');
}

/**
 * Additions and corrections, the newest first, as an Atom feed (RFC 4287).
 * @param address the address of the site with its base and without a slash at its end
 */
export function atomFeed(catalog: Catalog, address: string): string {
  const all = changesOf(catalog).sort(inOrder);
  const oldest = all[feedLength - 1]?.date ?? '';
  const changes = all.filter(({ date }) => date >= oldest);
  const updated = changes[0]?.date ?? lastChangeOfData(catalog) ?? '1970-01-01';
  return `${xmlDeclaration}${[
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `<id>tag:${site.tagAuthority}:changes</id>`,
    `<title>${xmlText(site.name)}: additions and corrections</title>`,
    `<updated>${moment(updated)}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(address + addresses.feed)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(address + addresses.changes)}"/>`,
    `<author><name>${xmlText(site.name)}</name></author>`,
    '<rights>CC BY 4.0</rights>',
    ...changes.map((change) => entry(change, address)),
    '</feed>',
  ].join('\n')}\n`;
}
