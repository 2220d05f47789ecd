import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from '../../src/catalog/edit-distance.ts';
import { findNames } from '../../src/catalog/find-names.ts';
import { nameIndex, variantName, type Named, type NameIndex } from '../../src/catalog/name-index.ts';
import { isRespelled, piecesOf, type NameHit } from '../../src/catalog/name-matches.ts';
import { findNamesAsTyped } from '../../src/catalog/names-as-typed.ts';
import { normalName } from '../../src/catalog/names.ts';
import { queryOfAddress } from '../../src/views/search/address-words.ts';
import { detailsFile, namesFile, rowsOf } from '../../src/views/search/name-files.ts';
import { nameRows } from '../../src/views/search/name-rows.ts';
import { cleanQuery } from '../../src/views/search/query.ts';
import { siteCatalog } from './site-catalog.ts';

/** Names that people confuse, misspell and shorten; some with other names, after a slash those of variants. */
const wellKnown = `
  ALBERT | AlexaTM 20B, Alexa Teacher Model | Alpaca, Stanford Alpaca | AlphaFold, AlphaFold 2 | BART | BERT / base, large
  BigBird | BlenderBot 3, BB3 | BLOOM / 176B | ChatGPT | Chinchilla | CLIP / ViT-L/14 | CM3 | CTRL | Claude | Claude 2
  Codex | Command R | Command R+ | DALL·E, DALL-E | DALL·E 2, unCLIP | DALL·E 3 | DeBERTa | DeBERTaV3 | DialoGPT
  Decision Transformer | DistilBERT | Dolly | DQ-BART | E5 | ELECTRA | ERNIE | ERNIE 2.0 | Flamingo | Flan-PaLM
  Flan-T5 | Galactica | Gato | Gemini 1.5 / Pro, Flash | Gemma | Gemma 2 / 2B, 9B, 27B | GLaM | GLIDE | GLM-130B
  Global Context ViT, GC-ViT | Gopher | GopherCite | GPT, GPT-1 | GPT-2 / 1.5B | GPT-3 / 175B | GPT-3.5 | GPT-4
  GPT-4o | GPT-J, GPT-J-6B | GPT-Neo | GPT-NeoX-20B, GPT-NeoX | HTLM | Imagen | InstructGPT | Jurassic-1, J1 | LaMDA
  LLaMA / 7B, 13B, 33B, 65B | Llama 2 / 7B, 13B, 70B | Llama 3 / 8B, 70B | mBART | Megatron-LM | Minerva
  Megatron-Turing NLG, MT-NLG 530B | Mistral 7B | Mixtral / 8x7B, 8x22B | mT5 | OPT / 175B | OPT-IML | PaLM / 540B
  PaLM 2 | PanGu-α | Pegasus | Perceiver | Pythia | Qwen | Qwen2 | Qwen2.5 | Reformer | RoBERTa | SeeKeR | Sparrow
  Stable Diffusion, SD | StableLM | StarCoder | StarCoder2 | Swin Transformer | Switch Transformer | T0 | T5 / 11B
  Transformer | Transformer-XL | Tülu 2 | Turing-NLG, T-NLG | UL2 | Vicuna | ViT, Vision Transformer / L/16 | Whisper
  Wu Dao 2.0 | XLM | XLM-RoBERTa, XLM-R | XLNet | Yi | π0
`
  .split(/[|\n]/)
  .map((entry) => entry.trim())
  .filter(Boolean)
  .map((entry): Named => {
    const [names, variants] = entry.split(' / ');
    const [name, ...aliases] = names!.split(', ');
    return { name: name!, aliases, variants: variants?.split(', ') ?? [] };
  });

const famous = nameIndex(wellKnown);

function found(query: string, index: NameIndex<Named> = famous): string[] {
  return findNames(index, query).map(({ row }) => row.name);
}

