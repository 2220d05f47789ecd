import type { Content } from '../../src/catalog/content.ts';
import { architectures, type ArchitectureSlug } from '../../src/schema/architecture.ts';
import { chanceOf, type Chance } from './chance.ts';
import { modelText, termsOf, type Known } from './model.ts';
import { Namer, slugOf } from './names.ts';

/** A file to be written, by its path below the content folder. */
export interface GeneratedFile {
  path: string;
  text: string;
}

const firstDay = Date.UTC(2017, 6, 1);
const lastDay = Date.UTC(2026, 9, 31);

/** A date from July 2017 to October 2026 with any precision; as many in the last three years as in all before. */
function dateOf(chance: Chance): string {
  const day = new Date(firstDay + (lastDay - firstDay) * chance.number() ** 0.6).toISOString().slice(0, 10);
  const precision = chance.number();
  return precision < 0.04 ? day.slice(0, 4) : precision < 0.25 ? day.slice(0, 7) : day;
}

/** Models in order of release, in which those before a date are found by halving. */
class ByDate {
  private readonly models: Known[] = [];
  private readonly children = new Map<string, number>();

  /** How many are not younger than a date. */
  countUntil(date: string): number {
    let [low, high] = [0, this.models.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.models[middle]!.released <= date) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  add(model: Known): void {
    this.models.splice(this.countUntil(model.released), 0, model);
  }

  /** A model that is not younger than a date: rather a recent one, and rather one that has children already. */
  parentFor(chance: Chance, date: string): Known | undefined {
    const count = this.countUntil(date);
    if (count === 0) return undefined;
    const candidates = Array.from(
      { length: 4 },
      () => this.models[Math.floor(count * chance.number() ** 0.6)]!,
    );
    const childrenOf = ({ slug }: Known) => this.children.get(slug) ?? 0;
    const parent = candidates.reduce((best, next) => (childrenOf(next) > childrenOf(best) ? next : best));
    this.children.set(parent.slug, childrenOf(parent) + 1);
    return parent;
  }
}

function knownOf(content: Content): Known[] {
  return content.models.map(({ slug, data }) => {
    const { name, released, family, labs, architecture } = data;
    return { slug, name, released, family, labs, architecture };
  });
}

function takenNames(content: Content): string[] {
  return content.models.flatMap(({ data }) => [
    data.name,
    ...data.aliases,
    ...data.extends.flatMap(({ external }) => external ?? []),
  ]);
}

const likelihood: Record<ArchitectureSlug, number> = {
  decoder: 0.62,
  encoder: 0.16,
  'encoder-decoder': 0.12,
  other: 0.1,
};

function architectureOf(chance: Chance, parent: Known | undefined): ArchitectureSlug | undefined {
  if (chance.happens(0.03)) return undefined;
  if (parent?.architecture && chance.happens(0.8)) return parent.architecture;
  let rest = chance.number();
  return architectures.find((architecture) => (rest -= likelihood[architecture]) < 0) ?? 'decoder';
}

/**
 * Entries of made-up models that join real content until it has `count` models. The same content, count and
 * seed give the same files, and a larger count only adds to them. Now and then a model begins a family or
 * comes from a new lab, whose files are among those returned.
 * @throws RangeError where the content already has more models
 */
export function generatedFiles(content: Content, count: number, seed: number): GeneratedFile[] {
  if (count < content.models.length)
    throw new RangeError(`the content already has ${content.models.length} models; ask for more than that`);
  const chance = chanceOf(seed);
  const terms = termsOf(content);
  const namer = new Namer(
    chance,
    takenNames(content),
    content.models.map(({ slug }) => slug),
  );
  const branchOf = new Map(content.families.map(({ slug, data }) => [slug, data.branch]));
  const labs = new Set(terms.labs);
  const byDate = new ByDate();
  for (const model of knownOf(content)) byDate.add(model);

  const files: GeneratedFile[] = [];
  const write = (path: string, text: string) => files.push({ path, text });
  for (let index = content.models.length; index < count; index++) {
    const released = dateOf(chance);
    const parents = chance.happens(0.92) ? [byDate.parentFor(chance, released)] : [];
    if (parents.length > 0 && chance.happens(0.15)) parents.push(byDate.parentFor(chance, released));
    const distinct = [...new Set(parents)].filter((parent) => parent !== undefined);
    const parent = distinct[0];
    const architecture = architectureOf(chance, parent);
    const { name, slug } = namer.model(architecture ?? 'other', parent?.name);

    let family = parent && chance.happens(0.93) ? parent.family : chance.of([...branchOf.keys()]);
    if (chance.happens(0.06) && !branchOf.has(slug)) {
      const branch = branchOf.get(family)!;
      branchOf.set(slug, branch);
      write(
        `families/${slug}.md`,
        `---\nlabel: "${name}"\ndescription: A generated family.\nbranch: ${branch}\n---\n`,
      );
      family = slug;
    }
    let lab = parent && chance.happens(0.5) ? parent.labs[0]! : chance.of([...labs]);
    if (chance.happens(0.02)) {
      const label = `Institute of ${name}`;
      if (!labs.has(slugOf(label))) {
        lab = slugOf(label);
        labs.add(lab);
        write(`labs/${lab}.md`, `---\nlabel: "${label}"\ndescription: A generated lab.\n---\n`);
      }
    }
    const known: Known = { slug, name, released, family, labs: [lab], architecture };
    if (chance.happens(0.15)) known.labs = [...new Set([lab, chance.of([...labs])])];
    byDate.add(known);
    write(`models/${slug}.md`, modelText(chance, terms, known, distinct, namer.aliases(name), index));
  }
  return files;
}
