import {
  addresses,
  compareAddress,
  facetAddress,
  modelAddress,
  readAddress,
  sourceAddress,
  sourceLabel,
  twinAddress,
} from '../catalog/addresses.ts';
import type { Catalog, Model } from '../catalog/catalog.ts';
import { comparedModel } from '../catalog/compared-model.ts';
import { differencesOf, type ComparedValue } from '../catalog/comparison.ts';
import { printedFieldText, verdictTexts } from '../catalog/corrections.ts';
import { lastChangeOf } from '../catalog/published-pages.ts';
import { factNames } from '../catalog/fact-names.ts';
import { factRows, sourceNumbers, type FactRow } from '../catalog/fact-rows.ts';
import { knowledgeTexts, knownOf, type Knowledge } from '../catalog/facts.ts';
import { ancestorAddress, ancestryOf, childrenOf, parentsOf, type Ancestor } from '../catalog/lineage.ts';
import { namedLinks, paperAddress } from '../catalog/link-names.ts';
import { countText, dateText, wholeText, yearOf } from '../catalog/number-text.ts';
import { configText, partsText } from '../catalog/variant-text.ts';
import type { Evidence } from '../schema/evidence.ts';
import type { Variant } from '../schema/variant.ts';
import { modelRecords } from './bibtex.ts';
import { citationKeys } from './citation-keys.ts';
import { entryCitation, paperCitation } from './citation-text.ts';
import { markdownLink, markdownTable, markdownText, withFullLinks } from './markdown.ts';
import { dataLicense } from './json-text.ts';

/** What the sections of a model's text are made of. */
interface Subject {
  catalog: Catalog;
  model: Model;
  site: string;
  numbers: Map<Evidence, number>;
}

function full(address: string, site: string): string {
  return address.startsWith('/') ? site + address : address;
}

function linked(text: string, address: string | undefined, site: string): string {
  return address ? markdownLink(text, full(address, site)) : markdownText(text);
}

/** How well something is known, and the numbers of its sources: "checked (source 4, 7)". */
function knownText(knowledge: Knowledge, evidence: readonly Evidence[], { numbers }: Subject): string {
  const those = [...new Set(evidence.map((row) => numbers.get(row)!))].sort((a, b) => a - b);
  if (those.length === 0) return knowledgeTexts[knowledge];
  return `${knowledgeTexts[knowledge]} (${those.length > 1 ? 'sources' : 'source'} ${those.join(', ')})`;
}

function factCells(row: FactRow, subject: Subject): string[] {
  const values = row.values.map(
    ({ text, address, after }) =>
      linked(text, address, subject.site) + (after ? ` (${markdownText(after)})` : ''),
  );
  const remarks = [
    row.undisclosed && (values.length > 0 ? '*beyond this undisclosed*' : '*undisclosed*'),
    row.assumed && '*assumed, never published*',
    row.corrected && '*the 2023 paper prints it otherwise*',
    ...row.unresolved.map((why) => `*unresolved:* ${markdownText(why)}`),
  ].filter((remark) => remark !== false);
  const known = row.knowledge
    ? knownText(row.unresolved.length > 0 ? 'unresolved' : row.knowledge, row.evidence, subject)
    : row.undisclosed
      ? 'the lab never said'
      : 'nobody has recorded it';
  return [row.label, [...values, ...remarks].join('; ') || '—', known];
}

function facts(subject: Subject): string {
  const rows = factRows(subject.catalog, subject.model).map((row) => factCells(row, subject));
  return `## Facts\n\n${markdownTable(['Field', 'Value', 'How it is known'], rows)}`;
}

