import { conceptAddress, modelAddress } from '../../catalog/addresses.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Hue } from '../../schema/branch.ts';
import { site } from '../../site.ts';
import type { LightHue } from '../page/light-hues.ts';
import { glyphPaths, symbols } from '../glyph/glyph-paths.ts';
import { labelWidth } from '../timeline/time-axis.ts';
import { architectureKey, branchKey, lineKey } from './legend.ts';
import type { DrawnNode, TreeDrawing } from './tree-drawing.ts';
import { labelPoint, short } from './tree-lines.ts';

const padding = 24;
const headHeight = 64;
const keyRow = 20;

function escaped(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!,
  );
}

function style(hues: ReadonlyMap<Hue, LightHue>): string {
  return [
    'text{font:12px "Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;fill:#1a1b1e}',
    'a text{paint-order:stroke;stroke:#fbfbf9;stroke-width:3px;stroke-linejoin:round}',
    '.stem text{font-weight:600}.title{font-size:20px;font-weight:600}.note,.axis text,.by{fill:#676a71}.note{font-size:11px;font-weight:400}',
    '.axis path{stroke:#dcdcd7}.lines path{fill:none;stroke:var(--f,#1a1b1e);stroke-width:1.5}',
    '.lines .weights{stroke-width:3.5}.lines .distilled{stroke-dasharray:5 3}.lines .idea{stroke-dasharray:1.5 3;stroke-linecap:round;stroke-width:1.75}',
    'use,.hue{fill:var(--f,#4c4f55)}circle{fill:#fbfbf9;stroke:var(--f,#4c4f55);stroke-width:2}',
    ...[...hues].map(([name, { mark }]) => `.f-${name}{--f:${mark}}`),
  ].join('\n');
}

function nodeText(node: DrawnNode, siteAddress: string): string {
  const at = labelPoint(node);
  const address = node.id.startsWith('concept:')
    ? conceptAddress(node.id.slice('concept:'.length))
    : modelAddress(node.id);
  const mark =
    node.architecture === 'concept'
      ? '<circle r="4.5"/>'
      : `<use href="#${symbols[node.architecture]}" x="-6" y="-6" width="12" height="12"/>`;
  const note = node.note && `<tspan class="note" dx="6">${escaped(node.note)}</tspan>`;
  const stem = node.label === 'after' ? '' : ' stem';
  const anchor = at.end ? ' text-anchor="end"' : '';
  return `<a href="${escaped(siteAddress + address)}" class="f-${node.hue}${stem}" transform="translate(${short(node.x)} ${node.y})">${mark}<text x="${at.x}" y="${at.y}"${anchor}>${escaped(node.name)}${note}</text></a>`;
}

interface KeyItem {
  sign: string;
  /** Width of the sign. */
  width: number;
  label: string;
}

/** Signs with their labels in as many rows as they need. */
function keyText(items: readonly KeyItem[], width: number): { text: string; rows: number } {
  let [x, row] = [0, 0];
  const parts = items.map(({ sign, width: signWidth, label }) => {
    const needs = signWidth + 8 + labelWidth(label) + 20;
    if (x > 0 && x + needs > width) [x, row] = [0, row + 1];
    const part = `<g transform="translate(${short(x)} ${row * keyRow})">${sign}<text x="${signWidth + 8}" y="4">${escaped(label)}</text></g>`;
    x += needs;
    return part;
  });
  return { text: parts.join('\n'), rows: row + 1 };
}

/**
 * The tree as an SVG file that stands alone: its own style in light colours, a legend, and links to the site.
 * @param siteAddress the address of the site with its base and without a slash at its end
 */
export function treeFile(
  catalog: Catalog,
  drawing: TreeDrawing,
  hues: ReadonlyMap<Hue, LightHue>,
  siteAddress: string,
): string {
  const { width, height, nodes, lines, years } = drawing;
  const signs = keyText(
    [
      ...architectureKey.map(({ architecture, label }) => ({
        sign: `<use href="#${symbols[architecture]}" y="-6" width="12" height="12"/>`,
        width: 12,
        label,
      })),
      { sign: '<circle cx="6" r="4.5"/>', width: 12, label: 'concept' },
      ...lineKey.map(({ style: name, label }) => ({
        sign: `<g class="lines"><path class="${name}" d="M0 0H28"/></g>`,
        width: 28,
        label,
      })),
    ],
    width,
  );
  const branches = keyText(
    branchKey(catalog).map(({ hue, label }) => ({
      sign: `<path class="hue f-${hue}" d="M0-4h8v8H0z"/>`,
      width: 8,
      label,
    })),
    width,
  );
  const keyTop = headHeight + height + 24;
  const branchTop = keyTop + signs.rows * keyRow + 4;
  const whole = {
    width: width + 2 * padding,
    height: branchTop + branches.rows * keyRow + padding,
  };
  const by = `${catalog.models.length} models by date, each hanging from its main parent. ${site.name}, ${siteAddress}, CC BY 4.0.`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole.width} ${whole.height}" width="${whole.width}" height="${whole.height}">
<title>Family tree of the Transformer models</title>
<style>${style(hues)}</style>
<defs>${architectureKey
    .map(({ architecture }) => {
      const rule = architecture === 'other' ? ' fill-rule="evenodd"' : '';
      return `<symbol id="${symbols[architecture]}" viewBox="0 0 16 16"><path${rule} d="${glyphPaths[architecture]}"/></symbol>`;
    })
    .join('')}</defs>
<rect width="100%" height="100%" fill="#fbfbf9"/>
<text class="title" x="${padding}" y="36">Family tree of the Transformer models</text>
<text class="by" x="${padding}" y="56">${escaped(by)}</text>
<g transform="translate(${padding} ${headHeight})">
<g class="axis">${years
    .map(
      ({ year, x }) =>
        `<path d="M${short(x)} 18V${height - 20}"/><text x="${short(x + 5)}" y="12">${year}</text><text x="${short(x + 5)}" y="${height - 6}">${year}</text>`,
    )
    .join('\n')}</g>
<g class="lines">${lines.map(({ path, hue, style: name }) => `<path class="${name} f-${hue}" d="${path}"/>`).join('\n')}</g>
${nodes.map((node) => nodeText(node, siteAddress)).join('\n')}
</g>
<g transform="translate(${padding} ${keyTop})">
${signs.text}
</g>
<g transform="translate(${padding} ${branchTop})">
${branches.text}
</g>
</svg>
`;
}
