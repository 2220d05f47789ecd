import type { Node } from '@takumi-rs/core';
import { hues, type Hue } from '../../schema/branch.ts';
import { site } from '../../site.ts';
import type { TreeDrawing } from '../tree/tree-drawing.ts';
import type { Card, CardFact } from './card.ts';
import {
  box,
  cardSize,
  glyph,
  left,
  line,
  picture,
  placedText,
  sans,
  serif,
  short,
  text,
  width,
  type Ink,
} from './card-parts.ts';
import { crowdInTime, placeInTime, sizesInTime } from './time-pictures.ts';

/** Where the axis of time stands. */
const axisTop = 562;

/** The mark of the site, as at the head of every page. */
function siteMark(ink: Ink): Node[] {
  return [
    picture(glyph('encoder-decoder', ink.ink, -2, 0, 34), { left, top: 56, width: 34, height: 34 }),
    placedText(site.name, { left: left + 44, top: 53 }, { fontFamily: serif, fontSize: 30, fontWeight: 600 }),
  ];
}

/** The thumb index: the branch on the fore-edge, higher or lower by its place among all. */
function thumb({ label, hue }: { label: string; hue: Hue }, ink: Ink): Node {
  const height = 190;
  const top = 40 + ((cardSize.height - 80 - height) * hues.indexOf(hue)) / (hues.length - 1);
  const middle = { display: 'flex', alignItems: 'center', justifyContent: 'center' };
  return box(
    { left: cardSize.width - 52, top, width: 52, height },
    { backgroundColor: ink.word(hue), ...middle },
    [
      text(label, {
        color: ink.paper,
        fontFamily: sans,
        fontSize: 24,
        fontWeight: 600,
        whiteSpace: 'nowrap',
        transform: 'rotate(90deg)',
      }),
    ],
  );
}

/** So many letters of a value have room on one line; more are set smaller, on two. */
const shortValue = 20;

function factColumn({ label, value, after, isUndisclosed }: CardFact, index: number, ink: Ink): Node {
  const column = width / 3;
  const place = { left: left + index * column, top: 366, width: column - 26 };
  const fit =
    value.length <= shortValue
      ? { fontSize: 36, lineHeight: 1.15, whiteSpace: 'nowrap', textFit: 'shrink' }
      : { fontSize: 29, lineHeight: 1.15, paddingTop: 4, lineClamp: 2, textWrap: 'balance' };
  return box(place, { display: 'flex', flexDirection: 'column', fontFamily: sans }, [
    text(label, { color: ink.label, fontSize: 24 }),
    text(value, { ...fit, ...(isUndisclosed && { fontFamily: serif, fontStyle: 'italic' }) }),
    ...(after
      ? [
          text(after, {
            color: ink.quiet,
            fontSize: 24,
            lineHeight: 1.3,
            whiteSpace: 'nowrap',
            textFit: 'shrink',
          }),
        ]
      : []),
  ]);
}

function kindLine(card: Card, ink: Ink, top: number): Node[] {
  const { model } = card;
  const words = { fontFamily: sans, fontSize: 28, whiteSpace: 'pre' };
  if (!model) return [placedText(card.kind, { left, top }, { color: ink.label, ...words })];
  const sign = glyph(model.architecture, ink.mark(model.hue), -4, 0, 34);
  return [
    picture(sign, { left, top: top + 2, width: 34, height: 34 }),
    placedText(card.kind, { left: left + 42, top }, { color: ink.word(model.hue), ...words }),
  ];
}

/** So many letters of a title have room on one line; more are set smaller, on two. */
const shortTitle = 32;