function lineage({ catalog, model, site }: Subject): string {
  const name = (ancestor: Ancestor) => linked(ancestor.name, ancestorAddress(ancestor), site);
  const steps = ancestryOf(catalog, model);
  const successor = model.supersededBy ? catalog.bySlug.get(model.supersededBy) : undefined;
  const lines = [
    ...(steps.length > 2
      ? [
          `- Line: ${steps
            .slice(0, -1)
            .map(({ ancestor, by }) => name(ancestor) + (by.length > 0 ? ` by ${by.join(', ')}` : ''))
            .join(' → ')}`,
        ]
      : []),
    ...parentsOf(catalog, model).map(
      ({ ancestor, by, note }) =>
        `- Extends ${name(ancestor)} by ${by.join(', ')}${note ? `: ${markdownText(note)}` : ''}`,
    ),
    ...childrenOf(catalog, model).map(
      ({ model: child, by }) =>
        `- Extended by ${linked(child.name, modelAddress(child.slug), site)} by ${by.join(', ')}, ${dateText(child.released)}`,
    ),
    ...(successor
      ? [
          `- Succeeded by ${linked(successor.name, modelAddress(successor.slug), site)}, ${dateText(successor.released)}`,
        ]
      : []),
  ];
  return `## Lineage\n\n${lines.join('\n') || 'Neither a parent nor a descendant is recorded.'}`;
}

function differences({ catalog, model, site }: Subject): string[] {
  const cell = (values: readonly { value: ComparedValue }[]) =>
    values
      .map(({ value: { text, after } }) => markdownText(text) + (after ? ` (${markdownText(after)})` : ''))
      .join('; ') || 'none';
  return parentsOf(catalog, model).flatMap(({ ancestor }) => {
    if (ancestor.kind !== 'model') return [];
    const parent = ancestor.model;
    const rows = differencesOf(comparedModel(catalog, parent), comparedModel(catalog, model));
    const head = `## Against ${markdownText(parent.name)}\n\n`;
    const whole = markdownLink('All fields side by side', site + compareAddress([parent.slug, model.slug]));
    if (rows.length === 0)
      return [`${head}The fields that both record, dates and names apart, agree. ${whole}.`];
    const titles = [parent, model].map((one) => `${markdownText(one.name)}, ${yearOf(one.released)}`);
    const table = markdownTable(
      ['Field', ...titles],
      rows.map(({ label, left, right }) => [label, cell(left), cell(right)]),
    );
    return [`${head}What differs in the fields that both record. ${whole}.\n\n${table}`];
  });
}

function variantCells(variant: Variant, subject: Subject): string[] {
  const { model } = subject;
  const { name, parameters, active, context, released, approx, parts, aliases } = variant;
  const isWithheld = model.undisclosed.includes('parameters');
  const size =
    parameters !== undefined
      ? (approx ? 'about ' : '') + countText(parameters)
      : parts
        ? markdownText(partsText(parts))
        : isWithheld
          ? '*undisclosed*'
          : '—';
  const known = knownOf(model, `variants.${name}`);
  return [
    markdownText(name) + (aliases ? ` (also ${aliases.map(markdownText).join(', ')})` : ''),
    size + (active === undefined ? '' : `, ${countText(active)} active`),
    context === undefined ? '—' : wholeText(context),
    released === undefined ? '—' : dateText(released),
    variant.config ? configText(variant.config) : '—',
    known ? knownText(known.knowledge, known.evidence, subject) : '—',
  ];
}

function variants(subject: Subject): string[] {
  const { model } = subject;
  if (model.variants.length === 0) return [];
  const head = ['Variant', 'Parameters', 'Context in tokens', 'Released', 'Configuration', 'How it is known'];
  return [
    `## Variants\n\n${markdownTable(
      head,
      model.variants.map((variant) => variantCells(variant, subject)),
    )}`,
  ];
}

function corrections({ model }: Subject): string[] {
  if (model.corrections.length === 0) return [];
  const lines = model.corrections.map(({ field, printed, right, verdict, why, source }) =>
    [
      `- ${printedFieldText(field)}: printed “${markdownText(printed)}”`,
      `*${verdictTexts[verdict]}*`,
      right && `right: ${markdownText(right)}`,
      `${markdownText(why)}${source ? ` (${markdownLink(sourceLabel(source), sourceAddress(source))})` : ''}`,
    ]
      .filter(Boolean)
      .join('; '),
  );
  return [
    `## Corrected\n\nWhat the 2023 paper (arXiv 2302.07730) prints, and what is right.\n\n${lines.join('\n')}`,
  ];
}

