import type { Model } from '../../catalog/catalog.ts';
import { sizeRange } from '../../catalog/catalog.ts';
import type { Rows } from '../../formats/rows.ts';

/** What the timelines must know of a model, as plain data that fits into attributes of its row in the list. */
export interface TimelineItem {
  id: string;
  label: string;
  /** A partial date. */
  date: string;
  branch: string;
  family: string;
  architecture: string;
  labs: string[];
  modalities: string[];
  weights: string;
  /** Parameters of its largest and smallest variant, where any has a number. */
  most?: number;
  least?: number;
  /** Parameters used for one token, of the variant that uses most, where they are fewer than the total. */
  active?: number;
}

/** A model as the timelines see it. */
export function timelineItemOf(model: Model): TimelineItem {
  const active = model.variants.flatMap((variant) => variant.active ?? []);
  const { slug: id, name: label, released: date, branch, family, labs, modalities } = model;
  return {
    id,
    label,
    date,
    branch,
    family,
    architecture: model.architecture ?? '',
    labs,
    modalities,
    weights: model.weights ?? '',
    ...sizeRange(model),
    ...(active.length > 0 && { active: Math.max(...active) }),
  };
}

/** An item as attributes of its row, `data-` before each. */
export function itemAttributes(item: TimelineItem): Record<string, string | number | undefined> {
  return {
    'data-id': item.id,
    'data-date': item.date,
    'data-branch': item.branch,
    'data-family': item.family,
    'data-architecture': item.architecture || undefined,
    'data-labs': item.labs.join(' '),
    'data-modalities': item.modalities.join(' ') || undefined,
    'data-weights': item.weights || undefined,
    'data-most': item.most,
    'data-least': item.least,
    'data-active': item.active,
  };
}

function wordsOf(text: string | undefined): string[] {
  return text ? text.split(' ') : [];
}

/** The inverse of itemAttributes; `data` holds the attributes without `data-`. */
export function itemOfAttributes(
  data: Readonly<Record<string, string | undefined>>,
  label: string,
): TimelineItem {
  const { id = '', date = '', branch = '', family = '', architecture = '', weights = '' } = data;
  const numbers = Object.fromEntries(
    (['most', 'least', 'active'] as const).flatMap((name) =>
      data[name] ? [[name, Number(data[name])]] : [],
    ),
  );
  const [labs, modalities] = [wordsOf(data['labs']), wordsOf(data['modalities'])];
  return { id, label, date, branch, family, architecture, labs, modalities, weights, ...numbers };
}

/** Items for a file, a model a row, under the names that the table of models gives to the same values. */
export function itemRows(items: readonly TimelineItem[]): Rows {
  return {
    columns: [
      'slug',
      'name',
      'released',
      'branch',
      'family',
      'architecture',
      'labs',
      'modalities',
      'weights',
      'parametersLeast',
      'parametersMost',
      'active',
    ],
    rows: items.map((item) => [
      item.id,
      item.label,
      item.date,
      item.branch,
      item.family,
      item.architecture || undefined,
      item.labs,
      item.modalities,
      item.weights || undefined,
      item.least,
      item.most,
      item.active,
    ]),
  };
}
