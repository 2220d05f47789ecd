import { normalName } from '../../src/catalog/names.ts';
import type { Chance } from './chance.ts';

const beginnings =
  'Al Ar Bel Bor Cal Cor Dal Del Dra El Fal Fen Gal Gor Hal Hel Ir Jun Kal Kor Lan Lum Mar Mel Mir Nar Nim Nor Or Pel Quin Ral Ren Sal Sen Sol Tal Tor Um Val Ven Wil Xan Yar Zel'.split(
    ' ',
  );
const middles = 'a e i o u an en in on ar er or al el il am em im ad ed id as es is at et it av ev iv'.split(
  ' ',
);
const endings =
  'a o us is on an en ix ra la na ta va no lo ro do mo da ris lin ton dor mus tis via ria lia nor'.split(' ');
const suffixes = {
  encoder: ['BERT', 'former', '-Encoder', '-E', 'BERTa', 'Net'],
  decoder: ['', '', ' LM', 'GPT', '-Chat', ' Instruct', ' Coder', '-J', '-X'],
  'encoder-decoder': ['T5', 'BART', 'Seq', '-UL', 'Sum'],
  other: [' Diffusion', '-VL', 'Net', 'Image', 'Fold', 'CLIP'],
} as const;
const versions = [' 2', ' 3', '-1.5', ' 2.5', ' 4', '-XL', ' Pro', ' Mini', ' v2', '++'];
const descendants = [' Instruct', '-Chat', ' Coder', '-Math', '-VL', ' Vision', ' Long', '-Distil', ' Base'];

/** Gives out names that no model has yet, in any spelling. */
export class Namer {
  private readonly chance: Chance;
  private readonly taken: Set<string>;
  private readonly slugs: Set<string>;

  /** `names` and `slugs` are those that are taken already. */
  constructor(chance: Chance, names: Iterable<string>, slugs: Iterable<string>) {
    this.chance = chance;
    this.taken = new Set([...names].map(normalName));
    this.slugs = new Set(slugs);
  }

  /** Takes a name if nobody has it. */
  take(name: string): boolean {
    const key = normalName(name);
    if (this.taken.has(key)) return false;
    this.taken.add(key);
    return true;
  }

  private word(): string {
    const { chance } = this;
    return chance.of(beginnings) + (chance.happens(0.6) ? chance.of(middles) : '') + chance.of(endings);
  }

  /** A name and its slug: a word of its own, or a later version of a relative. */
  model(architecture: keyof typeof suffixes, relative?: string): { name: string; slug: string } {
    const { chance } = this;
    for (;;) {
      const derived = relative !== undefined && relative.length < 28 && chance.happens(0.4);
      const name = derived
        ? relative.replace(/ (2|3|4|2\.5|v2)$/, '') + chance.of(chance.happens(0.5) ? versions : descendants)
        : this.word() + chance.of(suffixes[architecture]) + (chance.happens(0.15) ? chance.of(versions) : '');
      const slug = slugOf(name);
      if (this.slugs.has(slug) || !this.take(name)) continue;
      this.slugs.add(slug);
      return { name, slug };
    }
  }

  /** Up to three other names of a model, which no other has. */
  aliases(name: string): string[] {
    const { chance } = this;
    const letters = name.replace(/[^A-Z0-9]/g, '');
    const made = [
      `${name} ${chance.of(['language model', 'model', 'network'])}`,
      `${slugOf(name)}-hf`,
      `${letters}${chance.below(90) + 10}`,
      `${this.word()} ${letters || 'model'}`,
    ];
    return chance.some(made, chance.below(4)).filter((alias) => this.take(alias));
  }
}

/** A name as the address of an entry. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('+', '-plus')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
