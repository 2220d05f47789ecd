import { conceptAddress, modelAddress } from '../../catalog/addresses.ts';
import type { CommonAncestor, DescentStep } from '../../catalog/common-ancestor.ts';
import {
  cellRemarks,
  type ComparedCell,
  type ComparedModel,
  type ComparedRow,
  type ComparedValue,
} from '../../catalog/comparison.ts';
import { knowledgeTexts } from '../../catalog/facts.ts';
import { lineStyleOf } from '../../catalog/lineage.ts';
import { shortDateText, yearOf } from '../../catalog/number-text.ts';
import { here } from '../search/base.ts';
import { element } from '../search/elements.ts';
import { glyph } from '../search/hits.ts';

/** A list is cut where it is longer than this, and the page of the model has the rest. */
const mostValues = 8;

const standingMarks = {
  differs: ['≠', 'differs'],
  same: ['=', 'the same'],
  open: ['', ''],
  told: ['', ''],
} as const;

/** A link to a page of the catalog, or to one outside it; text where there is none. */
function linked(text: string, address: string | undefined): Node | string {
  if (!address) return text;
  return element('a', { href: /^https?:/.test(address) ? address : here(address) }, text);
}

/** The name of a model with its sign, as a link to its page. */
export function modelLink({ name, slug, hue, architecture }: ComparedModel): HTMLElement {
  return element(
    'span',
    { class: `n f-${hue}` },
    glyph(architecture ?? 'other'),
    element('a', { href: here(modelAddress(slug)) }, name),
  );
}

function valueElement(value: ComparedValue, isOwn: boolean): HTMLElement {
  const content = linked(value.text, value.address);
  const made = element('li', {}, isOwn ? element('b', {}, content) : content);
  if (value.after) made.append(' ', element('span', { class: 'was' }, value.after));
  return made;
}

/** How a cell is known: the mark that explains itself, and the numbers of the sources on the model’s page. */
function evidenceMark(cell: ComparedCell, model: ComparedModel): HTMLElement | undefined {
  const { knowledge, sources = [] } = cell;
  if (!knowledge) return undefined;
  const name = knowledgeTexts[knowledge];
  const button = element(
    'button',
    { type: 'button', class: 'mark-button', popovertarget: `mark-${knowledge}` },
    element('span', { class: `dot ${knowledge}` }),
    element('span', { class: 'vh' }, `${name}: what this mark means`),
  );
  const links = sources.map((number) =>
    element(
      'a',
      { href: here(`${modelAddress(model.slug)}#s-${number}`) },
      element('span', { class: 'vh' }, `${model.name}, source `),
      String(number),
    ),
  );
  return element('span', { class: 'ev' }, button, ...links);
}

function cellContent(row: ComparedRow, at: number, model: ComparedModel): Node[] {
  const cell = row.cells[at]!;
  const own = row.own[at]!;
  const shown = cell.values.length > mostValues + 1 ? mostValues : cell.values.length;
  const parts: Node[] = [];
  if (shown > 0) {
    const items = cell.values.slice(0, shown).map((value, index) => valueElement(value, own[index]!));
    const rest = cell.values.length - shown;
    if (rest > 0)
      items.push(element('li', {}, linked(`and ${rest} more`, `${modelAddress(model.slug)}#lineage`)));
    parts.push(element('ul', {}, ...items));
  }
  for (const remark of cellRemarks(cell)) {
    if (remark !== 'unresolved') parts.push(element('span', { class: 'und' }, remark));
    else {
      parts.push(
        element(
          'details',
          {},
          element('summary', { class: 'und' }, remark),
          ...cell.unresolved!.map((why) => element('p', {}, why)),
        ),
      );
    }
  }
  if (parts.length === 0) {
    const dash = element('span', { class: 'none', 'aria-hidden': 'true' }, '—');
    parts.push(dash, element('span', { class: 'vh' }, 'not recorded'));
  }
  const mark = evidenceMark(cell, model);
  // The mark stands at the end of the last line.
  const last = parts.at(-1)!;
  if (mark && last instanceof HTMLUListElement) last.lastElementChild!.append(' ', mark);
  else if (mark) parts.push(mark);
  return parts;
}

