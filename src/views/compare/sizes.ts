import type { ComparedModel } from '../../catalog/comparison.ts';
import { shortCountText } from '../../catalog/number-text.ts';
import { sizeMarks, sizePlace, stripPaths, stripWidth, type SizeDomain } from '../strip/size-scale.ts';
import { element } from '../search/elements.ts';

const namespace = 'http://www.w3.org/2000/svg';

function svgElement(tag: string, attributes: Record<string, string>, ...children: Node[]): SVGElement {
  const made = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** The labels of the scale, above the strips. */
export function scaleElement(domain: SizeDomain): SVGElement {
  const labels = sizeMarks(domain).flatMap(({ place, label }) => {
    if (!label) return [];
    const anchor = place < 0.01 ? 'start' : place > 0.99 ? 'end' : 'middle';
    const text = svgElement('text', { x: `${(place * 100).toFixed(1)}%`, y: '11', 'text-anchor': anchor });
    text.textContent = label;
    return [text];
  });
  return svgElement('svg', { class: 'scale', 'aria-hidden': 'true' }, ...labels);
}

/** The sizes of a model on the common scale: a dot for each variant, a hollow one for what a token uses of the largest. */
export function stripElement({ sizes }: ComparedModel, domain: SizeDomain): SVGElement {
  const { parameters, active } = sizes;
  const all = active === undefined ? parameters : [active, ...parameters];
  const attributes = {
    class: 'strip',
    viewBox: `0 0 ${stripWidth} 12`,
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  };
  const paths = stripPaths(domain, Math.min(...all), Math.max(...all));
  const strip = svgElement('svg', attributes, svgElement('path', { class: 'decades', d: paths.decades }));
  if (parameters.length === 0) return strip;
  if (paths.thread) strip.append(svgElement('path', { class: 'thread', d: paths.thread }));
  const dots = (values: readonly number[]) =>
    values.map((value) => `M${Math.round(sizePlace(domain, value) * stripWidth)} 6h0`).join('');
  strip.append(svgElement('path', { class: 'dot', d: dots(all) }));
  if (active !== undefined) strip.append(svgElement('path', { class: 'hollow', d: dots([active]) }));
  return strip;
}

/** The sizes in words: the range, how much of the largest a token uses, or why there is no number. */
export function sizeText({ sizes: { parameters, active }, cells }: ComparedModel): HTMLElement {
  const [least, most] = [parameters[0], parameters.at(-1)];
  if (least !== undefined && most !== undefined) {
    const range =
      least === most ? shortCountText(most) : `${shortCountText(least)} – ${shortCountText(most)}`;
    const made = element('span', {}, range);
    if (active !== undefined)
      made.append(' ', element('span', { class: 'was' }, `${shortCountText(active)} active`));
    return made;
  }
  const cell = cells.parameters;
  if (cell?.undisclosed) return element('span', { class: 'und' }, 'undisclosed');
  if (cell?.unresolved) return element('span', { class: 'und' }, 'unresolved');
  if (cell && cell.values.length > 0) return element('span', { class: 'und' }, 'known in parts only');
  return element('span', { class: 'none' }, 'not recorded');
}
