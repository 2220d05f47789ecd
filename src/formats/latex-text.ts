/** Accents of TeX by the combining character that they set; those that are letters need a space after them. */
const accents: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '=',
  '\u0306': 'u ',
  '\u0307': '.',
  '\u0308': '"',
  '\u030a': 'r ',
  '\u030b': 'H ',
  '\u030c': 'v ',
  '\u0323': 'd ',
  '\u0327': 'c ',
  '\u0328': 'k ',
};

/** Letters that are no letter with an accent. */
const letters: Readonly<Record<string, string>> = {
  Ł: '{\\L}',
  ł: '{\\l}',
  Ø: '{\\O}',
  ø: '{\\o}',
  Æ: '{\\AE}',
  æ: '{\\ae}',
  Œ: '{\\OE}',
  œ: '{\\oe}',
  ß: '{\\ss}',
};

/** Signs that mean something to TeX, and those for which it has its own spelling. */
const signs: Readonly<Record<string, string>> = {
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  // BibTeX counts braces, escaped ones too, so these are spelled out.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '–': '--',
  '—': '---',
  '’': "'",
  '‘': '`',
  '“': '``',
  '”': "''",
};

function accented(base: string, mark: string): string {
  const accent = accents[mark];
  return accent === undefined ? (base + mark).normalize('NFC') : `{\\${accent}${base}}`;
}

/** Text as TeX reads it, with its accents in braces, as BibTeX wants them for sorting and for upper case. */
export function latexText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})(\p{Mark})(?!\p{Mark})|\P{Mark}\p{Mark}*/gu, (sign, base, mark) =>
      base === undefined ? (letters[sign] ?? signs[sign] ?? sign.normalize('NFC')) : accented(base, mark),
    );
}
