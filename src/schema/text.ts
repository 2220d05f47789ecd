import { z } from 'zod';

/** What YAML made of a value that should have been text, in an author's words. */
function readAs(input: unknown): string {
  if (input === undefined) return 'nothing';
  if (input === null) return 'an empty value';
  if (input instanceof Date) return 'a date';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'a group of keys';
  if (typeof input === 'boolean') return 'true or false';
  return typeof input === 'number' ? 'a number' : 'text';
}

/** Message for a value of the wrong kind; `expected` says what an author should write. */
export function wrongKind(expected: string) {
  return ({ input }: { input?: unknown }): string =>
    input === undefined
      ? `is missing; expected ${expected}`
      : `is read by YAML as ${readAs(input)}; expected ${expected}`;
}

/** A whole number; `expected` says of what. */
export function wholeNumber(expected = 'a whole number') {
  return z.int({
    error: (issue) =>
      typeof issue.input === 'number'
        ? `is ${issue.input}; expected ${expected}`
        : wrongKind(expected)(issue),
    abort: true,
  });
}

/**
 * One line of text. YAML reads `name: 1.5` as a number and `name: 2024-01-01` as a date,
 * so the message for those says to put the value in quotes.
 */
export function text(what: string, limit = 300) {
  return z
    .string({
      error: (issue) =>
        typeof issue.input === 'number' || typeof issue.input === 'boolean' || issue.input instanceof Date
          ? `is read by YAML as ${readAs(issue.input)}; put ${what} in quotes`
          : wrongKind(what)(issue),
    })
    .min(1, { error: `is empty; expected ${what}`, abort: true })
    .max(limit, { error: `is longer than ${limit} characters; expected ${what}`, abort: true })
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, {
      error: `holds a line break or a control character; expected ${what} on one line`,
      abort: true,
    })
    .regex(/^[^\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*$/, {
      error: `holds an invisible character, perhaps copied along; expected ${what}, typed anew`,
      abort: true,
    })
    .regex(/^(?![=+@]|-.*\|.*!)/, {
      error: `begins like a formula, which spreadsheets that open the CSV files would calculate; expected ${what}`,
      abort: true,
    })
    .regex(/^\S(.*\S)?$/, { error: `begins or ends with a space; expected ${what}`, abort: true });
}

/** A list that names nothing twice. */
export function listOf<Item extends z.ZodType>(item: Item, what: string) {
  return z.array(item, { error: wrongKind(`a list of ${what}`) }).superRefine(
    (values, context) => {
      const seen = new Set<string>();
      values.forEach((value, index) => {
        const key = JSON.stringify(value);
        if (seen.has(key)) {
          context.addIssue({
            code: 'custom',
            path: [index],
            message: `stands twice in this list of ${what}`,
          });
        }
        seen.add(key);
      });
    },
    { when: ({ value }) => Array.isArray(value) },
  );
}

/** For rules of a record: they speak also where one of its values is wrong by itself, so that all is said at once. */
export const evenIfInvalid = {
  when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null,
};

/** An object that refuses keys it does not know. */
export function record<Shape extends z.ZodRawShape>(shape: Shape, what: string) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? undefined : wrongKind(what)(issue)),
  });
}

/** One of a few words. The message repeats the choice; whoever reports it may add the nearest one. */
export function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, {
    error: (issue) =>
      typeof issue.input === 'string'
        ? `"${issue.input.slice(0, 60)}" is not known; expected one of ${values.join(', ')}`
        : wrongKind(`one of ${values.join(', ')}`)(issue),
  });
}
