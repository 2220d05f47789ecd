import { expect, test } from 'vitest';
import { addFormulas, DrawnCharacters } from '../../scripts/astro/formula-fonts.ts';

function drawnOf(text: string): DrawnCharacters {
  const drawn = new DrawnCharacters();
  addFormulas(drawn, text);
  return drawn;
}

test('each font gets the characters that it draws', () => {
  const drawn = drawnOf('Costs $\\mathbb E_{x<2}[\\mathcal L]$ of\n$$\n\\pi\n$$\nand no more.');
  expect(drawn.of('KaTeX_AMS-Regular')).toBe('E');
  expect(drawn.of('KaTeX_Caligraphic-Regular')).toBe('L');
  expect(drawn.of('KaTeX_Math-Italic')).toBe('xπ');
  expect([...drawn.of('KaTeX_Main-Regular')]).toEqual(expect.arrayContaining(['<', '2', '[', ']']));
});

test('a font that no class of its own stands for gets everything', () => {
  expect([...drawnOf('$\\mathbb E[x]$').of('KaTeX_Size1-Regular')]).toEqual(
    expect.arrayContaining(['E', '[', ']', 'x']),
  );
});

test('a text without formulas needs none', () => {
  expect(drawnOf('From \\$5').of('KaTeX_Main-Regular')).toBe('');
});