describe('a name is found however it is remembered', () => {
  test.for([
    // case, accents, separators, Greek, digits
    ['gpt3', 'GPT-3'],
    ['GPT 3', 'GPT-3'],
    ['dalle2', 'DALL·E 2'],
    ['DALL·E 2', 'DALL·E 2'],
    ['LLaMA 2', 'Llama 2'],
    ['llama-2', 'Llama 2'],
    ['tulu 2', 'Tülu 2'],
    ['pangu alpha', 'PanGu-α'],
    ['pi0', 'π0'],
    ['command r plus', 'Command R+'],
    ['vit-l/16', 'ViT'],
    // aliases and variants
    ['xlm r', 'XLM-RoBERTa'],
    ['XLM-R', 'XLM-RoBERTa'],
    ['sd', 'Stable Diffusion'],
    ['mixtral 8x22b', 'Mixtral'],
    ['gemini 1.5 flash', 'Gemini 1.5'],
    ['llama 65b', 'LLaMA'],
    ['llama 8b', 'Llama 3'],
    ['bert large', 'BERT'],
    // beginnings, words, initials
    ['rober', 'RoBERTa'],
    ['stab dif', 'Stable Diffusion'],
    ['diffusion stable', 'Stable Diffusion'],
    ['mtnlg', 'Megatron-Turing NLG'],
    ['gcvit', 'Global Context ViT'],
    // slips
    ['robberta', 'RoBERTa'],
    ['chinchila', 'Chinchilla'],
    ['mixtrla', 'Mixtral'],
    ['stabel difusion', 'Stable Diffusion'],
    ['megatrn', 'Megatron-LM'],
    ['gtp3', 'GPT-3'],
    // more than the name
    ['bert paper', 'BERT'],
    ['what is bert', 'BERT'],
    ['meta llama 3 70b', 'Llama 3'],
    ['a robertta paper', 'RoBERTa'],
  ])('"%s" is %s', ([query, name]) => {
    expect(found(query!)[0]).toBe(name);
  });

  test('a query that is like nothing finds nothing', () => {
    for (const query of ['', ' ', '---', '変換', 'zzzzqqq', 'trained with replaced token detection']) {
      expect(found(query), query).toEqual([]);
    }
  });

  test('a word of a name counts once', () => {
    const index = nameIndex([
      { name: 'AlphaFold', aliases: [], variants: ['model_1_ptm to model_5_ptm'] },
      { name: 'GPT-5.5', aliases: [], variants: [] },
    ]);
    expect(found('pt-5.5', index)[0]).toBe('GPT-5.5');
    expect(found('5 ptm alphafold', index)[0]).toBe('AlphaFold');
  });

  test('another figure is not a slip', () => {
    const hits = findNames(famous, 'llama 4');
    expect(hits[0]!.row.name).toBe('LLaMA');
    expect(hits.find(({ row }) => row.name === 'Llama 3')!.how).toBe('edits');
  });
});

const name = fc.oneof(
  fc.constantFrom(...wellKnown.map((row) => row.name)),
  fc.stringMatching(/^[A-Za-z]{1,9}([ -]?[A-Za-z0-9]{1,6}){0,2}$/),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 14 }),
);
const named = fc.record({
  name,
  aliases: fc.array(name, { maxLength: 2 }),
  variants: fc.array(fc.stringMatching(/^[a-z0-9.]{1,6}$/), { maxLength: 3 }),
});

function differentNames<Row extends Named>(rows: fc.Arbitrary<Row>, maxLength: number) {
  return fc
    .uniqueArray(rows, { minLength: 1, maxLength, selector: (row) => normalName(row.name) })
    .map((all) => all.filter((row) => normalName(row.name) !== ''));
}

const rows = differentNames(named, 30);
const bareRows = differentNames(
  name.map((name) => ({ name, aliases: [], variants: [] })),
  30,
);

function respelled(text: string, choice: number): string {
  const spellings = [
    text.toLowerCase(),
    text.toUpperCase(),
    text.replaceAll('-', ' '),
    text.replace(/[ -]/g, '_'),
  ];
  return spellings[choice % spellings.length]!;
}

/** What has been typed of a spelling, letter by letter. */
function beginnings(spelling: string): string[] {
  const letters = [...normalName(spelling)];
  return letters.map((_, index) => letters.slice(0, index + 1).join(''));
}

