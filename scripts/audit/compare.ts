import type { Content } from '../../src/catalog/content.ts';
import { countsIn, datesIn, givesCount } from '../../src/catalog/figures-in-text.ts';
import { normalName } from '../../src/catalog/names.ts';
import { isBefore } from '../../src/catalog/number-text.ts';
import { weightsAccess } from '../../src/schema/model.ts';
import { notStated, type Answer } from './answer.ts';
import type { Claim } from './draw.ts';

/** `judge`: no rule can tell; a person has to. */
export type Comparison = 'agreed' | 'disagreed' | 'judge';

const verdict = (agreed: boolean): Comparison => (agreed ? 'agreed' : 'disagreed');

/** Whether the one number of an answer is the value. */
function compareNumber(
  value: number,
  found: Answer,
  gives: (text: string, value: number) => boolean,
): Comparison {
  if (typeof found !== 'string' || found.match(/\d[\d,.]*/g)?.length !== 1) return 'judge';
  return verdict(gives(found, value));
}

/** A K is 1,000 to some and 1,024 to others: which is meant, a person has to find out. */
function compareTokens(value: number, found: Answer): Comparison {
  const isRound = typeof found === 'string' && /\d\s*[kKmM](?![a-zA-Z])/.test(found);
  return isRound ? 'judge' : compareNumber(value, found, (text, tokens) => countsIn(text).has(tokens));
}

/** The value's precision counts: a source that gives the day agrees with a month, a source that gives the month says nothing of a day. */
function compareDate(value: string, found: Answer): Comparison {
  if (typeof found !== 'string') return 'judge';
  const all = [...datesIn(found)];
  const finest = all.filter((date) => !all.some((other) => other !== date && other.startsWith(date)));
  if (finest.length !== 1) return 'judge';
  const [date] = finest as [string];
  if (date.startsWith(value)) return 'agreed';
  return isBefore(date, value) || isBefore(value, date) ? 'disagreed' : 'judge';
}

type TermCollection = 'architectures' | 'labs' | 'licenses' | 'modalities' | 'objectives' | 'traits';

/** The term that a text names, by its slug or any of its names. */
function termNamed(text: string, collection: TermCollection, content: Content): string | undefined {
  const wanted = normalName(text);
  for (const { slug, data } of content[collection]) {
    const {
      label,
      aliases = [],
      abbreviation,
      spdx,
    } = data as {
      label: string;
      aliases?: string[];
      abbreviation?: string;
      spdx?: string;
    };
    const names = [slug, label, abbreviation ?? '', spdx ?? '', ...aliases];
    if (names.some((name) => name !== '' && normalName(name) === wanted)) return slug;
  }
  return undefined;
}

function compareTerms(
  value: string[],
  found: Answer,
  collection: TermCollection,
  content: Content,
): Comparison {
  if (typeof found === 'object' && !Array.isArray(found)) return 'judge';
  const items = Array.isArray(found)
    ? found
    : found.split(/[,;]|\band\b/).filter((item) => item.trim() !== '');
  const terms = items.map((item) => termNamed(item, collection, content));
  if (terms.some((term) => term === undefined)) return 'judge';
  return verdict(new Set(terms).size === new Set(value).size && value.every((term) => terms.includes(term)));
}

function compareLicense(value: string, found: Answer, content: Content): Comparison {
  const term = typeof found === 'string' ? termNamed(found, 'licenses', content) : undefined;
  return term === undefined ? 'judge' : verdict(term === value);
}

/** Agreed where the source gives every number of the catalog, disagreed where it gives one of them otherwise. */
function compareConfig(value: Record<string, number>, found: Answer): Comparison {
  if (typeof found === 'string' || Array.isArray(found)) return 'judge';
  const numbers = Object.entries(found).map(
    ([key, text]) => [key, Number(text.replaceAll(',', ''))] as const,
  );
  if (numbers.some(([, number]) => Number.isNaN(number))) return 'judge';
  const given = new Map(numbers);
  const wanted = Object.entries(value).filter(([, number]) => number !== undefined);
  if (wanted.some(([key, number]) => given.has(key) && given.get(key) !== number)) return 'disagreed';
  return wanted.every(([key]) => given.has(key)) ? 'agreed' : 'judge';
}

/** Addresses that differ in nothing but case, scheme, "www." or a slash at the end are the same. */
function bareAddress(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/^(https?:\/\/)?(www\.)?/, '')
    .replace(/\/+$/, '');
}

/** The same address agrees; whether another one leads to the same thing, a person has to see. */
function compareAddress(value: string, found: Answer): Comparison {
  return typeof found === 'string' && bareAddress(found) === bareAddress(value) ? 'agreed' : 'judge';
}

const termsOfField: Record<string, TermCollection> = {
  architecture: 'architectures',
  labs: 'labs',
  modalities: 'modalities',
  traits: 'traits',
  'objectives.pretraining': 'objectives',
  'objectives.posttraining': 'objectives',
};

/** Compares what an auditor found with what the catalog says, where a rule can. */
export function compare({ field, figure, value }: Claim, found: Answer, content: Content): Comparison {
  if (typeof found === 'string' && found.toLowerCase() === notStated) return 'disagreed';
  if (figure === 'count') return compareNumber(value as number, found, givesCount);
  if (figure === 'tokens') return compareTokens(value as number, found);
  if (figure === 'date') return compareDate(value as string, found);
  if (figure === 'license') return compareLicense(value as string, found, content);
  const collection = termsOfField[field];
  if (collection) return compareTerms([value].flat() as string[], found, collection, content);
  if (field === 'weights') {
    const word = String(found).toLowerCase();
    return (weightsAccess as readonly string[]).includes(word) ? verdict(word === value) : 'judge';
  }
  if (field.startsWith('links.')) return compareAddress(String(value), found);
  if (field.endsWith('.config')) return compareConfig(value as Record<string, number>, found);
  return 'judge';
}
