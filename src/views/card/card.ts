import { addresses, explainerAddress, modelAddress } from '../../catalog/addresses.ts';
import { sizeRange, type Catalog, type Model } from '../../catalog/catalog.ts';
import { figureNames, inOrder, readingMinutes, type Explainer } from '../../catalog/explainers.ts';
import { factPlans } from '../../catalog/fact-rows.ts';
import { dateText, shortCountText, wholeText, yearOf } from '../../catalog/number-text.ts';
import type { ArchitectureSlug } from '../../schema/architecture.ts';
import type { Hue } from '../../schema/branch.ts';
import type { License } from '../../schema/license.ts';
import { treeDrawing, type TreeDrawing } from '../tree/tree-drawing.ts';
import type { TimeMark } from './time-pictures.ts';

/** A fact on a card: what | value, and a quiet word beneath it. */
export interface CardFact {
  label: string;
  value: string;
  after?: string;
  /** The lab never said it. */
  isUndisclosed?: boolean;
}

/** What a picture for link previews shows. */
export interface Card {
  /** The page that it stands for. */
  address: string;
  /** Said in place of the picture. */
  alt: string;
  /** What the page is, above its title. */
  kind: string;
  title: string;
  /** What it is about; models have facts instead. */
  sentence?: string;
  /** All models in time. */
  marks: readonly TimeMark[];
  model?: {
    facts: readonly CardFact[];
    hue: Hue;
    architecture: ArchitectureSlug;
    /** The branch, on the fore-edge. */
    thumb: { label: string; hue: Hue };
    here: TimeMark & { label: string };
  };
  /** The chapters of the course, and the one that the card is about, from 1. */
  chapters?: { here: number | undefined; of: number };
  picture?: 'crowd' | 'sizes';
  tree?: TreeDrawing;
}

/** Between two things that are said of a page. */
const apart = '  ·  ';

function valuesOf(catalog: Catalog, model: Model, path: string): string[] {
  return factPlans
    .find((plan) => plan.path === path)!
    .values(catalog, model)
    .map(({ text }) => text);
}

/** As many names as two short lines hold, and how many more there are. */
function fewNames(names: readonly string[]): string {
  const roomy = names.length === 2 && names.join('').length < 38;
  if (names.length < 2 || roomy) return names.join(' and ');
  const shown = names.slice(0, 2).join('').length < 24 ? 2 : 1;
  return `${names.slice(0, shown).join(', ')} and ${names.length - shown} more`;
}

function sizeFact(model: Model): CardFact | undefined {
  const label = 'Parameters';
  const range = sizeRange(model);
  const concealed = (model.undisclosed as readonly string[]).includes('parameters');
  if (!range) return concealed ? { label, value: 'undisclosed', isUndisclosed: true } : undefined;
  if ((model.assumed as readonly string[]).includes('parameters')) return undefined;
  const isAbout = model.variants.some(
    ({ approx, parameters }) => approx && (parameters === range.least || parameters === range.most),
  );
  const about = isAbout ? 'about ' : '';
  const [least, most] = [shortCountText(range.least), shortCountText(range.most)];
  return { label, value: about + (least === most ? least : `${least} to ${most}`) };
}

/** Long names of licences have short ones that everybody knows: CC-BY-NC-4.0. */
function shortLabel({ label, spdx }: License): string {
  return label.length > 26 && spdx ? spdx : label;
}

function weightsFact(catalog: Catalog, model: Model): CardFact | undefined {
  const [access] = valuesOf(catalog, model, 'weights');
  if (!access) return undefined;
  const term = catalog.licenses.get(model.license.weights ?? '');
  const after = term && !term.proprietary ? shortLabel(term) : undefined;
  return { label: 'Weights', value: access, ...(after && { after }) };
}

function labsFact(catalog: Catalog, model: Model): CardFact {
  const labs = valuesOf(catalog, model, 'labs');
  return { label: labs.length > 1 ? 'Labs' : 'Lab', value: fewNames(labs) };
}

function listFact(catalog: Catalog, model: Model, path: string, label: string): CardFact | undefined {
  const values = valuesOf(catalog, model, path);
  return values.length > 0 ? { label, value: fewNames(values) } : undefined;
}

/** The three facts by which a model is placed: size, lab, access, and where one is not recorded, the next. */
export function cardFacts(catalog: Catalog, model: Model): CardFact[] {
  return [
    sizeFact(model),
    labsFact(catalog, model),
    weightsFact(catalog, model),
    listFact(catalog, model, 'context', 'Context'),
    listFact(catalog, model, 'objectives.pretraining', 'Pretraining'),
    listFact(catalog, model, 'modalities', 'Modalities'),
  ]
    .filter((fact) => fact !== undefined)
    .slice(0, 3);
}

function timeMark(model: Model): TimeMark {
  const { released, hue, architecture = 'other' } = model;
  const parameters = sizeRange(model)?.most;
  return { released, hue, architecture, ...(parameters !== undefined && { parameters }) };
}

function timeMarks({ models }: Catalog): TimeMark[] {
  return models.map(timeMark);
}

/** What a model is, above its name. */
function modelKind(catalog: Catalog, { architecture, family, released }: Model): string[] {
  return [
    ...(architecture ? [catalog.architectures.get(architecture)!.label] : []),
    `${catalog.families.get(family)!.label} family`,
    yearOf(released),
  ];
}

