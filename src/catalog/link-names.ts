import type { ModelEntry } from '../schema/model.ts';

const linkNames: Record<keyof ModelEntry['links'], string> = {
  announcement: 'Announcement',
  code: 'Code',
  weights: 'Weights',
  huggingface: 'Weights at Hugging Face',
  data: 'Data',
  card: 'Model card',
  documentation: 'Documentation',
  demo: 'Demonstration',
  service: 'Service',
};

/** The links of a model with what each leads to, in the order of the entry. */
export function namedLinks({ links }: ModelEntry): { name: string; address: string }[] {
  return Object.entries(links).flatMap(([kind, address]) =>
    address ? [{ name: linkNames[kind as keyof typeof linkNames], address }] : [],
  );
}

/** Where a paper can be read: at arXiv, by its DOI, or at its own address. */
export function paperAddress({ arxiv, doi, url }: ModelEntry['papers'][number]): string | undefined {
  if (arxiv) return `https://arxiv.org/abs/${arxiv}`;
  return doi ? `https://doi.org/${doi}` : url;
}
