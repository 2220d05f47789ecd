import { format } from 'prettier';
import { z } from 'zod';
import { model } from '../../src/schema/model.ts';

type Schema = z.core.JSONSchema.BaseSchema;

/** Between these lines of CONTRIBUTING.md stands what is written here. */
const begin = '<!-- fields: written by `npm run fields` from src/schema -->';
const end = '<!-- end of fields -->';

/** What several records are called, by the path of the field that holds them. */
const captions: Record<string, string> = {
  '': 'A model',
  dates: '`dates`',
  objectives: '`objectives`',
  extends: 'A line of `extends`: one of `model`, `concept`, `external`, and `by`',
  variants: 'An item of `variants`',
  'variants.parts': 'A part of a variant',
  'variants.config': '`config` of a variant',
  license: '`license`, where it is not one term',
  papers: 'An item of `papers`',
  links: '`links`',
  unresolved: 'An item of `unresolved`',
  evidence: 'A row of `evidence`',
  changes: 'A line of `changes`',
  paperCatalog: '`paperCatalog`',
  corrections: 'An item of `corrections`',
};

/** The schema of a field without its wrappings: of the items of a list, of the choice that is a record. */
function recordIn(schema: Schema): Schema | undefined {
  if (schema.properties) return schema;
  const inner = [schema.items, ...(schema.anyOf ?? [])].filter(
    (part): part is Schema => typeof part === 'object' && !Array.isArray(part),
  );
  for (const part of inner) {
    const found = recordIn(part);
    if (found) return found;
  }
  return undefined;
}

function words(values: readonly unknown[]): string {
  return values.map((value) => `\`${String(value)}\``).join(', ');
}

/** What can be written: the words of a choice, the form of a value, or examples of it. */
function formOf(schema: Schema, caption: string | undefined): string {
  if (schema.enum) return words(schema.enum);
  const item = schema.items as Schema | undefined;
  if (item) return item.enum ? `list of ${words(item.enum)}` : 'list';
  if (schema.examples) return words(schema.examples);
  if (schema.type === 'boolean') return '`true`, `false`';
  if (schema.type === 'integer') return 'whole number';
  if (schema.format === 'date') return '`2026-11-24`';
  return caption ? 'keys, below' : 'text';
}

/** A record as a table, and those that its fields hold after it. */
function tablesOf(record: Schema, path: string): string {
  const fields = Object.entries(record.properties ?? {}) as [string, Schema][];
  const rows = fields.map(([name, schema]) => {
    const where = path ? `${path}.${name}` : name;
    const needed = record.required?.includes(name) ? '**required.** ' : '';
    if (!schema.description) throw new Error(`${where} has no description in src/schema`);
    const meaning = `${needed}${schema.description}`.replaceAll('|', '\\|');
    return `| \`${name}\` | ${formOf(schema, recordIn(schema) && captions[where])} | ${meaning} |`;
  });
  const table = ['| field | written as | holds |', '| --- | --- | --- |', ...rows].join('\n');
  const inner = fields.flatMap(([name, schema]) => {
    const within = recordIn(schema);
    return within ? [tablesOf(within, path ? `${path}.${name}` : name)] : [];
  });
  const caption = captions[path];
  if (caption === undefined) throw new Error(`${path} needs a caption in scripts/fields/reference.ts`);
  return [`**${caption}**`, table, ...inner].join('\n\n');
}

/**
 * The text of CONTRIBUTING.md with the reference of all fields as the schema has them now.
 * @throws Error where the text has no place for it, or a field has no description
 */
export async function withFieldReference(text: string): Promise<string> {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`expected a line ${begin} and after it a line ${end}`);
  const schema = z.toJSONSchema(model, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  const written = `${text.slice(0, from)}${begin}\n\n${tablesOf(schema, '')}\n\n${text.slice(to)}`;
  return format(written, { parser: 'markdown', printWidth: 110, singleQuote: true });
}
