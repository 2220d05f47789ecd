/** The facets by which models can be browsed, in the order of the home page. */
export const facetNames = [
  'families',
  'architectures',
  'objectives',
  'labs',
  'years',
  'licenses',
  'modalities',
  'traits',
] as const;

export type FacetName = (typeof facetNames)[number];

/** The page of a model. All addresses here are relative to the site’s base and begin with a slash. */
export function modelAddress(slug: string): string {
  return `/models/${slug}/`;
}

/** The forms of a model beside its page: for programs, for citing, for pasting. */
export const twinKinds = ['json', 'bib', 'md'] as const;

export type TwinKind = (typeof twinKinds)[number];

/** A model in another form than its page. */
export function twinAddress(slug: string, kind: TwinKind): string {
  return `/models/${slug}.${kind}`;
}

/** The page of a facet, or of one of its terms. */
export function facetAddress(facet: FacetName, term?: string): string {
  return term === undefined ? `/${facet}/` : `/${facet}/${term}/`;
}

/** The page of a concept. */
export function conceptAddress(slug: string): string {
  return `/concepts/${slug}/`;
}

/** The page of an explainer. */
export function explainerAddress(slug: string): string {
  return `/learn/${slug}/`;
}

/** A word of the glossary. */
export function glossaryAddress(slug: string): string {
  return `${addresses.glossary}#${slug}`;
}

/** The data of a model from which a comparison is drawn. */
export function comparedAddress(slug: string): string {
  return `/compare/${slug}.json`;
}

/** Models side by side. */
export function compareAddress(slugs: readonly string[]): string {
  return `${addresses.compare}?models=${slugs.join(',')}`;
}

/** The picture for link previews of a page. */
export function cardAddress(page: string): string {
  return `/share${page === addresses.home ? '/home' : page.slice(0, -1)}.png`;
}

export const addresses = {
  home: '/',
  models: '/models/',
  tree: '/tree/',
  treeFile: '/tree/tree.svg',
  timeline: '/timeline/',
  timelineSize: '/timeline/size/',
  compare: '/compare/',
  concepts: '/concepts/',
  learn: '/learn/',
  glossary: '/learn/glossary/',
  search: '/search/',
  about: '/about/',
  corrections: '/corrections/',
  changes: '/changes/',
  data: '/data/',
  apiIndex: '/api/v1/index.json',
  modelsJson: '/api/v1/models.json',
  modelsCsv: '/api/v1/models.csv',
  evidenceCsv: '/api/v1/evidence.csv',
  modelsBib: '/api/v1/models.bib',
  modelSchema: '/api/v1/model.schema.json',
  facetsJson: '/api/v1/facets.json',
  correctionsJson: '/api/v1/corrections.json',
  names: '/search/names.json',
  feed: '/feed.xml',
  sitemap: '/sitemap-index.xml',
  sitemapOfPages: '/sitemap-pages.xml',
  llms: '/llms.txt',
  openSearch: '/opensearch.xml',
} as const;

/** Puts an address below the base that the site is built for: `/` or `/catalog/`. */
export function withBase(base: string, address: string): string {
  return base.replace(/\/$/, '') + address;
}

/** The source of an entry, for "edit this page". */
export function editAddress(repository: string, file: string): string {
  return `${repository}/edit/main/${file}`;
}

/** Where a model that the catalog lacks can be proposed, by the name that was looked for where there is one. */
export function proposalAddress(repository: string, name = ''): string {
  return formAddress(repository, 'add-model', { title: `Add ${name || 'a model'}`, ...(name && { name }) });
}

/** Where a wrong or missing value of a model can be reported. */
export function correctionAddress(repository: string, model: string): string {
  return formAddress(repository, 'correct-value', { title: `${model}: `, model });
}

/** Where any mistake can be reported: the choice of forms. */
export function reportAddress(repository: string): string {
  return `${repository}/issues/new/choose`;
}

/** A form of .github/ISSUE_TEMPLATE; `fields` fills in the title and, by their ids, its fields. */
function formAddress(repository: string, form: string, fields: Record<string, string>): string {
  return `${repository}/issues/new?${new URLSearchParams({ template: `${form}.yml`, ...fields })}`;
}

/** Where the original of a piece of evidence can be read. */
export function sourceAddress(source: string): string {
  if (source.startsWith('arxiv:')) return `https://arxiv.org/abs/${source.slice(6)}`;
  if (source.startsWith('doi:')) return `https://doi.org/${source.slice(4)}`;
  return source;
}

/** The original of a piece of evidence in few letters: "arXiv 2401.04088", "doi 10.1038/…", "mistral.ai/news/…". */
export function sourceLabel(source: string): string {
  if (source.startsWith('arxiv:')) return `arXiv ${source.slice(6)}`;
  if (source.startsWith('doi:')) return `doi ${source.slice(4)}`;
  const { hostname, pathname } = new URL(source);
  const path = pathname.replace(/\/$/, '');
  const host = hostname.replace(/^www\./, '');
  if (host === 'github.com' || host === 'huggingface.co') {
    return path.split('/').slice(1, 3).join('/') || host;
  }
  return host;
}

/** Where that which was opened can be opened again: an address inside the text, or the file of a GitHub repository. */
export function readAddress(read: string): string | undefined {
  const address = /https?:\/\/[^\s,;]+/.exec(read)?.[0];
  if (address) return address;
  const repository = /\bgithub\.com\/([^\s/,]+\/[^\s/,]+)/.exec(read)?.[1];
  if (!repository) return undefined;
  const commit = /commit ([0-9a-f]{7,40})/.exec(read)?.[1];
  const path = /,\s*([\w./ -]+\.\w+|[A-Z_]{4,}|[\w-]+\/[\w./-]+)\s*(?:,|$)/.exec(read)?.[1]?.trim();
  if (commit && path) return encodeURI(`https://github.com/${repository}/blob/${commit}/${path}`);
  return `https://github.com/${repository}`;
}

/** What was opened, beside its source: a repository that the label of the source names already is not named again. */
export function readText(read: string, source: string): string {
  const named = `github.com/${sourceLabel(source)}`;
  const rest = read.startsWith(named) ? /^[,:]\s*(.+)$/.exec(read.slice(named.length))?.[1] : undefined;
  return rest ?? read;
}

/** The host of an address, without www. */
export function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, '');
}
