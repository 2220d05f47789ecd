import { facetNames, type FacetName } from './addresses.ts';
import { compareNames, type Catalog, type Model } from './catalog.ts';
import { yearOf } from './number-text.ts';

/** A term of a facet and the models that have it. */
export interface FacetTerm {
  slug: string;
  label: string;
  description: string;
  /** By date, the oldest first. */
  models: Model[];
}

/** A facet with all its terms. */
export interface Facet {
  name: FacetName;
  /** In the singular, as the head of a column. */
  label: string;
  /** In the plural, as the title of the page. */
  title: string;
  description: string;
  terms: FacetTerm[];
}

const texts: Record<FacetName, { label: string; title: string; description: string }> = {
  families: {
    label: 'Family',
    title: 'Families',
    description: 'One shelf for each model, in the branches of the tree.',
  },
  architectures: {
    label: 'Architecture',
    title: 'Architectures',
    description: 'Which positions may see which, and the sign that stands for it throughout.',
  },
  objectives: {
    label: 'Objective',
    title: 'Objectives',
    description: 'What a model was trained to do, each explained with its formula.',
  },
  labs: { label: 'Lab', title: 'Labs', description: 'Who trained what.' },
  years: {
    label: 'Year',
    title: 'Years',
    description: 'By the year of the earliest public paper, weights or service.',
  },
  licenses: {
    label: 'Licence',
    title: 'Licences',
    description: 'The terms on code, weights and data, and whether they allow commercial use.',
  },
  modalities: { label: 'Modality', title: 'Modalities', description: 'What goes in and what comes out.' },
  traits: {
    label: 'Trait',
    title: 'Traits',
    description: 'Parts and methods that set a model’s architecture apart.',
  },
};

/** The title of a facet's page. */
export function facetTitle(name: FacetName): string {
  return texts[name].title;
}

/** The objective and all that it is a kind of: causal LM is found under LM too. */
export function withGeneralObjectives(catalog: Catalog, slug: string): string[] {
  const chain: string[] = [];
  for (
    let next: string | undefined = slug;
    next && !chain.includes(next);
    next = catalog.objectives.get(next)?.kindOf
  ) {
    chain.push(next);
  }
  return chain;
}

/** The terms of a facet that a model has, without repeats. */
export function termsOf(catalog: Catalog, model: Model, facet: FacetName): string[] {
  switch (facet) {
    case 'families':
      return [model.family];
    case 'architectures':
      return model.architecture ? [model.architecture] : [];
    case 'objectives': {
      const stated = [...model.objectives.pretraining, ...model.objectives.posttraining];
      return [...new Set(stated.flatMap((slug) => withGeneralObjectives(catalog, slug)))];
    }
    case 'labs':
      return model.labs;
    case 'years':
      return [yearOf(model.released)];
    case 'licenses':
      return [...new Set(Object.values(model.license).filter((term) => term !== undefined))];
    case 'modalities':
      return model.modalities;
    case 'traits':
      return model.traits;
  }
}

function describedTerms(catalog: Catalog, facet: Exclude<FacetName, 'years'>): Omit<FacetTerm, 'models'>[] {
  const terms = [...catalog[facet].values()].map(({ slug, label, description }) => ({
    slug,
    label,
    description,
  }));
  if (facet !== 'architectures') return terms.sort((a, b) => compareNames(a.label, b.label));
  const order = (slug: string) => catalog.architectures.get(slug)!.order;
  return terms.sort((a, b) => order(a.slug) - order(b.slug));
}

/** The years of the models and those that have a text. */
function yearTerms({ models, years }: Catalog): Omit<FacetTerm, 'models'>[] {
  const slugs = [...new Set([...models.map((model) => yearOf(model.released)), ...years.keys()])].sort();
  return slugs.map((slug) => ({
    slug,
    label: slug,
    description: years.get(slug)?.description ?? `Models that came out in ${slug}.`,
  }));
}

function byDate(a: Model, b: Model): number {
  return a.released < b.released ? -1 : a.released > b.released ? 1 : compareNames(a.name, b.name);
}

/** A facet with every term of its vocabulary, those without models included. */
export function facetOf(catalog: Catalog, name: FacetName): Facet {
  const members = new Map<string, Model[]>();
  for (const model of [...catalog.models].sort(byDate)) {
    for (const term of termsOf(catalog, model, name))
      members.set(term, [...(members.get(term) ?? []), model]);
  }
  const terms = name === 'years' ? yearTerms(catalog) : describedTerms(catalog, name);
  return {
    name,
    ...texts[name],
    terms: terms.map((term) => ({ ...term, models: members.get(term.slug) ?? [] })),
  };
}

/** All facets, in the order of the home page. */
export function facetsOf(catalog: Catalog): Facet[] {
  return facetNames.map((name) => facetOf(catalog, name));
}
