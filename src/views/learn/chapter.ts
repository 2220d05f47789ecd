import type { Catalog } from '../../catalog/catalog.ts';
import type { Explainer } from '../../catalog/explainers.ts';

/** The chapter in whose text a component stands. Throws where it is placed in another text. */
export function chapterOf(locals: App.Locals): { catalog: Catalog; explainer: Explainer } {
  if (!locals.chapter) throw new Error('this component can be placed in content/explainers only');
  return locals.chapter;
}
