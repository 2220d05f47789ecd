import type { Element, ElementContent, Root, RootContent } from 'hast';
import { visit } from 'unist-util-visit';

/** Components that stand in the two right columns; all else is running text. */
const wide = new Set(['Figure', 'Wide']);

/** A component in MDX, as block or within a line. */
interface Tag {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  name: string | null;
  attributes: { type: 'mdxJsxAttribute'; name: string; value: string }[];
}
type Child = RootContent | Tag;

function asTag(node: { type: string }): Tag | undefined {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement' ? (node as Tag) : undefined;
}

function element(tagName: string, className: string, children: Child[]): Element {
  return {
    type: 'element',
    tagName,
    properties: { className: [className] },
    children: children as ElementContent[],
  };
}

const isHeading = (node: Child): boolean => node.type === 'element' && node.tagName === 'h2';
const isWide = (node: Child): boolean => wide.has(asTag(node)?.name ?? '');
const isSpace = (node: Child): boolean => node.type === 'text' && node.value.trim() === '';

/** The contents of a section: its heading in the left column, runs of text and wide components in the others. */
function columns([heading, ...rest]: Child[]): Child[] {
  const parts: Child[] = isHeading(heading!) ? [element('div', 'hang', [heading!])] : [];
  const content = isHeading(heading!) ? rest : [heading!, ...rest];
  let run: Child[] = [];
  const endRun = () => {
    if (!run.every(isSpace)) parts.push(element('div', 'prose', run));
    run = [];
  };
  for (const node of content) {
    if (!isWide(node)) {
      run.push(node);
      continue;
    }
    endRun();
    parts.push(element('div', 'wide', [node]));
  }
  endRun();
  return parts;
}

/** Gives each tag of a kind its number in the text, as the attribute `n`: side notes need an id, and exercises a number. */
function numberTags(tree: Root): void {
  const counts = new Map<string, number>();
  visit(tree, (node) => {
    const tag = asTag(node);
    if (!tag?.name) return;
    const n = (counts.get(tag.name) ?? 0) + 1;
    counts.set(tag.name, n);
    tag.attributes.push({ type: 'mdxJsxAttribute', name: 'n', value: String(n) });
  });
}

/**
 * Lays the text of an explainer out in the site's columns: every heading of the second level opens a section.
 * Other files are left as they are.
 */
export function explainerSections() {
  return (tree: Root, file: { path?: string }) => {
    if (!/[\\/]explainers[\\/][^\\/]+\.mdx$/.test(file.path ?? '')) return;
    numberTags(tree);
    const esm = tree.children.filter((node) => node.type === 'mdxjsEsm');
    const nodes = tree.children.filter((node) => node.type !== 'mdxjsEsm');
    const sections: Child[][] = [];
    for (const node of nodes) {
      if (sections.length === 0 || isHeading(node)) sections.push([]);
      sections.at(-1)!.push(node);
    }
    tree.children = [
      ...esm,
      ...(sections
        .filter((section) => !section.every(isSpace))
        .map((section) => element('section', 'row', columns(section))) as RootContent[]),
    ];
  };
}
