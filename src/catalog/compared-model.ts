import { facetAddress, modelAddress } from './addresses.ts';
import { commercialUse, sizeRange, type Catalog, type Model } from './catalog.ts';
import type { AncestryNode } from './common-ancestor.ts';
import {
  comparedFields,
  configFields,
  saysSomething,
  type ComparedCell,
  type ComparedField,
  type ComparedModel,
  type ComparedSizes,
  type ComparedValue,
} from './comparison.ts';
import {
  factPlans,
  factRowOf,
  licenseValues,
  sourceNumbers,
  type FactRow,
  type RowPlan,
} from './fact-rows.ts';
import { ancestorAddress, childrenOf, parentsOf, type Ancestor } from './lineage.ts';
import { shortDateText, wholeText } from './number-text.ts';

function ancestorId(ancestor: Ancestor): string {
  if (ancestor.kind === 'model') return ancestor.model.slug;
  return ancestor.kind === 'concept' ? `concept:${ancestor.slug}` : `external:${ancestor.name}`;
}

/** A model and everything it descends from, the model first, then the nearer before the farther. */
export function ancestryNodes(catalog: Catalog, model: Model): AncestryNode[] {
  const start: Ancestor = { kind: 'model', name: model.name, model };
  const nodes = new Map<string, AncestryNode>();
  const waiting: Ancestor[] = [start];
  for (const ancestor of waiting) {
    const id = ancestorId(ancestor);
    if (nodes.has(id)) continue;
    const parents = ancestor.kind === 'model' ? parentsOf(catalog, ancestor.model) : [];
    const address = ancestorAddress(ancestor);
    const { hue, architecture, released } = ancestor.kind === 'model' ? ancestor.model : {};
    nodes.set(id, {
      id,
      name: ancestor.name,
      ...(address && { address }),
      ...(hue && { hue }),
      ...(architecture && { architecture }),
      ...(released && { released }),
      parents: parents.map(({ ancestor: parent, by }) => ({ parent: ancestorId(parent), by })),
    });
    waiting.push(...parents.map(({ ancestor: parent }) => parent));
  }
  return [...nodes.values()];
}

function sizesOf(model: Model): ComparedSizes {
  const parameters = model.variants.flatMap(({ parameters: size }) => size ?? []);
  const most = sizeRange(model)?.most;
  const active = model.variants.find((variant) => variant.parameters === most && most !== undefined)?.active;
  return {
    parameters: [...new Set(parameters)].sort((a, b) => a - b),
    ...(active !== undefined && { active }),
  };
}

/** Values that variants share are named once; where they differ, each says whose it is. */
function valuesOfVariants(
  { variants }: Model,
  textOf: (index: number) => string | undefined,
): ComparedValue[] {
  const names = new Map<string, string[]>();
  variants.forEach(({ name }, index) => {
    const text = textOf(index);
    if (text !== undefined) names.set(text, [...(names.get(text) ?? []), name]);
  });
  return [...names].map(([text, those]) => (names.size > 1 ? { text, after: those.join(', ') } : { text }));
}

function configPlan(field: (typeof configFields)[number]): RowPlan {
  return {
    label: field,
    path: 'config',
    values: (_, model) =>
      valuesOfVariants(model, (index) => {
        const value = model.variants[index]!.config?.[field];
        if (value === undefined) return undefined;
        return typeof value === 'number' ? wholeText(value) : value ? 'yes' : 'no';
      }),
  };
}

/** The whole configuration: "layers 12, 24". */
function configValues(catalog: Catalog, model: Model): ComparedValue[] {
  return configFields.flatMap((field) => {
    const values = configPlan(field).values(catalog, model);
    const label = comparedFields[field].label.toLowerCase();
    return values.length > 0 ? [{ text: `${label} ${values.map(({ text }) => text).join(', ')}` }] : [];
  });
}

const commercialWords = { yes: 'allowed', no: 'not allowed', conditions: 'with conditions' } as const;

const pathByField: Partial<Record<ComparedField, string>> = {
  pretraining: 'objectives.pretraining',
  posttraining: 'objectives.posttraining',
};

const ownPlans: Partial<Record<ComparedField, RowPlan>> = {
  license: { label: 'license', path: 'license', values: licenseValues },
  commercial: {
    label: 'commercial',
    path: 'license',
    values: (catalog, model) => {
      const use = commercialUse(catalog, model);
      if (use) return [{ text: commercialWords[use] }];
      // Nothing can be used of what was never released.
      return model.weights === 'none' && (model.license.weights ?? model.license.code)
        ? [{ text: 'nothing released' }]
        : [];
    },
  },
  extends: {
    label: 'extends',
    path: 'extends',
    values: (catalog, model) =>
      parentsOf(catalog, model).map(({ ancestor, by }) => {
        const address = ancestorAddress(ancestor);
        return { text: ancestor.name, ...(address && { address }), after: `by ${by.join(', ')}` };
      }),
  },
  papers: {
    label: 'papers',
    path: 'papers',
    values: (_, { papers }) =>
      papers
        .filter(({ role }) => role !== 'background')
        .map(({ title, year }) => ({ text: title, after: String(year) })),
  },
  config: { label: 'config', path: 'config', values: configValues },
  ...Object.fromEntries(configFields.map((field) => [field, configPlan(field)])),
};

