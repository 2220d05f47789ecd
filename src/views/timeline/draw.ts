import { bandFrame, bandGrid, bandRule, gridLines, laneLabel, moveTo, n, sizeParts } from './chart-parts.ts';
import { laneLayout, laneOrder, type BranchLanes } from './lane-layout.ts';
import { sizedItems } from './sized-items.ts';
import { sizeLayout, sizeNameWidth } from './size-layout.ts';
import type { Tick, TimeSpan } from './time-axis.ts';
import type { TimelineItem } from './timeline-item.ts';

// Brings a chart that the page was written with into another state. What is in it stays and moves.

/** What is to be drawn. */
export interface View {
  shown: readonly TimelineItem[];
  span: TimeSpan;
  /** The largest number of parameters before the stretch of time, among the models that are asked for. */
  recordBefore: number | undefined;
}

export type Painter = (view: View) => void;

const svgSpace = 'http://www.w3.org/2000/svg';

function made<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | number>,
  ...content: (Node | string)[]
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(svgSpace, name);
  set(element, attributes);
  element.append(...content);
  return element;
}

function set(element: Element, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

/** Shows or hides a part of a drawing; hidden parts are out of the order of focus too. */
function show(element: Element, isShown: boolean): void {
  element.classList.toggle('out', !isShown);
}

function required<Kind extends Element>(parent: ParentNode, selector: string): Kind {
  const found = parent.querySelector<Kind>(selector);
  if (!found) throw new Error(`the timeline has no ${selector}`);
  return found;
}

function drawTicks(root: ParentNode, ticks: readonly (Tick & { x: number })[]): void {
  required(root, '.years').replaceChildren(
    ...ticks.map(({ x, label, year }) =>
      made('a', year === undefined ? {} : { href: `#${year}` }, made('text', { x: n(x + 5), y: 15 }, label)),
    ),
  );
}

function nodesOf(root: ParentNode): Map<string, SVGAElement> {
  const links = root.querySelectorAll<SVGAElement>('[data-node]');
  return new Map(Array.from(links, (link) => [link.dataset['node']!, link]));
}

/** Draws the timeline in lanes. */
export function lanePainter(root: ParentNode, items: readonly TimelineItem[]): Painter {
  const nodes = nodesOf(root);
  const order = laneOrder(items);
  const bandOf = new Map(
    Array.from(root.querySelectorAll<SVGElement>('svg.lanes'), (band) => [band.dataset['branch']!, band]),
  );
  const laneOf = new Map(
    Array.from(root.querySelectorAll<SVGElement>('.lanes [data-family]'), (lane) => [
      lane.dataset['family']!,
      lane,
    ]),
  );
  const headingOf = (branch: string) => bandOf.get(branch)?.querySelector(':scope > .branch text');
  const hasHeading = ({ branch }: BranchLanes) => Boolean(headingOf(branch));
  return ({ shown, span }) => {
    const chart = laneLayout(shown, order, span, hasHeading);
    drawTicks(root, chart.ticks);
    const bands = new Map(chart.bands.map((band) => [band.branch, band]));
    for (const [branch, svg] of bandOf) {
      const band = bands.get(branch);
      show(svg, band !== undefined);
      if (!band) continue;
      set(svg, bandFrame(band, chart.width));
      required(svg, '.grid').setAttribute('d', bandGrid(band, chart.ticks));
      required(svg, '.rule').setAttribute('d', bandRule(band, chart.width));
      if (band.heading !== undefined) headingOf(branch)!.setAttribute('y', n(band.heading + 4));
    }
    const lanes = new Map(chart.lanes.map(({ family, y }) => [family, y]));
    for (const [family, element] of laneOf) {
      const y = lanes.get(family);
      show(element, y !== undefined);
      if (y !== undefined) required(element, ':is(.branch, .family) text').setAttribute('y', n(y + 4));
    }
    const marks = new Map(chart.marks.map((mark) => [mark.id, mark]));
    for (const [id, link] of nodes) {
      const mark = marks.get(id);
      show(link, mark !== undefined);
      if (!mark) continue;
      link.setAttribute('transform', moveTo(mark.x, mark.y));
      set(required(link, 'text'), laneLabel(mark));
    }
  };
}

/** Draws the timeline by size. */
export function sizePainter(root: ParentNode): Painter {
  const svg = required(root, 'svg.sizes');
  const nodes = nodesOf(svg);
  return ({ shown, span, recordBefore }) => {
    const chart = sizeLayout(sizedItems(shown), span, recordBefore);
    set(svg, { viewBox: `0 0 ${chart.width} ${chart.height}`, height: chart.height });
    drawTicks(root, chart.ticks);
    required(svg, '.grid').setAttribute('d', gridLines(chart));
    required(svg, '.scale-lines').replaceChildren(
      ...chart.lines.flatMap(({ label, y, isWhole }) => [
        made('path', {
          d: `M${sizeNameWidth} ${n(y)}H${chart.width}`,
          ...(!isWhole && { class: 'between' }),
        }),
        made('text', { x: sizeNameWidth - 8, y: n(y + 4), 'text-anchor': 'end' }, label),
      ]),
    );
    svg.classList.toggle('crowded', chart.isCrowded);
    required(svg, '.record').setAttribute('d', chart.record);
    const marks = new Map(chart.marks.map((mark) => [mark.id, mark]));
    for (const [id, link] of nodes) {
      const mark = marks.get(id);
      show(link, mark !== undefined);
      if (!mark) continue;
      const parts = sizeParts(mark);
      link.setAttribute('transform', moveTo(mark.markX, mark.markY));
      set(required(link, 'text'), parts.label);
      for (const name of ['thread', 'joint', 'active', 'leader'] as const) {
        const path = link.querySelector(`.${name}`);
        if (path) path.setAttribute('d', parts[name]);
        else if (parts[name]) required(link, 'use').before(made('path', { class: name, d: parts[name] }));
      }
    }
  };
}
