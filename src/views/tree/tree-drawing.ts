import type { Catalog, Model } from '../../catalog/catalog.ts';
import {
  drawnParentOf,
  lineStyleOf,
  parentsOf,
  type Ancestor,
  type LineStyle,
  type Parent,
} from '../../catalog/lineage.ts';
import type { ArchitectureSlug } from '../../schema/architecture.ts';
import type { Hue } from '../../schema/branch.ts';
import { labelWidth, yearsOf } from '../timeline/time-axis.ts';
import { axisYears, placeOn } from './tree-axis.ts';
import { labelOffset, treeLayout, verticalGap, type PlacedNode, type TreeNode } from './tree-layout.ts';
import { branchLine, descentLine, margin, rowHeight, rowY } from './tree-lines.ts';

/** A name in the drawing: a model or a concept. */
export interface DrawnNode extends PlacedNode {
  /** The slug of a model; of a concept with "concept:" before it. */
  id: string;
  name: string;
  /** In small after the name: where a model without a line to it comes from, since when there is a concept. */
  note: string;
  hue: Hue;
  architecture: ArchitectureSlug | 'concept';
  /** Parents with a place in the drawing that no line leads from until the name is pointed at. */
  further: { id: string; style: LineStyle }[];
  y: number;
}

/** A line of the drawing. */
export interface DrawnLine {
  path: string;
  hue: Hue;
  style: LineStyle | 'line';
  /** The node whose branches hang from it, or the one that it leads to. */
  node: string;
}

export interface TreeDrawing {
  width: number;
  height: number;
  years: { year: number; x: number }[];
  /** Each before what hangs from it, siblings by date. */
  nodes: DrawnNode[];
  lines: DrawnLine[];
}

/** The width of a page; the drawing becomes wider where its lines have more branches than fit. */
export const pageWidth = 1136;
/** Room that a stem's name leaves for the sign that folds it. */
const foldSign = 18;

const conceptId = (slug: string) => `concept:${slug}`;

/** The id of an ancestor that has a place in the drawing. */
export function nodeId(ancestor: Ancestor): string | undefined {
  if (ancestor.kind === 'model') return ancestor.model.slug;
  return ancestor.kind === 'concept' ? conceptId(ancestor.slug) : undefined;
}

/** Where a model comes from that hangs from nothing here. */
function noteOf(catalog: Catalog, model: Model, drawn: Parent | undefined): string {
  const names = parentsOf(catalog, model).map(({ ancestor }) => ancestor.name);
  return drawn || names.length === 0 ? '' : `from ${names.slice(0, 2).join(', ')}`;
}

type Content = Omit<DrawnNode, keyof PlacedNode | 'y'> & {
  id: string;
  parent: string | undefined;
  /** In years; undefined for what is older than the axis. */
  date: number | undefined;
  side: 'above' | 'below';
};

type ParentOf = (model: Model) => Parent | undefined;

function contentOf(catalog: Catalog, models: readonly Model[], parentOf: ParentOf): Content[] {
  const firstYear = Math.floor(Math.min(...models.map(({ released }) => yearsOf(released))));
  const ids = new Set<string>(models.map(({ slug }) => slug));
  const concepts = [...catalog.concepts.values()].flatMap((concept) => {
    const first = models.find((model) => {
      const drawn = parentOf(model)?.ancestor;
      return drawn?.kind === 'concept' && drawn.slug === concept.slug;
    });
    return first ? [{ ...concept, hue: first.hue }] : [];
  });
  for (const { slug } of concepts) ids.add(conceptId(slug));
  return [
    ...concepts.map(({ slug, label, since, hue }): Content => ({
      id: conceptId(slug),
      name: label,
      note: since === undefined ? '' : String(since),
      hue,
      architecture: 'concept',
      further: [],
      parent: undefined,
      date: since !== undefined && since >= firstYear ? since + 0.5 : undefined,
      side: 'above',
    })),
    ...models.map((model): Content => {
      const drawn = parentOf(model);
      const parent = drawn && nodeId(drawn.ancestor);
      return {
        id: model.slug,
        name: model.name,
        note: noteOf(catalog, model, drawn),
        hue: model.hue,
        architecture: model.architecture ?? 'other',
        further: parentsOf(catalog, model).flatMap(({ ancestor, by }) => {
          const id = nodeId(ancestor);
          return id !== undefined && id !== parent && ids.has(id) ? [{ id, style: lineStyleOf(by) }] : [];
        }),
        parent: parent !== undefined && ids.has(parent) ? parent : undefined,
        date: yearsOf(model.released),
        // What descends from a concept fills the space between it and the tree below.
        side: model.architecture === 'decoder' || drawn?.ancestor.kind === 'concept' ? 'below' : 'above',
      };
    }),
  ];
}