/** A name or title, as large as it can be; it stands on the same line whatever its size. */
function title(value: string, bottom: number, size: number, wide: number): Node {
  const height = size * 1.25;
  const fit =
    value.length <= shortTitle
      ? {
          fontSize: size,
          lineHeight: 1.25,
          letterSpacing: '-0.015em',
          whiteSpace: 'nowrap',
          textFit: 'shrink',
        }
      : { fontSize: 62, lineHeight: 1.12, paddingBottom: 14, lineClamp: 2, textWrap: 'balance' };
  return box(
    { left, top: bottom - height, width: wide, height },
    { display: 'flex', alignItems: 'flex-end' },
    [text(value, { fontFamily: serif, fontWeight: 600, width: wide, overflow: 'visible', ...fit })],
  );
}

function sentence(value: string, top: number, wide: number): Node {
  return placedText(
    value,
    { left, top, width: wide },
    { fontFamily: serif, fontSize: 36, lineHeight: 1.32, textWrap: 'balance' },
  );
}

function modelParts(card: Card, ink: Ink): Node[] {
  const { here, facts, thumb: tab } = card.model!;
  return [
    thumb(tab, ink),
    ...kindLine(card, ink, 142),
    title(card.title, 352, 132, width),
    box({ left, top: 352, width, height: 2 }, { backgroundColor: ink.ink }),
    ...facts.map((fact, index) => factColumn(fact, index, ink)),
    ...placeInTime(card.marks, here, axisTop, ink),
  ];
}

/** The place of a chapter in the course: a mark for each, that of the card in red, as "here" is everywhere. */
function courseStrip({ here, of }: { here: number | undefined; of: number }, ink: Ink): Node {
  const step = (width + 12) / of;
  const marks = Array.from({ length: of }, (_, index) => {
    const isHere = index + 1 === here;
    return line(
      isHere ? ink.here : ink.rule,
      isHere ? 10 : 4,
      `M${short(index * step)} 5h${short(step - 12)}`,
    );
  });
  return picture(marks.join(''), { left, top: axisTop, width, height: 10 });
}

/** A path of level and upright lines, made smaller, and on whole pixels so that all its lines are equally thick. */
function scaledPath(path: string, across: number, down: number): string {
  return path.replace(
    /([MHV])([\d.-]+)(?: ([\d.-]+))?/g,
    (_, command: string, first: string, second?: string) => {
      const x = Math.round(Number(first) * (command === 'V' ? down : across));
      return second === undefined ? `${command}${x}` : `${command}${x} ${Math.round(Number(second) * down)}`;
    },
  );
}

/** The family tree without its names, as high as the card. */
function treePicture({ width: wide, height: high, lines }: TreeDrawing, ink: Ink): Node {
  const place = { left: cardSize.width - 520, top: 0, width: 520, height: cardSize.height };
  const dashes = { idea: ' stroke-dasharray="2 4"', distilled: ' stroke-dasharray="6 4"' };
  const paths = lines.map(({ path, hue, style }) => {
    const dash = style === 'idea' || style === 'distilled' ? dashes[style] : '';
    const scaled = scaledPath(path, place.width / wide, place.height / high);
    return `<path fill="none" stroke="${ink.mark(hue)}" stroke-width="2"${dash} d="${scaled}"/>`;
  });
  return picture(paths.join(''), place);
}

function otherParts(card: Card, ink: Ink): Node[] {
  const wide = card.tree ? 580 : width;
  return [
    ...(card.tree ? [treePicture(card.tree, ink)] : []),
    ...kindLine(card, ink, 142),
    title(card.title, 312, 104, wide),
    sentence(card.sentence ?? '', 322, wide),
    ...(card.chapters ? [courseStrip(card.chapters, ink)] : []),
    ...(card.picture === 'crowd' ? crowdInTime(card.marks, axisTop, 130, ink) : []),
    ...(card.picture === 'sizes' ? sizesInTime(card.marks, axisTop, 122, ink) : []),
  ];
}

/** A card as what the library draws. */
export function cardNode(card: Card, ink: Ink): Node {
  const style = { position: 'relative', ...cardSize, backgroundColor: ink.paper, color: ink.ink } as const;
  return {
    type: 'container',
    style,
    children: [...siteMark(ink), ...(card.model ? modelParts(card, ink) : otherParts(card, ink))],
  };
}
