import {
  briefFiles,
  caching,
  everyAnswer,
  hashedFolders,
  type Header,
  typesByEnding,
  typesByFile,
} from './response-headers.ts';

function rule(path: string, headers: readonly Header[]): string {
  return [path, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n');
}

/**
 * The file `_headers`, which Netlify and Cloudflare Pages read from the published folder. Where several rules hold
 * for an address the two hosts differ about a header that stands in more than one, so none does. All that is not
 * named keeps their own caching, which is to ask again each time.
 * @param base the base that the site was built for, such as `/` or `/catalog/`
 */
export function headersFile(base: string): string {
  const type = (value: string): Header => ['Content-Type', `${value}; charset=utf-8`];
  const rules = [
    rule('/*', everyAnswer),
    ...hashedFolders.map((folder) => rule(`${base}${folder}/*`, [['Cache-Control', caching.hashed]])),
    ...briefFiles.map((file) => rule(`${base}${file}`, [['Cache-Control', caching.brief]])),
    ...Object.entries(typesByEnding).map(([ending, value]) => rule(`/*.${ending}`, [type(value)])),
    ...Object.entries(typesByFile).map(([file, value]) => rule(`${base}${file}`, [type(value)])),
  ];
  return `${rules.join('\n\n')}\n`;
}
