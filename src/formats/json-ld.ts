import {
  addresses,
  conceptAddress,
  explainerAddress,
  facetAddress,
  glossaryAddress,
  modelAddress,
  sourceAddress,
} from '../catalog/addresses.ts';
import { compareNames, type Catalog, type Model, type TermOf } from '../catalog/catalog.ts';
import type { Crumb } from '../catalog/crumbs.ts';
import { readingMinutes, type Explainer } from '../catalog/explainers.ts';
import { facetTitle, type Facet, type FacetTerm } from '../catalog/facets.ts';
import { lastChangeOf, lastChangeOfData } from '../catalog/published-pages.ts';
import type { Paper } from '../schema/paper.ts';
import { site } from '../site.ts';
import { apiFiles } from './api-files.ts';

// Every `address` of this file is that of the site with its base and without a slash at its end.

/** A thing described with the words of schema.org. */
export interface LinkedThing {
  '@type': string;
  '@id'?: string | undefined;
  [property: string]: unknown;
}

const titles = { learn: 'Learn', concepts: 'Concepts', glossary: 'Glossary' } as const;
const contentLicense = 'https://creativecommons.org/licenses/by/4.0/';

/**
 * Things as one JSON-LD text that can stand in a script element: with "<" escaped, no name and no sentence can end
 * the element.
 */
export function jsonLdText(things: readonly LinkedThing[]): string {
  const graph = { '@context': 'https://schema.org', '@graph': things };
  return JSON.stringify(graph).replaceAll('<', '\\u003c');
}

/** The way to a page. */
export function breadcrumbList(crumbs: readonly Crumb[], address: string): LinkedThing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map((crumb, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: crumb.name,
      item: address + crumb.address,
    })),
  };
}

/** The site, with the search that it offers. */
export function websiteThing(address: string): LinkedThing {
  return {
    '@type': 'WebSite',
    '@id': `${address}/`,
    url: `${address}/`,
    name: site.name,
    description: site.description,
    inLanguage: 'en',
    license: contentLicense,
    potentialAction: {
      '@type': 'SearchAction',
      target: `${address}${addresses.search}?q={search_term_string}`,
      'query-input': 'required name=search_term_string',
    },
  };
}

function datasetId(address: string): string {
  return `${address}${addresses.data}#dataset`;
}

/** The catalog as data. */
export function datasetThing(catalog: Catalog, address: string): LinkedThing {
  const { models } = catalog;
  const years = models.map(({ released }) => released.slice(0, 4)).sort();
  const days = models.map(({ added }) => added).sort();
  return {
    '@type': 'Dataset',
    '@id': datasetId(address),
    url: address + addresses.data,
    name: site.name,
    description: `${models.length} Transformer models: dates, sizes, architectures, objectives, licences and lines of descent, with the source of every fact and whether it was checked.`,
    license: contentLicense,
    isAccessibleForFree: true,
    inLanguage: 'en',
    creator: { '@type': 'Organization', name: `The contributors to ${site.name}`, url: site.repository },
    keywords: ['Transformer', 'language model', 'foundation model', 'machine learning'],
    datePublished: days[0],
    dateModified: lastChangeOfData(catalog),
    temporalCoverage: years.length > 0 ? `${years[0]}/${years.at(-1)}` : undefined,
    isBasedOn: 'https://arxiv.org/abs/2302.07730',
    distribution: apiFiles.map(({ address: path, type: format }) => ({
      '@type': 'DataDownload',
      contentUrl: address + path,
      encodingFormat: format,
    })),
  };
}

/** Where a paper can be found, the most lasting address first. */
function paperAddresses({ doi, arxiv, url }: Paper): string[] {
  return [doi && sourceAddress(`doi:${doi}`), arxiv && sourceAddress(`arxiv:${arxiv}`), url].filter(
    (found) => found !== undefined,
  );
}

function authorThing(name: string): LinkedThing {
  return { '@type': name.includes(' ') ? 'Person' : 'Organization', name };
}

