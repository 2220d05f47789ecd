import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { collectionNames, collections, type CollectionName } from '../../src/schema/collections.ts';
import { checkContent } from '../../scripts/content/check.ts';
import { fixtures, today } from '../unit/trees.ts';

/**
 * What tries to be more than text. Each says `hacked` and its number, and each element it would make has the attribute
 * `data-h`, so that it is known again wherever it comes out.
 */
const hostileTexts: ((number: number) => string)[] = [
  (n) => `"><x-h data-h onclick=hacked(${n})>`,
  (n) => `'><img data-h src=x onerror='hacked(${n})'>`,
  (n) => `</script><script data-h>hacked(${n})</script>`,
  (n) => `<svg/onload=hacked(${n}) data-h>`,
  (n) => `<math><x-h data-h>hacked(${n})`,
  (n) => `--><x-h data-h>hacked(${n})<!--`,
  (n) => `]]><x-h data-h>hacked(${n})<![CDATA[`,
  (n) => `</title></textarea></style><x-h data-h>${n}`,
  (n) => `<iframe data-h srcdoc="<script>hacked(${n})</script>">`,
  (n) => `[hacked ${n}](javascript:hacked(${n}))`,
  (n) => `javascript:hacked(${n})//https://evil.example/a`,
  (n) => `https://evil.example/" onmouseover="hacked(${n})`,
  (n) => `{{hacked(${n})}} \${hacked(${n})} {hacked(${n})} <%=hacked(${n})%>`,
  (n) => `&lt;x-h data-h&gt;hacked(${n}) &#60;x-h&#62; &amp;amp;`,
  (n) => `} @misc{hacked${n}, title = {\\input{hacked} %`,
  (n) => `,"=hacked(${n})";+1\\,\\"|cmd`,
  (n) => `| hacked ${n} | **b** \`c\` ~~d~~ _e_ # f`,
  (n) => `$hacked_{${n}}$ $$\\href{javascript:hacked(${n})}{x}$$`,
  (n) => `<base data-h href=//evil.example><x-h data-h>${n}`,
  (n) => `<meta data-h http-equiv=refresh content=0>${n}`,
  (n) => `<x-h>${n}`,
];

/** What no place takes. */
export const refusedTexts = [
  'two\nlines',
  'a\u2028b',
  'a\u2029b',
  'a\u202eb',
  'a\u200bb',
  'a\u0000b',
  'a\u001b[31mb',
  '=1+1',
  '+1+1',
  '@SUM(1)',
  "-1+cmd|' /C calc'!A0",
];

/** What an address must not be. */
export const refusedAddresses = [
  'javascript:hacked(1)',
  'JavaScript:hacked(1)//https://evil.example',
  'data:text/html,<script>hacked(1)</script>',
  'vbscript:hacked(1)',
  '//evil.example/',
  'https://evil.example/"onclick="hacked(1)',
  'https://evil.example/<x-h>',
  'https://evil.example/ onclick=hacked(1)',
];

/** Addresses that are allowed, with as much in them as can be. */
const hostileAddresses: ((number: number) => string)[] = [
  (n) => `https://evil.example/?h=${n}&lt;x-h&gt;{{hacked(${n})}}\`\${hacked(${n})}\``,
  (n) => `doi:10.1000/"><x-h/data-h/onclick=hacked(${n})>`,
  (n) => `10.1000/"><x-h/data-h/onclick=hacked(${n})>`,
];

type Path = (string | number)[];

