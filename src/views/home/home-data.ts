import type { Catalog } from '../../catalog/catalog.ts';
import { coverageOf } from '../../catalog/coverage.ts';

/** How many facts the catalog states, how many of them were seen in a source that was opened, and how many printed values were wrong. */
export function factTally(catalog: Catalog): { facts: number; checked: number; corrected: number } {
  const rows = coverageOf(catalog).map(
    ({ facts: { checked, mirrored, reported, unchecked, unresolved } }) => ({
      opened: checked + mirrored + reported,
      all: checked + mirrored + reported + unchecked + unresolved,
    }),
  );
  const wrong = catalog.models.flatMap(({ corrections }) =>
    corrections.filter(({ verdict }) => verdict === 'wrong' || verdict === 'missing'),
  );
  return {
    facts: rows.reduce((sum, { all }) => sum + all, 0),
    checked: rows.reduce((sum, { opened }) => sum + opened, 0),
    corrected: wrong.length,
  };
}
