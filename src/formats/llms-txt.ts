import { addresses, explainerAddress, twinAddress } from '../catalog/addresses.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { inOrder } from '../catalog/explainers.ts';
import { site } from '../site.ts';
import { apiFiles } from './api-files.ts';
import { markdownLink, markdownText } from './markdown.ts';

/**
 * What the site holds, for language models that read it (llmstxt.org): the data first, then the chapters, then the
 * Markdown twin of every model.
 * @param address the address of the site with its base and without a slash at its end
 */
export function llmsTxt(catalog: Catalog, address: string): string {
  const line = (text: string, path: string, what: string): string =>
    `- ${markdownLink(text, `${address}${path}`)}: ${markdownText(what)}`;
  return `${[
    `# ${site.name}`,
    '',
    `> ${site.description}`,
    '',
    'Unknown is never a guess: an absent field is one that nobody has recorded; `undisclosed` lists what the lab never said; `assumed` what is taken for granted but published nowhere; `evidence` says where each fact was read, and `checked` when. Licence of data and text: CC BY 4.0.',
    '',
    '## Data',
    '',
    ...apiFiles.map((file) => line(file.name, file.address, file.about)),
    line('Data', addresses.data, 'what the fields of these files mean, and the state of the data'),
    line('Feed', addresses.feed, 'additions and corrections, the newest first'),
    '',
    '## Chapters',
    '',
    ...inOrder(catalog.explainers.values()).map(({ slug, title, summary }) =>
      line(title, explainerAddress(slug), summary),
    ),
    line('Glossary', addresses.glossary, 'the words of the field, each in a sentence or two'),
    '',
    '## Models',
    '',
    ...catalog.models.map(({ slug, name, summary }) => line(name, twinAddress(slug, 'md'), summary)),
  ].join('\n')}\n`;
}