/** The places of all texts in a value. */
function textsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    textsOf(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function withText(values: object, path: Path, text: string): object {
  const copy = structuredClone(values);
  const parent = path.slice(0, -1).reduce((at, key) => at[key as never], copy);
  (parent as Record<string | number, unknown>)[path.at(-1)!] = text;
  return copy;
}

function valueAt(values: unknown, path: Path): unknown {
  return path.reduce((at, key) => (at as Record<string | number, unknown>)[key], values);
}

/** Names a fact of the entry: the rules between entries refuse any other text. */
function isFactPath(field: string): boolean {
  return /^models\.(evidence\[\]\.(for|part)\[\]|unresolved\[\]\.for)$/.test(field);
}

/** The name of a fact, after its variant has got another name. */
function renamed(fact: string, variants: ReadonlyMap<string, string>): string {
  return [...variants]
    .reduce(
      (path, [from, to]) => path.replace(`variants.${from}.`, () => `variants.${to}.`),
      fact.endsWith('.') ? fact : `${fact}.`,
    )
    .slice(0, -1);
}

/** A field of a collection, whichever entry and place of a list it stands in: `models.papers[].title`. */
function fieldOf(collection: CollectionName, path: Path): string {
  return [collection, ...path].reduce<string>(
    (name, step) => (typeof step === 'number' ? `${name}[]` : name ? `${name}.${step}` : String(step)),
    '',
  );
}

/** The fields of a collection that its schema lets be a text. */
export function textFields(collection: CollectionName): string[] {
  const schema = z.toJSONSchema(collections[collection], {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
  });
  const fields = (at: z.core.JSONSchema.BaseSchema, name: string): string[] => [
    ...(at.type === 'string' ? [name] : []),
    ...(at.anyOf ?? []).flatMap((option) => fields(option as z.core.JSONSchema.BaseSchema, name)),
    ...(at.items ? fields(at.items as z.core.JSONSchema.BaseSchema, `${name}[]`) : []),
    ...Object.entries(at.properties ?? {}).flatMap(([key, value]) =>
      fields(value as z.core.JSONSchema.BaseSchema, `${name}.${key}`),
    ),
  ];
  return fields(schema, collection);
}

/** A text that was let through, and where. */
export interface Placed {
  field: string;
  file: string;
  text: string;
}

export interface HostileContent {
  placed: Placed[];
  /** Fields that took nothing, whatever was tried. */
  refusing: string[];
  /** Places that took what they must not. */
  leaks: string[];
}

/** As much of it as a body may hold. */
const hostileBody = `
A link to [a place "> onclick=hacked(9)](https://evil.example/?h="onclick=hacked(1) "a title\\" onclick=hacked(2)"), one
<https://evil.example/?"onclick=hacked(8)>, code \`<script data-h>hacked(3)</script>\`, an entity &lt;x-h data-h&gt;, \\<x-h data-h>,
{{hacked(4)}}, $\\text{<x-h data-h>}$ and $"><x$.

\`\`\`"><x-h data-h onclick=hacked(5)>
</code></pre><script data-h>hacked(6)</script>
\`\`\`

| a | b |
| --- | --- |
| &lt;img data-h src=x onerror=hacked(7)&gt; | \`</td><x-h data-h>\` |
`;
const withBodies: CollectionName[] = ['models', 'objectives', 'concepts', 'families', 'years', 'audits'];

/** Writes the small catalog, with something hostile in each text of it that takes any. */
export async function writeHostileContent(root: string): Promise<HostileContent> {
  for (const tree of ['valid', 'full']) cpSync(join(fixtures, tree, 'content'), root, { recursive: true });
  const placed: Placed[] = [];
  const taking = new Set<string>();
  const tried = new Set<string>();
  const leaks: string[] = [];
  let number = 0;
  for (const collection of collectionNames) {
    for (const name of readdirSync(join(root, collection)).sort()) {
      const file = join(root, collection, name);
      const [, yaml = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(readFileSync(file, 'utf8'))!;
      const isTaken = (values: object) => collections[collection].safeParse(values).success;
      let values = parse(yaml) as object;
      const variants = new Map<string, string>();
      for (const path of textsOf(values)) {
        number += 1;
        const field = fieldOf(collection, path);
        // By this name evidence gives the licence of a model.
        if (name === 'mit.md' && field === 'licenses.label') continue;
        tried.add(field);
        for (const text of [
          ...refusedTexts,
          ...(/(url|source|links\.\w+)$/.test(field) ? refusedAddresses : []),
        ])
          if (isTaken(withText(values, path, text))) leaks.push(`${field}: ${JSON.stringify(text)}`);
        const start = number % hostileTexts.length;
        const texts = [...hostileTexts.slice(start), ...hostileTexts.slice(0, start), ...hostileAddresses];
        // Evidence that is marked checked has to give the value.
        const before = field === 'models.evidence[].says' ? `${valueAt(values, path)} ` : '';
        const text = texts
          .map((make) => before + make(number))
          .find((text) => isTaken(withText(values, path, text)));
        if (text === undefined) continue;
        if (isFactPath(field)) {
          values = withText(values, path, renamed(String(valueAt(values, path)), variants));
          continue;
        }
        if (field === 'models.variants[].name') variants.set(String(valueAt(values, path)), text);
        taking.add(field);
        values = withText(values, path, text);
        placed.push({ field, file: `${collection}/${name}`, text });
      }
      const text = `---\n${stringify(values)}---\n${body}${withBodies.includes(collection) ? hostileBody : ''}`;
      writeFileSync(file, text);
    }
  }
  const { problems } = await checkContent(root, today);
  for (const { severity, file, line, message } of problems)
    if (severity === 'error') leaks.push(`${file}:${line} ${message}`);
  return { placed, refusing: [...tried].filter((field) => !taking.has(field)).sort(), leaks };
}
