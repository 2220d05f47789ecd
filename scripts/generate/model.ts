import { stringify } from 'yaml';
import type { Content } from '../../src/catalog/content.ts';
import { dateText } from '../../src/catalog/number-text.ts';
import type { ArchitectureSlug } from '../../src/schema/architecture.ts';
import { descentKinds } from '../../src/schema/descent.ts';
import type { ModelEntry } from '../../src/schema/model.ts';
import type { Chance } from './chance.ts';
import { bodyText } from './prose.ts';
import { sizesOf, type GeneratedSizes } from './sizes.ts';

/** What later models must know of an earlier one. */
export interface Known {
  slug: string;
  name: string;
  released: string;
  family: string;
  labs: string[];
  architecture: ArchitectureSlug | undefined;
}

/** Slugs of the vocabulary that generated entries may use. */
export interface Terms {
  labs: string[];
  modalities: string[];
  traits: string[];
  pretraining: Record<ArchitectureSlug, string[]>;
  posttraining: string[];
  concepts: string[];
  /** Licences under which weights can be given away. */
  licenses: string[];
  proprietary: string[];
}

const byArchitecture: Record<ArchitectureSlug, string[]> = {
  encoder: ['mlm', 'rtd', 'nsp', 'sop', 'contrastive-text', 'contrastive-image-text'],
  decoder: ['clm', 'lm', 'multimodal-clm'],
  'encoder-decoder': ['span-corruption', 'dae', 'seq2seq', 'gap-sentences', 'mixture-of-denoisers'],
  other: ['denoising-diffusion', 'contrastive-image-text', 'structure-prediction', 'image-classification'],
};

export function termsOf(content: Content): Terms {
  const slugs = (entries: { slug: string }[]) => entries.map(({ slug }) => slug);
  const objectives = new Set(slugs(content.objectives));
  const among = (terms: string[]) => terms.filter((term) => objectives.has(term));
  return {
    labs: slugs(content.labs),
    modalities: slugs(content.modalities),
    traits: slugs(content.traits).filter((slug) => slug !== 'mixture-of-experts'),
    pretraining: {
      encoder: among(byArchitecture.encoder),
      decoder: among(byArchitecture.decoder),
      'encoder-decoder': among(byArchitecture['encoder-decoder']),
      other: among(byArchitecture.other),
    },
    posttraining: slugs(content.objectives.filter(({ data }) => data.stage === 'posttraining')),
    concepts: slugs(content.concepts),
    licenses: slugs(content.licenses.filter(({ data }) => !data.proprietary)),
    proprietary: slugs(content.licenses.filter(({ data }) => data.proprietary)),
  };
}

type Line = { by: string[]; note?: string } & (
  { model: string } | { concept: string } | { external: string }
);

/** The lines of descent, the main one first. Externals get names that no model of the catalog can have. */
function descentOf(chance: Chance, terms: Terms, parents: Known[]): Line[] {
  const kinds = () => chance.some(descentKinds, chance.happens(0.25) ? 2 : 1);
  const lines: Line[] = parents.map(({ slug }) => ({ model: slug, by: kinds() }));
  if (terms.concepts.length > 0 && chance.happens(0.03)) {
    lines.push({ concept: chance.of(terms.concepts), by: ['inspiration'] });
  }
  if (chance.happens(0.05)) {
    lines.push({
      external: `Unlisted network ${chance.below(400) + 1}`,
      by: kinds(),
      note: 'described in a report',
    });
  }
  return lines;
}

function traitsOf(chance: Chance, terms: Terms, sizes: GeneratedSizes): string[] {
  const traits = chance.happens(0.2) ? chance.some(terms.traits, 1) : [];
  return sizes.hasExperts ? ['mixture-of-experts', ...traits] : traits;
}

/** Most of what people publish, with its address; closed models have a licence that gives nothing away. */
function accessOf(chance: Chance, terms: Terms, slug: string, isUndisclosed: boolean) {
  const page = `https://example.org/${slug}`;
  const draw = chance.number();
  if (isUndisclosed || draw < 0.2) {
    const license = chance.happens(0.7) ? terms.proprietary.slice(0, 1) : [];
    return {
      weights: chance.happens(0.8) ? 'api' : 'none',
      ...(license.length > 0 && { license: { weights: license[0] } }),
      links: { announcement: `${page}/announcement`, service: `${page}/service` },
    };
  }
  if (draw < 0.27) return { links: { announcement: `${page}/announcement` } };
  const license = chance.of(terms.licenses);
  return {
    weights: draw < 0.35 ? 'gated' : 'open',
    ...(chance.happens(0.9) && {
      license: chance.happens(0.5) ? license : { code: chance.of(terms.licenses), weights: license },
    }),
    links: { code: `${page}/code`, weights: `${page}/weights` },
  };
}