/** What the card of a model says, in words. */
export function modelCardAlt(catalog: Catalog, model: Model): string {
  const facts = cardFacts(catalog, model).map(({ label, value }) => `${label}: ${value}`);
  return `${model.name}. ${modelKind(catalog, model).join(', ')}. ${facts.join('; ')}.`;
}

/** The card of a model. */
export function modelCard(
  catalog: Catalog,
  model: Model,
  marks: readonly TimeMark[] = timeMarks(catalog),
): Card {
  const branch = catalog.branches.get(model.branch)!;
  return {
    address: modelAddress(model.slug),
    alt: modelCardAlt(catalog, model),
    kind: modelKind(catalog, model).join(apart),
    title: model.name,
    marks,
    model: {
      facts: cardFacts(catalog, model),
      hue: branch.hue,
      architecture: model.architecture ?? 'other',
      thumb: { label: branch.label, hue: branch.hue },
      here: { ...timeMark(model), label: dateText(model.released) },
    },
  };
}

/** What the card of a chapter says, in words. */
export function explainerCardAlt({ title, summary }: Explainer): string {
  return `${title}. ${summary}`;
}

/** The card of a chapter. */
function explainerCard(catalog: Catalog, explainer: Explainer): Card {
  const chapters = inOrder(catalog.explainers.values());
  const place = chapters.findIndex(({ slug }) => slug === explainer.slug) + 1;
  const figures = figureNames(explainer.body).length;
  return {
    address: explainerAddress(explainer.slug),
    alt: explainerCardAlt(explainer),
    kind: [
      `Chapter ${place} of ${chapters.length}`,
      `${readingMinutes(explainer.body)} minutes`,
      ...(figures > 0 ? [`${figures} ${figures === 1 ? 'figure' : 'figures'}`] : []),
    ].join(apart),
    title: explainer.title,
    sentence: explainer.summary,
    marks: [],
    chapters: { here: place, of: chapters.length },
  };
}

const viewTexts = new Map<string, { title: string; sentence: string }>([
  [
    addresses.home,
    {
      title: 'Transformer models',
      sentence: 'What each one is, what it changed, where it comes from, and how each fact is known.',
    },
  ],
  [
    addresses.models,
    { title: 'All models', sentence: 'One table to sort, filter and share: sizes, dates, labs, licences.' },
  ],
  [
    addresses.tree,
    { title: 'Family tree', sentence: 'Which model descends from which, and what it took over.' },
  ],
  [
    addresses.timeline,
    { title: 'Timeline', sentence: 'Every model by date, in lanes of branches and families.' },
  ],
  [
    addresses.timelineSize,
    {
      title: 'Timeline by size',
      sentence: 'Every published number of parameters by date, on a scale of powers of ten.',
    },
  ],
  [addresses.compare, { title: 'Compare', sentence: 'Two to six models side by side, field by field.' }],
  [
    addresses.learn,
    {
      title: 'Learn',
      sentence: 'Attention, architectures, objectives, RLHF, diffusion: a course whose figures compute.',
    },
  ],
  [
    addresses.corrections,
    {
      title: 'Corrections',
      sentence: 'What the survey of 2023 prints, what is right, and how that is known.',
    },
  ],
  [
    addresses.data,
    { title: 'Data', sentence: 'The catalog as files, with the source of every fact, under CC BY 4.0.' },
  ],
]);

/** What the card of a view says, in words; undefined for pages that are none of the main views. */
export function viewCardAlt(address: string): string | undefined {
  const texts = viewTexts.get(address);
  return texts && `${texts.title}. ${texts.sentence}`;
}

function viewPicture(catalog: Catalog, address: string): Pick<Card, 'picture' | 'tree' | 'chapters'> {
  if (address === addresses.tree) return { tree: treeDrawing(catalog) };
  if (address === addresses.learn) return { chapters: { here: undefined, of: catalog.explainers.size } };
  return { picture: address === addresses.timelineSize ? 'sizes' : 'crowd' };
}

/** The cards of the main views. That of the first page stands for every page without one of its own. */
function viewCards(catalog: Catalog, marks: readonly TimeMark[] = timeMarks(catalog)): Card[] {
  const years = catalog.models.map(({ released }) => yearOf(released)).sort();
  const minutes = [...catalog.explainers.values()].reduce((sum, { body }) => sum + readingMinutes(body), 0);
  return [...viewTexts].map(([address, { title, sentence }]) => ({
    address,
    alt: viewCardAlt(address)!,
    kind:
      address === addresses.learn
        ? `${catalog.explainers.size} chapters${apart}${minutes} minutes`
        : `${wholeText(catalog.models.length)} models${apart}${years[0]} to ${years.at(-1)}`,
    title,
    sentence,
    marks,
    ...viewPicture(catalog, address),
  }));
}

/** Whether cards are drawn at all: SHARE_CARDS=off builds without them, and pages then name none. */
export function areCardsDrawn(): boolean {
  return process.env.SHARE_CARDS !== 'off';
}

/** Every card of the site. */
export function allCards(catalog: Catalog): Card[] {
  const marks = timeMarks(catalog);
  return [
    ...viewCards(catalog, marks),
    ...[...catalog.explainers.values()].map((explainer) => explainerCard(catalog, explainer)),
    ...catalog.models.map((model) => modelCard(catalog, model, marks)),
  ];
}