function rowElement(row: ComparedRow, models: readonly ComparedModel[]): HTMLElement {
  const [sign, words] = standingMarks[row.standing];
  const head = element('th', { scope: 'row' }, element('span', { class: 'label' }, row.label));
  if (sign) {
    head.append(
      ' ',
      element('span', { class: 'standing', 'aria-hidden': 'true' }, sign),
      element('span', { class: 'vh' }, words),
    );
  }
  const cells = models.map((model, at) => element('td', {}, ...cellContent(row, at, model)));
  return element('tr', { class: row.standing, 'data-field': row.field }, head, ...cells);
}

/** The table, field by field under headings. */
export function comparisonTable(models: readonly ComparedModel[], rows: readonly ComparedRow[]): HTMLElement {
  const table = element('table', { class: `n-${models.length}` });
  const caption = element('caption', { class: 'vh' }, models.map(({ name }) => name).join(', '));
  const heads = models.map((model) =>
    element(
      'th',
      { scope: 'col' },
      modelLink(model),
      element('small', {}, `${model.family} family, ${yearOf(model.released)}`),
    ),
  );
  const corner = element('td', {}, element('span', { class: 'vh' }, 'Field'));
  table.append(caption, element('thead', {}, element('tr', {}, corner, ...heads)));
  for (const group of new Set(rows.map((row) => row.group))) {
    const heading = element('th', { scope: 'rowgroup', colspan: String(models.length + 1) });
    heading.append(element('span', {}, group));
    const body = rows.filter((row) => row.group === group).map((row) => rowElement(row, models));
    table.append(element('tbody', {}, element('tr', { class: 'group' }, heading), ...body));
  }
  return table;
}

function stepElement({ node, by }: DescentStep): HTMLElement {
  const address = node.id.startsWith('concept:') ? conceptAddress(node.id.slice(8)) : node.address;
  const sign = node.architecture ? [glyph(node.architecture), ' '] : [];
  const name = element('span', { class: 'node' }, ...sign, linked(node.name, address));
  if (by.length === 0) return element('li', node.hue ? { class: `f-${node.hue}` } : {}, name);
  const line = element('span', { class: `by ${lineStyleOf(by)}` }, element('span', {}, by.join(', ')));
  line.prepend(element('span', { class: 'vh' }, 'then by '));
  return element('li', node.hue ? { class: `f-${node.hue}` } : {}, line, name);
}

function namesText(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}

/** What the models come from, and the way from it to each of them. */
export function ancestorElement(
  models: readonly ComparedModel[],
  common: CommonAncestor | undefined,
): HTMLElement {
  const names = namesText(models.map(({ name }) => name));
  const both = models.length === 2 ? 'both' : 'all';
  if (!common) return element('div', {}, element('p', {}, `No common ancestor of ${names} is recorded.`));
  const { ancestor, ways, others, byIdea } = common;
  const itself = models.find(({ slug }) => slug === ancestor.id);
  const date = ancestor.released ? ` (${shortDateText(ancestor.released)})` : '';
  const sentence = itself
    ? `${namesText(models.filter((model) => model !== itself).map(({ name }) => name))} ${models.length === 2 ? 'descends' : 'descend'} from ${itself.name}.`
    : `${names} ${both} descend from ${ancestor.name}${date}.`;
  const more =
    others.length > 0 ? ` As near, by other lines: ${namesText(others.map(({ name }) => name))}.` : '';
  const idea = byIdea ? ' Only by lines along which no more than an idea was taken over.' : '';
  const list = element('ul', { class: 'ways' });
  ways
    .filter((way) => way.length > 1)
    .forEach((way) => list.append(element('li', {}, element('ol', {}, ...way.map(stepElement)))));
  return element('div', {}, element('p', {}, sentence + more + idea), list);
}