/** Nodes with what hangs from them after them, siblings by date. */
function byDescent(nodes: readonly DrawnNode[]): DrawnNode[] {
  const ids = new Set(nodes.map(({ id }) => id));
  const children = Map.groupBy(
    nodes.toSorted((a, b) => Number(a.isLast) - Number(b.isLast) || a.x - b.x || (a.id < b.id ? -1 : 1)),
    ({ parent }) => (parent !== undefined && ids.has(parent) ? parent : undefined),
  );
  const ordered: DrawnNode[] = [];
  const left = (children.get(undefined) ?? []).toReversed();
  for (let node = left.pop(); node; node = left.pop()) {
    ordered.push(node);
    left.push(...(children.get(node.id) ?? []).toReversed());
  }
  return ordered;
}

/** The lines of a layout, those of the branches before those that lead to them. */
export function linesOf(nodes: readonly DrawnNode[], styleOf: (id: string) => LineStyle): DrawnLine[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return nodes.flatMap((node) => {
    const { id, hue, architecture } = node;
    const parent = node.parent === undefined ? undefined : byId.get(node.parent);
    const line = branchLine(node);
    const isHollow = architecture === 'other' || architecture === 'concept';
    return [
      ...(line ? [{ path: line, hue, style: 'line' as const, node: id }] : []),
      ...(parent ? [{ path: descentLine(node, parent, isHollow), hue, style: styleOf(id), node: id }] : []),
    ];
  });
}

/**
 * The family tree as a drawing: time runs right, each model hangs from its main parent's line at its own date,
 * encoders and encoder-decoders above the root, decoders below it.
 * @param models those that are drawn; one whose parent is not among them is a root
 * @param canFold whether names of models with branches leave room for the sign that folds them
 * @param isRounded whether places are whole numbers, which makes a small picture smaller
 * @param parentOf what a model hangs from, where it is not its main parent
 */
export function treeDrawing(
  catalog: Catalog,
  {
    models = catalog.models,
    width = pageWidth,
    canFold = true,
    isRounded = false,
    parentOf = (model) => drawnParentOf(catalog, model),
  }: {
    models?: readonly Model[];
    width?: number;
    canFold?: boolean;
    isRounded?: boolean;
    parentOf?: ParentOf;
  } = {},
): TreeDrawing {
  const contents = contentOf(catalog, models, parentOf);
  const stems = new Set(contents.map(({ parent }) => parent));
  const widthOf = ({ id, name, note }: Content) =>
    labelWidth(name) + (note ? 6 + labelWidth(note) * 0.92 : 0) + (canFold && stems.has(id) ? foldSign : 0);
  const dated = contents.flatMap(({ date, parent = '' }) =>
    date === undefined ? [] : [{ date, line: parent }],
  );

  // The name of a root with branches on both sides stands before its mark, and every name has to end in the frame.
  const roots = contents.filter(
    ({ id, parent, date }) =>
      parent === undefined &&
      date !== undefined &&
      new Set(contents.flatMap((one) => (one.parent === id ? one.side : []))).size === 2,
  );
  const place = (axisWidth: number) => {
    const years = axisYears(dated, axisWidth, verticalGap);
    const on = (date: number) => placeOn(years, date);
    const before = Math.max(10, ...roots.map((root) => widthOf(root) + 16 - on(root.date!)));
    const end = Math.max(0, ...contents.map((one) => on(one.date ?? 0) + labelOffset + widthOf(one)));
    return { years, before, end: before + end + 6 };
  };
  let axisWidth = width;
  let placed = place(axisWidth);
  // The end moves by less than the axis does; a few rounds settle it.
  for (let round = 0; round < 4; round++) {
    axisWidth -= placed.end - width;
    placed = place(Math.max(axisWidth, width / 2));
  }
  const { years, before } = placed;

  const rounded = (x: number) => (isRounded ? Math.round(x) : x);
  const layout = treeLayout(
    contents.map((content): TreeNode => ({
      id: content.id,
      parent: content.parent,
      x: content.date === undefined ? 8 : rounded(before + placeOn(years, content.date)),
      labelWidth: widthOf(content),
      side: content.side,
      isLast: content.architecture === 'concept',
    })),
  );
  const nodes = byDescent(
    layout.nodes.map((node, index) => ({ ...contents[index]!, ...node, y: rowY(node.row) })),
  );
  const styleOf = (id: string) => lineStyleOf(parentOf(catalog.bySlug.get(id)!)!.by);
  return {
    width: Math.ceil(Math.max(width, ...nodes.map(({ x, labelWidth }) => x + labelOffset + labelWidth))),
    height: layout.rows * rowHeight + 2 * margin,
    years: years.map(({ year, x }) => ({ year, x: before + x })),
    nodes,
    lines: linesOf(nodes, styleOf),
  };
}