function papers({ model }: Subject): string[] {
  const lines = [
    ...model.papers.map((paper) => {
      const address = paperAddress(paper);
      const text = markdownText(paperCitation(paper));
      return `- ${text}${address && !text.endsWith(address) ? ` <${address}>` : ''}`;
    }),
    ...namedLinks(model).map(({ name, address }) => `- ${name}: <${address}>`),
  ];
  return lines.length > 0 ? [`## Papers and links\n\n${lines.join('\n')}`] : [];
}

const kindTexts = { primary: 'the authors’ own', mirror: 'a copy', secondary: 'someone else’s report' };

function openedText({ checked, read, kind }: Evidence): string {
  if (!checked || !read) return `not yet opened${read ? `; said to stand in ${markdownText(read)}` : ''}`;
  const address = readAddress(read);
  const what = address === undefined || address === read ? markdownText(read) : markdownLink(read, address);
  return `opened ${dateText(checked)}, ${kindTexts[kind]}: ${what}`;
}

function sources({ model, numbers }: Subject): string {
  const byNumber = Map.groupBy(model.evidence, (row) => numbers.get(row)!);
  const items = [...byNumber].map(([number, rows]) => {
    const [first] = rows;
    const readings = rows.map(({ for: paths, at, says, note }) => {
      const parts = [
        (paths ? markdownText(factNames(paths)) : 'all that no other source covers') +
          (at ? ` (${markdownText(at)})` : ''),
        says && `“${markdownText(says)}”`,
        note && markdownText(note),
      ];
      return `    - ${parts.filter(Boolean).join(' · ')}`;
    });
    const label = markdownLink(sourceLabel(first!.source), sourceAddress(first!.source));
    return [`${number}. ${label} · ${openedText(first!)}`, ...readings].join('\n');
  });
  return `## Sources\n\nWhat each fact rests on, and what was really opened.\n\n${items.join('\n')}`;
}

function cite({ catalog, model, site }: Subject): string {
  const { papers: records, entry } = modelRecords(model, citationKeys(catalog), site);
  const lines = [...model.papers.map(paperCitation), entryCitation(model, site)];
  return [
    '## Cite',
    lines.map((line) => `- ${markdownText(line)}`).join('\n'),
    `\`\`\`bibtex\n${[...records, entry].join('\n\n')}\n\`\`\``,
  ].join('\n\n');
}

function opening({ catalog, model, site }: Subject): string {
  const family = catalog.families.get(model.family)!;
  const lines = [
    `- Page: <${site}${modelAddress(model.slug)}>`,
    `- The same for programs: <${site}${twinAddress(model.slug, 'json')}>`,
    `- Family: ${linked(family.label, facetAddress('families', family.slug), site)}, branch ${markdownText(catalog.branches.get(model.branch)!.label)}`,
    model.aliases.length > 0 && `- Also called: ${model.aliases.map(markdownText).join(', ')}`,
    `- Added ${dateText(model.added)}, last changed ${dateText(lastChangeOf(model))}`,
    `- Part of the ${markdownLink('Transformer Catalog', site + addresses.home)}, ${dataLicense}`,
  ];
  return `# ${markdownText(model.name)}\n\n${markdownText(model.summary)}\n\n${lines.filter(Boolean).join('\n')}`;
}

function changes({ model }: Subject): string[] {
  if (model.changes.length === 0) return [];
  const lines = model.changes.map(({ date, what }) => `- ${dateText(date)}: ${markdownText(what)}`);
  return [`## Changes to this entry\n\n${lines.join('\n')}`];
}

/**
 * All that a model's page says, as Markdown, every link in full. `mirror`, `reported` and the like mean here what
 * they mean on the page; the last section but one lists what was opened.
 * @param site the address of the site with its base and without a slash at its end
 */
export function modelMarkdown(catalog: Catalog, model: Model, site: string): string {
  const subject = { catalog, model, site, numbers: sourceNumbers(model) };
  const sections = [
    opening(subject),
    facts(subject),
    `## What it is\n\n${withFullLinks(model.body.trim(), site)}`,
    lineage(subject),
    ...differences(subject),
    ...variants(subject),
    ...corrections(subject),
    ...papers(subject),
    sources(subject),
    ...changes(subject),
    cite(subject),
  ];
  return `${sections.join('\n\n')}\n`;
}
