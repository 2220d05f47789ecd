import { labelWidth } from '../timeline/time-axis.ts';
import { treeLayout, type PlacedNode, type TreeNode } from './tree-layout.ts';
import {
  branchLine,
  descentLine,
  furtherLine,
  labelPoint,
  margin,
  rowHeight,
  rowY,
  short,
} from './tree-lines.ts';

/** A node of the drawn tree, as its link in the picture says it. */
export interface PictureNode extends TreeNode {
  link: SVGAElement;
  name: string;
  /** Parents that no line leads from until the name is pointed at. */
  further: { id: string; style: string }[];
  isHollow: boolean;
  hue: string;
}

export function svgElement<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Record<string, string>,
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** Reads the nodes out of the picture as it was written. */
export function nodesOf(picture: SVGSVGElement): PictureNode[] {
  return [...picture.querySelectorAll<SVGAElement>('a[data-node]')].map((link) => {
    const { node, parent, side, width, further = '' } = link.dataset;
    const use = link.querySelector('use');
    return {
      id: node!,
      parent,
      x: Number(/translate\(([\d.]+)/.exec(link.getAttribute('transform')!)![1]),
      labelWidth: Number(width),
      side: side === 'below' ? 'below' : 'above',
      isLast: use === null,
      link,
      name: link.querySelector('text')!.firstChild!.textContent!.trim(),
      further: further
        .split(', ')
        .filter(Boolean)
        .map((one) => ({ style: one.split(' ')[0]!, id: one.split(' ')[1]! })),
      isHollow: use === null || use.getAttribute('href') === '#g-oth',
      hue: [...link.classList].find((name) => name.startsWith('f-'))!,
    };
  });
}

/** Draws the tree anew without what is folded away, by the same layout that wrote it. */
export class TreePicture {
  /** What is shown, with its place. */
  placed = new Map<string, PlacedNode>();
  private readonly signs = new Map<string, SVGGElement>();
  /** Widths of the names that a sign follows, read once: to read one between changes makes the browser lay out anew. */
  private readonly widths: ReadonlyMap<string, number>;
  private readonly picture: SVGSVGElement;
  private readonly nodes: readonly PictureNode[];

  constructor(picture: SVGSVGElement, nodes: readonly PictureNode[], onFold: (id: string) => void) {
    this.picture = picture;
    this.nodes = nodes;
    const parents = new Set(nodes.map(({ parent }) => parent));
    const stems = nodes.filter(({ id }) => parents.has(id));
    this.widths = new Map(stems.map(({ id, link }) => [id, link.querySelector('text')!.getBBox().width]));
    for (const { id, link } of stems) {
      const sign = svgElement('g', { class: 'fold', role: 'button', tabindex: '-1' });
      sign.append(
        svgElement('rect', { x: '-11', y: '-11', width: '22', height: '22' }),
        svgElement('path', {}),
        svgElement('text', { x: '9', y: '4', class: 'note' }),
      );
      sign.addEventListener('click', () => onFold(id));
      link.after(sign);
      this.signs.set(id, sign);
    }
  }

  /**
   * Places what is not hidden.
   * @param counts how many each folded node hides
   * @returns the height of the picture
   */
  draw(hidden: ReadonlySet<string>, counts: ReadonlyMap<string, number>): number {
    const shown = this.nodes.filter(({ id }) => !hidden.has(id));
    const { nodes, rows } = treeLayout(
      shown.map(({ id, parent, x, labelWidth: width, side, isLast = false }) => {
        const count = counts.get(id);
        return { id, parent, x, side, isLast, labelWidth: width + (count ? labelWidth(String(count)) : 0) };
      }),
    );
    this.placed = new Map(nodes.map((node) => [node.id, node]));
    for (const node of this.nodes) this.place(node, counts.get(node.id));
    this.drawLines();
    const height = rows * rowHeight + 2 * margin;
    for (const line of this.picture.querySelectorAll('.axis path'))
      line.setAttribute('d', line.getAttribute('d')!.replace(/V.*/, `V${height - 20}`));
    for (const year of this.picture.querySelectorAll('.axis .end'))
      year.setAttribute('y', String(height - 6));
    return height;
  }

  private place({ id, link, name }: PictureNode, count: number | undefined): void {
    const placed = this.placed.get(id);
    const sign = this.signs.get(id);
    link.toggleAttribute('hidden', !placed);
    sign?.toggleAttribute('hidden', !placed);
    if (!placed) return;
    const at = labelPoint(placed);
    const text = link.querySelector('text')!;
    link.setAttribute('transform', `translate(${short(placed.x)} ${rowY(placed.row)})`);
    text.setAttribute('x', String(at.x));
    text.setAttribute('y', String(at.y));
    text.setAttribute('text-anchor', at.end ? 'end' : 'start');
    if (!sign) return;
    const x = at.end ? placed.x + 14 : placed.x + at.x + this.widths.get(id)! + 10;
    const y = at.end ? rowY(placed.row) - 9 : rowY(placed.row) + at.y - 4;
    sign.setAttribute('transform', `translate(${short(x)} ${short(y)})`);
    sign.setAttribute('aria-expanded', String(count === undefined));
    sign.setAttribute('aria-label', count === undefined ? `Fold ${name}` : `Unfold ${name}, ${count} more`);
    const [, circle, number] = sign.children;
    circle!.setAttribute(
      'd',
      `M-5 0A5 5 0 1 1 5 0A5 5 0 1 1-5 0M-2.5 0H2.5${count === undefined ? '' : 'M0-2.5V2.5'}`,
    );
    number!.textContent = count === undefined ? '' : String(count);
  }

  private drawLines(): void {
    const byId = new Map(this.nodes.map((node) => [node.id, node]));
    for (const line of this.picture.querySelectorAll<SVGPathElement>('.lines [data-of]')) {
      const placed = this.placed.get(line.dataset.of!);
      const parent = placed?.parent === undefined ? undefined : this.placed.get(placed.parent);
      const path = !placed
        ? undefined
        : line.classList.contains('line')
          ? branchLine(placed)
          : parent && descentLine(placed, parent, byId.get(placed.id)!.isHollow);
      line.toggleAttribute('hidden', !path);
      if (path) line.setAttribute('d', path);
    }
  }

  /** Draws the lines from the further parents of a node, or takes them away. */
  drawFurther(id: string | undefined): string[] {
    this.picture.querySelector('.further')?.remove();
    const node = this.nodes.find((one) => one.id === id);
    const to = node && this.placed.get(node.id);
    if (!to) return [];
    const ends = node.further.filter((one) => this.placed.has(one.id));
    const group = svgElement('g', { class: 'lines further' });
    for (const { id: end, style } of ends) {
      const from = this.placed.get(end)!;
      const path = furtherLine({ x: from.x, y: rowY(from.row) }, { x: to.x, y: rowY(to.row) });
      group.append(svgElement('path', { class: `${style} ${node.hue}`, d: path }));
    }
    this.picture.querySelector('.lines')!.after(group);
    return ends.map((one) => one.id);
  }
}
