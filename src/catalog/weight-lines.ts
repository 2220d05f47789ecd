import type { Catalog, Model } from './catalog.ts';
import { parentsOf, type Ancestor } from './lineage.ts';
import { compareDates } from './number-text.ts';

/** A model that goes on from the weights of another. */
export interface WeightLine {
  model: Model;
  /** What it was trained for further: labels of objectives, those after pretraining where there are any. */
  objectives: string[];
}

/** The models that go on from the weights of one ancestor, by date. */
export interface WeightGroup {
  ancestor: Ancestor;
  lines: WeightLine[];
}

function objectivesOf(catalog: Catalog, { objectives: { pretraining, posttraining } }: Model): string[] {
  const slugs = posttraining.length > 0 ? posttraining : pretraining;
  return slugs.map((slug) => catalog.objectives.get(slug)!.label);
}

/** Models whose main parent gave them its weights, by ancestor; the ancestor with most descendants first. */
export function weightGroups(catalog: Catalog): WeightGroup[] {
  const groups = new Map<string, WeightGroup>();
  for (const model of catalog.models) {
    const [main] = parentsOf(catalog, model);
    if (!main?.by.includes('weights')) continue;
    const group = groups.get(main.ancestor.name) ?? { ancestor: main.ancestor, lines: [] };
    group.lines.push({ model, objectives: objectivesOf(catalog, model) });
    groups.set(main.ancestor.name, group);
  }
  for (const { lines } of groups.values())
    lines.sort((a, b) => compareDates(a.model.released, b.model.released));
  return [...groups.values()].sort(
    (a, b) =>
      b.lines.length - a.lines.length || compareDates(a.lines[0]!.model.released, b.lines[0]!.model.released),
  );
}
