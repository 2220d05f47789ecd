import type { Catalog, Model } from './catalog.ts';
import { covers, factsOf, knowledgeOf, type Knowledge } from './facts.ts';

/** How far a field is filled in and how well it is known, over all models. */
export interface FieldCoverage {
  field: string;
  label: string;
  /** Models that state it. */
  stated: number;
  /** Models whose lab never said. */
  undisclosed: number;
  /** Models in which nobody has recorded it. */
  unrecorded: number;
  /** Single facts of this field, by how well each is known. */
  facts: Record<Knowledge, number>;
}

const fields: { field: string; label: string; paths: string[] }[] = [
  { field: 'released', label: 'Released', paths: ['released'] },
  { field: 'dates', label: 'Dates of paper, code, weights, service', paths: ['dates'] },
  { field: 'labs', label: 'Labs', paths: ['labs'] },
  { field: 'architecture', label: 'Architecture', paths: ['architecture'] },
  { field: 'extends', label: 'Parents', paths: ['extends'] },
  { field: 'objectives.pretraining', label: 'Pretraining objective', paths: ['objectives.pretraining'] },
  { field: 'objectives.posttraining', label: 'Post-training objective', paths: ['objectives.posttraining'] },
  { field: 'modalities', label: 'Modalities', paths: ['modalities'] },
  { field: 'applications', label: 'Used for', paths: ['applications'] },
  { field: 'corpus', label: 'Trained on', paths: ['corpus'] },
  { field: 'parameters', label: 'Parameters', paths: ['parameters'] },
  { field: 'context', label: 'Context', paths: ['context'] },
  { field: 'config', label: 'Configuration', paths: ['config'] },
  { field: 'weights', label: 'Access to the weights', paths: ['weights'] },
  { field: 'license', label: 'Licence', paths: ['license'] },
  { field: 'papers', label: 'Papers', paths: ['papers'] },
];

function emptyFacts(): Record<Knowledge, number> {
  return { checked: 0, mirrored: 0, reported: 0, unchecked: 0, unresolved: 0 };
}

function knowledgeOfField(model: Model, paths: string[]): Knowledge[] {
  return factsOf(model)
    .filter((fact) => paths.some((path) => covers(path, fact.path)))
    .map((fact) => knowledgeOf(model, fact.path));
}

/** How well each field is known, in the order of a model's page. */
export function coverageOf({ models }: Catalog): FieldCoverage[] {
  return fields.map(({ field, label, paths }) => {
    const row: FieldCoverage = {
      field,
      label,
      stated: 0,
      undisclosed: 0,
      unrecorded: 0,
      facts: emptyFacts(),
    };
    for (const model of models) {
      const known = knowledgeOfField(model, paths);
      if (known.length > 0) row.stated++;
      else if ((model.undisclosed as string[]).some((path) => covers(path, field))) row.undisclosed++;
      else row.unrecorded++;
      for (const knowledge of known) row.facts[knowledge]++;
    }
    return row;
  });
}

/** The days of the oldest and the newest check; undefined where nothing is checked. */
export function checkedBetween({ models }: Catalog): { oldest: string; newest: string } | undefined {
  const days = models.flatMap(({ evidence }) => evidence.flatMap(({ checked }) => checked ?? [])).sort();
  return days.length > 0 ? { oldest: days[0]!, newest: days.at(-1)! } : undefined;
}

/** An addition or a change, dated. */
export interface Change {
  date: string;
  model: Model;
  /** What was changed; undefined where the entry was added. */
  what: string | undefined;
}

/** All additions and changes, the newest first. */
export function changesOf({ models }: Catalog): Change[] {
  const changes = models.flatMap((model): Change[] => [
    { date: model.added, model, what: undefined },
    ...model.changes.map(({ date, what }) => ({ date, model, what })),
  ]);
  return changes.sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : 0));
}
