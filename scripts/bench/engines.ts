/** The searches that are compared. Versions are installed into a temporary folder, never into the project. */
export const packages = {
  minisearch: '7.2.0',
  flexsearch: '0.8.212',
  'fuse.js': '7.5.0',
  '@leeoniya/ufuzzy': '1.0.19',
  esbuild: '0.25.12',
};

/** A way to use an engine: what is set, and a module that makes `window.engine` of it. */
export interface Setting {
  engine: string;
  setting: string;
  source: string;
}

export const ours = 'name index (ours)';

/** Words as they are, and run together: what helps an engine with "gpt3" and "xlm r". */
const joining = `
  const joinedWords = (text) => {
    const words = text.split(/[\\s\\-–_./·()]+/u).filter(Boolean);
    return words.length > 1 ? [...words, words.join('')] : words;
  };`;

/** `wordsOf` splits a text; undefined for the engine’s own way. */
function miniSearch(setting: string, search: string, isJoining: boolean): Setting {
  return {
    engine: 'MiniSearch',
    setting,
    source: `
      import MiniSearch from 'minisearch';
      ${isJoining ? joining : ''}
      let index;
      window.engine = {
        build(all) {
          index = new MiniSearch({
            fields: ['name', 'aliases'],
            extractField: (row, field) => field === 'id' ? row.id : [row[field]].flat().join(' '),
            ${isJoining ? 'tokenize: joinedWords,' : ''}
          });
          index.addAll(all.map(({ name, aliases }, id) => ({ id, name, aliases })));
        },
        search: (query, limit) => index.search(query, ${search}).slice(0, limit).map(({ id }) => id),
      };`,
  };
}

function flexSearch(setting: string, options: string, isJoining = false): Setting {
  return {
    engine: 'FlexSearch',
    setting,
    source: `
      import { Charset, Index } from 'flexsearch';
      ${joining}
      let index;
      const texts = ({ name, aliases }) => [name, ...aliases]${isJoining ? '.flatMap(joinedWords)' : ''}.join(' ');
      window.engine = {
        build(all) {
          index = new Index(${options});
          all.forEach((row, id) => index.add(id, texts(row)));
        },
        search: (query, limit) => index.search(query, { limit, suggest: true }),
      };`,
  };
}

function fuse(setting: string, options: string): Setting {
  return {
    engine: 'Fuse.js',
    setting,
    source: `
      import Fuse from 'fuse.js';
      let index;
      window.engine = {
        build(all) { index = new Fuse(all, ${options}); },
        search: (query, limit) => index.search(query, { limit }).map(({ refIndex }) => refIndex),
      };`,
  };
}

function uFuzzy(setting: string, options: string, isJoining: boolean): Setting {
  return {
    engine: 'uFuzzy',
    setting,
    source: `
      import uFuzzy from '@leeoniya/ufuzzy';
      let matcher, haystack, owner;
      const texts = (name) => ${isJoining ? "[...new Set([name, name.replace(/[\\s\\-–_./·()]+/gu, '')])]" : '[name]'};
      window.engine = {
        build(all) {
          matcher = new uFuzzy(${options});
          haystack = []; owner = [];
          all.forEach(({ name, aliases }, id) => [name, ...aliases].flatMap(texts).forEach((text) => { haystack.push(text); owner.push(id); }));
        },
        search(query, limit) {
          const [found, info, order] = matcher.search(haystack, query, 1, 1e5);
          const places = order ? order.map((at) => info.idx[at]) : (found ?? []);
          return [...new Set(places.map((place) => owner[place]))].slice(0, limit);
        },
      };`,
  };
}

const nameFirst = '{ prefix: true, fuzzy: 0.2, boost: { name: 2 } }';
const fuzzier = '{ prefix: true, fuzzy: 0.34, maxFuzzy: 2, boost: { name: 2 } }';
const strictly = "{ prefix: true, fuzzy: 0.2, boost: { name: 2 }, combineWith: 'AND' }";
const keys = "keys: [{ name: 'name', weight: 2 }, 'aliases']";

/**
 * Ways to use each engine that its documentation suggests for names typed with mistakes. Each is tried; the best one
 * counts. Rows with name and aliases go into `build`, `search` gives numbers of rows, the best first.
 */
export function settingsOf(sourceFolder: string): Setting[] {
  const from = (file: string) => JSON.stringify(`${sourceFolder}/${file}`);
  return [
    {
      engine: ours,
      setting: 'as on the site',
      source: `
        import { findNames } from ${from('find-names.ts')};
        import { nameIndex } from ${from('name-index.ts')};
        let index;
        window.engine = {
          build(all) { index = nameIndex(all.map((row, id) => ({ ...row, variants: [], id }))); },
          search: (query, limit) => findNames(index, query, limit).map(({ row }) => row.id),
        };`,
    },
    miniSearch('prefix, fuzzy 0.2, names boosted', nameFirst, false),
    miniSearch('the same, joined words too', nameFirst, true),
    miniSearch('fuzzy 0.34, joined words too', fuzzier, true),
    miniSearch('fuzzy 0.2, all words, joined words too', strictly, true),
    flexSearch('forward, LatinBalance', "{ tokenize: 'forward', encoder: Charset.LatinBalance }"),
    flexSearch('full, LatinBalance', "{ tokenize: 'full', encoder: Charset.LatinBalance }"),
    flexSearch('tolerant, joined words too', "{ tokenize: 'tolerant' }", true),
    flexSearch(
      'forward, LatinBalance, joined words too',
      "{ tokenize: 'forward', encoder: Charset.LatinBalance }",
      true,
    ),
    flexSearch(
      'forward, LatinAdvanced, joined words too',
      "{ tokenize: 'forward', encoder: Charset.LatinAdvanced }",
      true,
    ),
    fuse('threshold 0.4, names weigh double', `{ ${keys}, threshold: 0.4 }`),
    fuse('threshold 0.4, names alone', "{ keys: ['name'], threshold: 0.4 }"),
    fuse('threshold 0.4, anywhere', `{ ${keys}, threshold: 0.4, ignoreLocation: true }`),
    fuse('threshold 0.6, length of fields ignored', `{ ${keys}, threshold: 0.6, ignoreFieldNorm: true }`),
    uFuzzy('one slip a word', '{ intraMode: 1 }', false),
    uFuzzy('one slip a word, joined names too', '{ intraMode: 1 }', true),
    uFuzzy('letters between, joined names too', '{ intraMode: 0, intraIns: 2 }', true),
  ];
}
