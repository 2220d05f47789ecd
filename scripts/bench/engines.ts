/** The searches that are compared. Versions are installed into a temporary folder, never into the project. */
export const packages = {
  minisearch: '7.2.0',
  flexsearch: '0.8.212',
  'fuse.js': '7.5.0',
  '@leeoniya/ufuzzy': '1.0.19',
  esbuild: '0.25.12',
};

/**
 * Each is a module that makes `window.engine = { build(rows), search(query): number[] }`: rows with name and
 * aliases go in, numbers of rows come out, the best first. Settings are those that their documentation gives for
 * names that are typed with mistakes.
 */
export function engineSources(nameIndexPath: string): Record<string, string> {
  return {
    'name index (ours)': `
      import { findNames, nameIndex } from ${JSON.stringify(nameIndexPath)};
      let index, rows;
      window.engine = {
        build(all) { rows = all.map((row, id) => ({ ...row, variants: [], id })); index = nameIndex(rows); },
        search: (query) => findNames(index, query, 10).map(({ row }) => row.id),
      };`,
    MiniSearch: `
      import MiniSearch from 'minisearch';
      let index;
      window.engine = {
        build(all) {
          index = new MiniSearch({ fields: ['name', 'aliases'], extractField: (row, field) => [row[field]].flat().join(' ') || row.id });
          index.addAll(all.map(({ name, aliases }, id) => ({ id, name, aliases })));
        },
        search: (query) => index.search(query, { prefix: true, fuzzy: 0.2, boost: { name: 2 } }).slice(0, 10).map(({ id }) => id),
      };`,
    'MiniSearch, joined tokens': `
      import MiniSearch from 'minisearch';
      let index;
      const tokenize = (text) => {
        const tokens = text.split(/[\\s\\-–_./·()]+/u).filter(Boolean);
        return tokens.length > 1 ? [...tokens, tokens.join('')] : tokens;
      };
      window.engine = {
        build(all) {
          index = new MiniSearch({ fields: ['name', 'aliases'], tokenize, extractField: (row, field) => field === 'id' ? row.id : [row[field]].flat().join(' ') });
          index.addAll(all.map(({ name, aliases }, id) => ({ id, name, aliases })));
        },
        search: (query) => index.search(query, { prefix: true, fuzzy: 0.2, boost: { name: 2 } }).slice(0, 10).map(({ id }) => id),
      };`,
    FlexSearch: `
      import { Index } from 'flexsearch';
      let index;
      window.engine = {
        build(all) {
          index = new Index({ tokenize: 'forward', encoder: 'LatinBalance' });
          all.forEach(({ name, aliases }, id) => index.add(id, [name, ...aliases].join(' ')));
        },
        search: (query) => index.search(query, { limit: 10, suggest: true }),
      };`,
    'Fuse.js': `
      import Fuse from 'fuse.js';
      let index;
      window.engine = {
        build(all) { index = new Fuse(all, { keys: [{ name: 'name', weight: 2 }, 'aliases'], ignoreLocation: false, threshold: 0.4 }); },
        search: (query) => index.search(query, { limit: 10 }).map(({ refIndex }) => refIndex),
      };`,
    uFuzzy: `
      import uFuzzy from '@leeoniya/ufuzzy';
      let matcher, haystack, owner;
      window.engine = {
        build(all) {
          matcher = new uFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });
          haystack = []; owner = [];
          all.forEach(({ name, aliases }, id) => [name, ...aliases].forEach((text) => { haystack.push(text); owner.push(id); }));
        },
        search(query) {
          const [found, info, order] = matcher.search(haystack, query, 1, 1e5);
          const places = order ? order.map((at) => info.idx[at]) : (found ?? []);
          return [...new Set(places.map((place) => owner[place]))].slice(0, 10);
        },
      };`,
  };
}