/** Of these the first alone says why a configuration is unresolved; the others have the mark of it. */
const numbersOfConfig: ReadonlySet<ComparedField> = new Set(configFields.slice(1));

const planned: ComparedField[] = [
  'labs',
  'released',
  'architecture',
  'traits',
  'parameters',
  'context',
  'config',
  ...configFields,
  'pretraining',
  'posttraining',
  'modalities',
  'corpus',
  'applications',
  'weights',
  'license',
  'commercial',
  'extends',
  'papers',
];

/** Whether the lab has described how the model is built, so that a trait nobody records is one it does not have. */
function isDescribed({ architecture, assumed, undisclosed }: Model): boolean {
  const withheld = [...assumed, ...undisclosed];
  return (
    architecture !== undefined &&
    !withheld.some((field) => ['architecture', 'traits', 'config'].includes(field))
  );
}

function planOf(field: ComparedField): RowPlan {
  const path = pathByField[field] ?? field;
  return ownPlans[field] ?? factPlans.find((one) => one.path === path)!;
}

function plannedCell(
  model: Model,
  field: ComparedField,
  row: FactRow,
  numbers: ReturnType<typeof sourceNumbers>,
): ComparedCell {
  const isKnown = row.knowledge && (row.values.length > 0 || row.undisclosed);
  return {
    values: row.values.map(({ text, address, after }) => ({
      text,
      ...(address && { address }),
      ...(after && { after }),
    })),
    ...(isKnown && {
      knowledge: row.unresolved.length > 0 ? 'unresolved' : row.knowledge!,
      sources: [...new Set(row.evidence.map((evidence) => numbers.get(evidence)!))],
    }),
    ...(row.undisclosed && { undisclosed: true }),
    ...(row.assumed && { assumed: true }),
    ...(row.unresolved.length > 0 && !numbersOfConfig.has(field) && { unresolved: row.unresolved }),
    ...(field === 'traits' && row.values.length === 0 && isDescribed(model) && { none: true }),
  };
}

/** What is told of a model without evidence: editorial choices, and what other entries say. */
function toldCells(catalog: Catalog, model: Model): Partial<Record<ComparedField, ComparedValue[]>> {
  const successor = model.supersededBy ? catalog.bySlug.get(model.supersededBy) : undefined;
  return {
    summary: [{ text: model.summary }],
    aliases: model.aliases.map((text) => ({ text })),
    family: [
      { text: catalog.families.get(model.family)!.label, address: facetAddress('families', model.family) },
    ],
    children: childrenOf(catalog, model).map(({ model: child, by }) => ({
      text: child.name,
      address: modelAddress(child.slug),
      after: `by ${by.join(', ')}`,
    })),
    successor: successor
      ? [
          {
            text: successor.name,
            address: modelAddress(successor.slug),
            after: shortDateText(successor.released),
          },
        ]
      : [],
  };
}

const prepared = new WeakMap<Model, ComparedModel>();

/** All that a comparison shows of a model. Made once for each model of a catalog. */
export function comparedModel(catalog: Catalog, model: Model): ComparedModel {
  const before = prepared.get(model);
  if (before) return before;
  const numbers = sourceNumbers(model);
  const cells: Partial<Record<ComparedField, ComparedCell>> = {};
  // Fields of one path, such as those of a configuration, are known alike.
  const rows = new Map<string, FactRow>();
  for (const field of planned) {
    const plan = planOf(field);
    const known = rows.get(plan.path) ?? factRowOf(catalog, model, plan);
    rows.set(plan.path, known);
    const cell = plannedCell(model, field, { ...known, values: plan.values(catalog, model) }, numbers);
    if (saysSomething(cell)) cells[field] = cell;
  }
  for (const [field, values] of Object.entries(toldCells(catalog, model)))
    if (values.length > 0) cells[field as ComparedField] = { values };
  const made: ComparedModel = {
    slug: model.slug,
    name: model.name,
    hue: model.hue,
    ...(model.architecture && { architecture: model.architecture }),
    family: catalog.families.get(model.family)!.label,
    released: model.released,
    sizes: sizesOf(model),
    cells,
    ancestry: ancestryNodes(catalog, model),
  };
  prepared.set(model, made);
  return made;
}