describe('for any names', () => {
  test('an exact name is always first', () => {
    fc.assert(
      fc.property(rows, fc.nat(), (all, choice) => {
        const index = nameIndex(all);
        for (const row of all) {
          const query = respelled(row.name, choice);
          if (normalName(query) === normalName(row.name) && normalName(query).length <= 120) {
            expect(found(query, index)[0]).toBe(row.name);
          }
        }
      }),
    );
  });

  test('a letter more of a right name, alias or variant never removes its model', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const index = nameIndex(all);
        for (const row of all) {
          const spellings = [
            row.name,
            ...row.aliases,
            ...row.variants.map((variant) => variantName(row.name, variant)),
          ];
          for (const spelling of spellings) {
            for (const typed of beginnings(spelling)) expect(found(typed, index)).toContain(row.name);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a letter more of a right name never moves it down', () => {
    fc.assert(
      fc.property(bareRows, (all) => {
        const index = nameIndex(all);
        for (const { name } of all) {
          let place = Infinity;
          for (const typed of beginnings(name)) {
            const now = found(typed, index).indexOf(name);
            expect(now).toBeGreaterThanOrEqual(0);
            expect(now).toBeLessThanOrEqual(place);
            place = now;
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('the order is stable: a shorter list is the beginning of a longer one, and nothing stands twice', () => {
    fc.assert(
      fc.property(rows, name, fc.integer({ min: 1, max: 9 }), (all, query, limit) => {
        const index = nameIndex(all);
        const whole = findNames(index, query);
        expect(findNames(nameIndex(all), query)).toEqual(whole);
        expect(findNames(index, query, limit)).toEqual(whole.slice(0, limit));
        expect(new Set(whole.map(({ row }) => row)).size).toBe(whole.length);
      }),
    );
  });

  test('what is found as typed, before all else has come, is found later too, the surest in the same order', () => {
    const isSure = ({ how }: NameHit<Named>) => how === 'start' || how === 'word' || how === 'all words';
    fc.assert(
      fc.property(
        rows,
        fc.oneof(
          name,
          fc.tuple(name, name).map((two) => two.join(' ')),
        ),
        (all, query) => {
          const index = nameIndex(all);
          const first = findNamesAsTyped(index, query, Infinity);
          const later = findNames(index, query);
          expect(first.filter(isSure)).toEqual(later.filter(isSure));
          expect(later.map(({ row }) => row)).toEqual(expect.arrayContaining(first.map(({ row }) => row)));
          expect(first.filter(isRespelled)).toEqual([]);
        },
      ),
    );
  });

  test('edits are counted as editDistance counts them', () => {
    const word = fc.stringMatching(/^[abc]{5,9}$/);
    fc.assert(
      fc.property(word, word, (query, name) => {
        const hit = findNames(nameIndex([{ name, aliases: [], variants: [] }]), query)[0];
        const edits = editDistance(query, name);
        const isOtherwiseFound = name.includes(query) || query.startsWith(name);
        if (!isOtherwiseFound) expect(hit?.how === 'one edit').toBe(edits === 1);
        if (edits <= (Math.min(name.length, query.length + 1) < 8 ? 1 : 2)) expect(hit).toBeDefined();
      }),
      { numRuns: 3000 },
    );
  });

  test('no query and no name breaks it, and what is matched is a part of what is shown', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 130 });
    const others = fc.array(anything, { maxLength: 2 });
    const strange = fc.record({ name: anything, aliases: others, variants: others });
    fc.assert(
      fc.property(fc.array(strange, { maxLength: 4 }), anything, (all, query) => {
        for (const { spelling, matched } of findNames(nameIndex(all), query)) {
          const pieces = piecesOf(spelling, matched);
          expect(pieces.map(([piece]) => piece).join('')).toBe(spelling);
        }
      }),
    );
  });
});

test('the letters that matched are marked, separators between them too', () => {
  const marked = (query: string) => {
    const { spelling, matched } = findNames(famous, query)[0]!;
    return piecesOf(spelling, matched)
      .map(([piece, isMatched]) => (isMatched ? `[${piece}]` : piece))
      .join('');
  };
  expect(marked('gpt3')).toBe('[GPT-3]');
  expect(marked('dalle')).toBe('[DALL·E]');
  expect(marked('diffusion')).toBe('Stable [Diffusion]');
  expect(marked('diffusion stable')).toBe('[Stable] [Diffusion]');
  expect(marked('pangu alpha')).toBe('[PanGu-α]');
  expect(marked('robberta')).toBe('[RoBERTa]');
  expect(marked('rxberta')).toBe('[R]o[BERTa]');
  expect(marked('mtnlg')).toBe('[MT-NLG] 530B');
});

describe('over the entries of the catalog', async () => {
  const catalog = await siteCatalog();
  const all = nameRows(catalog);
  const index = nameIndex(all);
  const spellings = all.flatMap((row) =>
    [row.name, ...row.aliases].map((spelling) => ({ row, normal: normalName(spelling) })),
  );

  /** The share of queries with the right model first; a query that is as near to another model does not count. */
  function rate(queries: (row: Named) => string[]): { rate: number; wrong: string[] } {
    let asked = 0;
    const wrong: string[] = [];
    for (const row of all) {
      for (const query of queries(row)) {
        const normal = normalName(query);
        const own = Math.min(
          ...spellings.map((spelling) =>
            spelling.row === row ? editDistance(normal, spelling.normal) : Infinity,
          ),
        );
        const isAsNear = (spelling: (typeof spellings)[number]) =>
          spelling.row !== row && editDistance(normal, spelling.normal, own) <= own;
        if (spellings.some(isAsNear)) continue;
        asked++;
        const first = findNames(index, query)[0]?.row.name;
        if (first !== row.name) wrong.push(`${query}: ${first} instead of ${row.name}`);
      }
    }
    return { rate: 1 - wrong.length / asked, wrong };
  }

  test.for([
    ['exact', ({ name }: Named) => [name]],
    ['in lower case', ({ name }: Named) => [name.toLowerCase()]],
    [
      'with other separators',
      ({ name }: Named) => ['', ' ', '-', '_', '.'].map((one) => name.replace(/[\s\-_.·/]+/g, one)),
    ],
    ['by alias', ({ aliases }: Named) => [...aliases]],
    ['with one slip', ({ name }: Named) => slips(name)],
  ] as const)('%s, the right model is first in 99 of 100 queries', ([, queries]) => {
    const { rate: share, wrong } = rate(queries);
    expect(share, wrong.join('\n')).toBeGreaterThanOrEqual(0.99);
  });

  test('rows survive the way through their files', () => {
    const files = JSON.stringify([namesFile(all), detailsFile(all)]);
    const [names, details] = JSON.parse(files) as [
      ReturnType<typeof namesFile>,
      ReturnType<typeof detailsFile>,
    ];
    expect(rowsOf(names, details)).toEqual(all);
    expect(rowsOf(names).map(({ slug }) => slug)).toEqual(catalog.models.map(({ slug }) => slug));
  });
});

test('slugs that follow from names are not sent', () => {
  const rows = ['GPT-3.5', 'Command R+', 'DALL·E 2', 'Tülu 2'].map((name, row) => ({
    name,
    slug: ['gpt-3-5', 'command-r-plus', 'dalle-2', 'tulu-2'][row]!,
    aliases: [],
    variants: [],
  }));
  expect(namesFile(rows).slugs).toEqual({ 2: 'dalle-2' });
});

/** At every third place a letter left out, swapped, doubled, added and replaced, in a name of five letters or more. */
function slips(name: string): string[] {
  if (normalName(name).length < 5) return [];
  return [...name].flatMap((letter, at) => {
    if (at % 3 !== name.length % 3) return [];
    const [before, after] = [name.slice(0, at), name.slice(at + letter.length)];
    return [
      before + after,
      before + after.slice(0, 1) + letter + after.slice(1),
      before + letter + letter + after,
      `${before}k${letter}${after}`,
      `${before}w${after}`,
    ];
  });
}

test('a query is fit to be shown, whatever the address holds', () => {
  expect(cleanQuery('  gpt \n 3\t')).toBe('gpt 3');
  expect(cleanQuery('a\0b\uFFFDc\u202Ed\uD800')).toBe('a b c d');
  expect(cleanQuery('x'.repeat(10_000))).toHaveLength(200);
  expect(cleanQuery('<b>bert</b>')).toBe('<b>bert</b>');
});

test.for([
  ['/models/robertta/', 'robertta'],
  ['/models/gpt-3.5/', 'gpt 3.5'],
  ['/bert.html', 'bert'],
  ['/families/', ''],
  ['/', ''],
  ['/wiki/Stable_Diffusion', 'Stable Diffusion'],
  ['/models/tu%CC%88lu%202/', 'tu\u0308lu 2'],
  ['/models/%E0%A4%A/', 'E0 A4 A'],
  ['/%00/', ''],
])('the address %s asks for "%s"', ([address, query]) => {
  expect(queryOfAddress(address!)).toBe(query);
});