/** A paper about a model. */
export function paperThing(paper: Paper): LinkedThing {
  const [url, ...others] = paperAddresses(paper);
  return {
    '@type': 'ScholarlyArticle',
    '@id': url,
    url,
    headline: paper.title,
    author: paper.authors.filter((author) => author !== 'others').map(authorThing),
    datePublished: String(paper.year),
    isPartOf: paper.venue ? { '@type': 'CreativeWork', name: paper.venue } : undefined,
    sameAs: others.length > 0 ? others : undefined,
  };
}

/** The page of a model and the papers about the model. */
export function modelThings(model: Model, address: string): LinkedThing[] {
  const url = address + modelAddress(model.slug);
  const papers = model.papers.map((paper, index) => {
    const thing = paperThing(paper);
    return { ...thing, '@id': thing['@id'] ?? `${url}#paper-${index + 1}` };
  });
  return [
    {
      '@type': 'WebPage',
      '@id': url,
      url,
      name: model.name,
      alternateName: model.aliases.length > 0 ? model.aliases : undefined,
      description: model.summary,
      inLanguage: 'en',
      license: contentLicense,
      datePublished: model.added,
      dateModified: lastChangeOf(model),
      isPartOf: { '@id': datasetId(address) },
      citation: papers.length > 0 ? papers.map((paper) => ({ '@id': paper['@id'] })) : undefined,
    },
    ...papers,
  ];
}

/** A chapter of the course. */
export function explainerThing(explainer: Explainer, address: string): LinkedThing {
  const url = address + explainerAddress(explainer.slug);
  return {
    '@type': 'LearningResource',
    '@id': url,
    url,
    name: explainer.title,
    description: explainer.summary,
    inLanguage: 'en',
    license: contentLicense,
    learningResourceType: 'chapter',
    teaches: explainer.outcomes,
    timeRequired: `PT${readingMinutes(explainer.body)}M`,
    isPartOf: { '@type': 'Course', name: titles.learn, url: address + addresses.learn },
    citation: explainer.sources.map(({ title, source }) => ({
      '@type': 'CreativeWork',
      name: title,
      url: sourceAddress(source),
    })),
  };
}

function definedTerm(
  url: string,
  label: string,
  description: string,
  aliases: readonly string[],
): LinkedThing {
  return {
    '@type': 'DefinedTerm',
    '@id': url,
    url,
    name: label,
    alternateName: aliases.length > 0 ? aliases : undefined,
    description,
  };
}

function termSet(name: string, url: string): LinkedThing {
  return { '@type': 'DefinedTermSet', name, url };
}

/** An idea that models are built on. */
export function conceptThing(concept: TermOf<'concepts'>, address: string): LinkedThing {
  const url = address + conceptAddress(concept.slug);
  return {
    ...definedTerm(url, concept.label, concept.description, []),
    inDefinedTermSet: termSet(titles.concepts, address + addresses.concepts),
  };
}

/** The glossary with its words. */
export function glossaryThing(catalog: Catalog, address: string): LinkedThing {
  const words = [...catalog.glossary.values()].sort((a, b) => compareNames(a.label, b.label));
  return {
    ...termSet(titles.glossary, address + addresses.glossary),
    hasDefinedTerm: words.map(({ slug, label, description }) =>
      definedTerm(address + glossaryAddress(slug), label, description, []),
    ),
  };
}

/** A term by which models can be browsed: a lab is an organisation, a year no term but a list, all else is a word. */
export function facetTermThing(
  catalog: Catalog,
  facet: Facet,
  term: FacetTerm,
  address: string,
): LinkedThing {
  const url = address + facetAddress(facet.name, term.slug);
  const page = { '@id': url, url, name: term.label, description: term.description };
  if (facet.name === 'years') return { '@type': 'CollectionPage', ...page };
  if (facet.name === 'labs') {
    const lab = catalog.labs.get(term.slug)!;
    const alternateName = lab.aliases.length > 0 ? lab.aliases : undefined;
    const about = { '@type': 'Organization', name: lab.label, alternateName, url: lab.url };
    return { '@type': 'CollectionPage', ...page, about };
  }
  const { aliases = [], abbreviation } = catalog[facet.name].get(term.slug) as {
    aliases?: string[];
    abbreviation?: string;
  };
  return {
    ...definedTerm(url, term.label, term.description, aliases),
    termCode: abbreviation,
    inDefinedTermSet: termSet(facetTitle(facet.name), address + facetAddress(facet.name)),
  };
}
