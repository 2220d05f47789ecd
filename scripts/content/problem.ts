import type { Place } from './front-matter.ts';

/** Something wrong with a file of content, at a place in it. */
export interface Problem {
  severity: 'error' | 'warning';
  /** Path from the top of the project, with forward slashes. */
  file: string;
  /** Counted from 1. */
  line: number;
  column: number;
  /** Where in the entry, such as "license.weights"; empty for the file as a whole. */
  where: string;
  message: string;
}

/** Some messages quote the file, which may hold a value of any length. */
const longestText = 1000;

/** One problem on one line, in the form that terminals and editors turn into a link. */
export function problemText({ file, line, column, severity, where, message }: Problem): string {
  const text = `${file}:${line}:${column}  ${severity}  ${where ? `${where} ` : ''}${message}`;
  // A message may quote the file: neither line breaks nor the codes that steer a terminal may pass.
  const oneLine = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  return oneLine.length > longestText ? `${oneLine.slice(0, longestText - 1)}…` : oneLine;
}

/** Orders problems as someone reads them: by file, then from top to bottom. */
export function compareProblems(a: Problem, b: Problem): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
}

/** An error of a file that no field of it has to answer for. */
export function whole(file: string, message: string, place: Place = { line: 1, column: 1 }): Problem {
  return { severity: 'error', file, ...place, where: '', message };
}
