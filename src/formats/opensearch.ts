import { addresses } from '../catalog/addresses.ts';
import { site } from '../site.ts';
import { xmlDeclaration, xmlText } from './xml.ts';

/**
 * How a browser's address bar searches the catalog (OpenSearch 1.1).
 * @param address the address of the site with its base and without a slash at its end
 */
export function openSearchDescription(address: string): string {
  const results = `${address}${addresses.search}?q={searchTerms}`;
  // ShortName holds at most 16 characters.
  return `${xmlDeclaration}${[
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    '<ShortName>Transformers</ShortName>',
    `<LongName>${xmlText(site.name)}</LongName>`,
    '<Description>Finds a Transformer model by the name you remember</Description>',
    '<InputEncoding>UTF-8</InputEncoding>',
    '<Language>en</Language>',
    `<Image width="16" height="16" type="image/svg+xml">${xmlText(address)}/favicon.svg</Image>`,
    `<Url type="text/html" method="get" template="${xmlText(results)}"/>`,
    `<Url type="application/opensearchdescription+xml" rel="self" template="${xmlText(address + addresses.openSearch)}"/>`,
    '</OpenSearchDescription>',
  ].join('\n')}\n`;
}