/** Rows of evidence, most of them not checked; those that are give the value as the check wants to see it. */
function evidenceOf(chance: Chance, slug: string, released: string, added: string, sizes: GeneratedSizes) {
  const source = `https://example.org/${slug}`;
  const kind = () => chance.of(['primary', 'primary', 'mirror', 'secondary']);
  const rows: object[] = [{ source, kind: 'primary' }];
  const figures = sizes.variants.flatMap(({ parameters, active }) => [parameters ?? [], active ?? []].flat());
  const isSized = sizes.variants.some(({ parameters }) => parameters);
  if (isSized && chance.happens(0.6)) {
    const checked = chance.happens(0.5) && {
      read: `${source}/report`,
      says: figures.join(', '),
      checked: added,
    };
    rows.push({ for: ['parameters'], source, kind: kind(), at: `table ${chance.below(4) + 1}`, ...checked });
  }
  if (chance.happens(0.5)) {
    const checked = chance.happens(0.6) && { read: source, says: dateText(released), checked: added };
    rows.push({ for: ['released'], source, kind: kind(), ...checked });
  }
  if (chance.happens(0.4)) rows.push({ for: ['labs'], source, kind: kind(), at: 'title page' });
  return rows;
}

const applications = [
  'text generation',
  'classification',
  'translation',
  'retrieval',
  'question answering',
  'summarisation',
  'image generation',
  'code generation',
];
const corpora = [
  'open web',
  'English Wikipedia',
  'books',
  'source code',
  'image and text pairs',
  'scientific articles',
];
const surnames = [
  'Aalto',
  'Bauer',
  'Cruz',
  'Dufour',
  'Eriksen',
  'Fontana',
  'Garcia',
  'Huang',
  'Ito',
  'Jansen',
  'Kim',
  'Lopes',
];

function papersOf(chance: Chance, name: string, released: string, index: number): object[] {
  if (!chance.happens(0.75)) return [];
  const month = `${released.slice(2, 4)}${released.slice(5, 7) || '07'}`;
  // No month has had so many submissions, so none of these identifiers is anybody's.
  const arxiv = `${month}.${90000 + (index % 10000)}`;
  const authors = chance
    .some(surnames, 1 + chance.below(5))
    .map((surname) => `${chance.of('ABCDEFGHKLMNPRST'.split(''))}. ${surname}`);
  return [
    {
      role: 'main',
      title: `${name}: ${chance.of(['A Study of Scale', 'Learning from Text', 'An Open Model', 'A Report'])}`,
      authors,
      year: Number(released.slice(0, 4)),
      arxiv,
    },
  ];
}

/** Assumed or never said, for closed models. */
function silenceOf(chance: Chance, isUndisclosed: boolean, architecture: string | undefined) {
  if (!isUndisclosed) return chance.happens(0.2) ? { undisclosed: ['corpus'] } : {};
  const isAssumed = architecture !== undefined && chance.happens(0.3);
  return {
    undisclosed: ['parameters', 'corpus', ...(isAssumed ? ['architecture'] : [])],
    ...(isAssumed && { assumed: ['architecture'] }),
  };
}

/** The file of a generated model: front matter and text. */
export function modelText(
  chance: Chance,
  terms: Terms,
  known: Known,
  parents: Known[],
  aliases: string[],
  index: number,
): string {
  const { slug, name, released, family, labs, architecture } = known;
  const year = Number(released.slice(0, 4));
  const sizes = sizesOf(chance, year);
  const added = '2026-11-01';
  const modalities = chance.some(terms.modalities, chance.happens(0.3) ? 2 : 1);
  const pretraining = architecture ? chance.some(terms.pretraining[architecture], 1 + chance.below(2)) : [];
  const posttraining =
    year > 2020 && chance.happens(0.5) ? chance.some(terms.posttraining, 1 + chance.below(2)) : [];
  const frontMatter = {
    name,
    ...(aliases.length > 0 && { aliases }),
    summary: `A generated model of ${year}, ${parents[0] ? `made from ${parents[0].name}` : 'without parents in the catalog'}.`,
    family,
    labs,
    released,
    ...(architecture && { architecture }),
    traits: traitsOf(chance, terms, sizes),
    objectives: { pretraining, posttraining },
    modalities: modalities.length > 0 ? modalities : ['text'],
    applications: chance.some(applications, 1 + chance.below(2)),
    ...(chance.happens(0.6) && { corpus: chance.some(corpora, 1 + chance.below(3)) }),
    extends: descentOf(chance, terms, parents),
    ...(sizes.variants.length > 0 && { variants: sizes.variants }),
    ...accessOf(chance, terms, slug, sizes.isUndisclosed),
    papers: papersOf(chance, name, released, index),
    ...silenceOf(chance, sizes.isUndisclosed, architecture),
    evidence: evidenceOf(chance, slug, released, added, sizes),
    added,
  } satisfies Partial<Record<keyof ModelEntry, unknown>>;
  return `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n\n${bodyText(chance, known, parents, modalities)}`;
}
