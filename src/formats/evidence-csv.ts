import type { Catalog, Model } from '../catalog/catalog.ts';
import { covers, evidenceFor, factsOf, knowledgeOf } from '../catalog/facts.ts';
import type { Evidence } from '../schema/evidence.ts';
import { csvText } from './csv.ts';

interface Row {
  model: Model;
  /** The name of the fact in evidence. */
  fact: string;
  value: string;
  evidence: Evidence | undefined;
}

/** The columns of the file with what stands in them. */
export const evidenceColumns: readonly {
  name: string;
  meaning: string;
  value(row: Row): string | undefined;
}[] = [
  { name: 'slug', meaning: 'the model', value: ({ model }) => model.slug },
  {
    name: 'fact',
    meaning: 'the fact: architecture, license.weights, variants.8x22B.context',
    value: ({ fact }) => fact,
  },
  {
    name: 'value',
    meaning: 'its value; lists and groups, such as a configuration, as JSON',
    value: ({ value }) => value,
  },
  {
    name: 'known',
    meaning: 'how well it is known by all its evidence: checked, mirrored, reported, unchecked or unresolved',
    value: ({ model, fact }) => knowledgeOf(model, fact),
  },
  { name: 'source', meaning: 'the original', value: ({ evidence }) => evidence?.source },
  {
    name: 'kind',
    meaning: 'what was opened: primary (by the authors), mirror (a copy) or secondary (a report)',
    value: ({ evidence }) => evidence?.kind,
  },
  {
    name: 'part',
    meaning: 'true where this evidence shows a part of the fact only',
    value: ({ evidence, fact }) => (evidence?.part?.some((path) => covers(path, fact)) ? 'true' : ''),
  },
  { name: 'at', meaning: 'the place in the source', value: ({ evidence }) => evidence?.at },
  { name: 'read', meaning: 'what was really opened', value: ({ evidence }) => evidence?.read },
  { name: 'says', meaning: 'what it says, in its own notation', value: ({ evidence }) => evidence?.says },
  { name: 'checked', meaning: 'the day on which it was opened', value: ({ evidence }) => evidence?.checked },
  { name: 'note', meaning: 'a remark', value: ({ evidence }) => evidence?.note },
];

function valueText(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Every fact of every model with every piece of evidence that covers it, the strongest first, as CSV. */
export function evidenceCsv(catalog: Catalog): string {
  const models = catalog.models.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  const rows = models.flatMap((model) => {
    const facts = factsOf(model).map(({ path, value }) => ({ fact: path, value: valueText(value) }));
    const withheld = [
      ...model.undisclosed.map((fact) => ({ fact, value: 'undisclosed' })),
      ...model.assumed.map((fact) => ({ fact, value: 'assumed' })),
    ];
    return [...facts, ...withheld].flatMap(({ fact, value }): Row[] => {
      const evidence = evidenceFor(model, fact);
      return (evidence.length > 0 ? evidence : [undefined]).map((one) => ({
        model,
        fact,
        value,
        evidence: one,
      }));
    });
  });
  return csvText([
    evidenceColumns.map(({ name }) => name),
    ...rows.map((row) => evidenceColumns.map(({ value }) => value(row) ?? '')),
  ]);
}
