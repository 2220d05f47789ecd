/** What MDX adds to the nodes of Markdown, as far as it is looked at here. */
export interface MdxNode {
  type: string;
  name?: string | null;
  value?: string;
  attributes?: { type: string; name?: string; value?: unknown }[];
}

/** HTML that a text may hold, and its attributes: tables with cells over several rows, which Markdown lacks. */
const htmlTags = ['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td'];
const htmlAttributes = ['class', 'scope', 'colspan', 'rowspan'];

const componentImport = /^(\s*import [A-Z]\w* from '\.\.\/\.\.\/src(\/[\w-]+)+\.astro';?)+\s*$/;
const comment = /^\s*\/\*[^]*\*\/\s*$/;

function tagError({ name, attributes = [] }: MdxNode): string | undefined {
  const isComponent = /^[A-Z]\w*$/.test(name ?? '');
  if (!isComponent && !htmlTags.includes(name ?? ''))
    return `is HTML, <${(name ?? '').slice(0, 60)}>; a text places components and tables only`;
  for (const { type, name: attribute = '', value } of attributes) {
    if (type !== 'mdxJsxAttribute' || (typeof value === 'object' && value !== null))
      return `has an attribute of <${name}> that is JavaScript; expected a text in quotes`;
    if (!isComponent && !htmlAttributes.includes(attribute))
      return `has the attribute "${attribute.slice(0, 60)}" at <${name}>; expected one of ${htmlAttributes.join(', ')}`;
  }
  return undefined;
}

/**
 * What is wrong with a node of MDX. A text must be unable to run anything, in the build or in a browser: it may place
 * components and import them, and holds no other JavaScript.
 */
export function mdxNodeError(node: MdxNode): string | undefined {
  const { type, value = '' } = node;
  if (type === 'mdxjsEsm' && !componentImport.test(value))
    return "is JavaScript; a text may import components, such as import Marks from '../../src/views/text/Marks.astro'";
  if (/^mdx(Flow|Text)Expression$/.test(type) && !comment.test(value))
    return 'is a JavaScript expression; a text holds none, and a brace that is meant to be read is written \\{';
  if (/^mdxJsx(Flow|Text)Element$/.test(type)) return tagError(node);
  return undefined;
}
