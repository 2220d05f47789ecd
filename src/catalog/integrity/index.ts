import type { Content } from '../content.ts';
import type { Issue, Rule } from '../issue.ts';
import * as corrections from './corrections.ts';
import * as dates from './dates.ts';
import * as descent from './descent.ts';
import * as disclosure from './disclosure.ts';
import * as evidence from './evidence.ts';
import * as explainers from './explainers.ts';
import * as names from './names.ts';
import * as sizes from './sizes.ts';
import * as terms from './terms.ts';
import * as years from './years.ts';

/** Every rule between entries. */
export const rules: Rule[] = [
  terms.termsExist,
  terms.kindsDoNotCircle,
  terms.architecturesAreKnown,
  descent.noCycles,
  descent.noChildOlderThanParent,
  descent.externalParentsAreExternal,
  descent.parentsAreNamedOnce,
  dates.releasedIsEarliest,
  dates.paperYearsAgree,
  dates.datesAreNotInTheFuture,
  dates.changesFollowAddition,
  sizes.sizesArePlausible,
  sizes.namesAgreeWithSizes,
  sizes.contextIsUsual,
  names.namesAreUnique,
  names.variantNamesAreUnique,
  evidence.evidenceNamesFacts,
  evidence.evidenceSaysTheValue,
  evidence.everyFactHasASource,
  disclosure.undisclosedHasNoValue,
  disclosure.assumedHasAValue,
  disclosure.assumedIsNotChecked,
  disclosure.accessAgreesWithLicense,
  disclosure.objectivesSuitArchitecture,
  explainers.chaptersAreKnown,
  explainers.equationsHaveOrigins,
  explainers.tagsNameWhatIsThere,
  corrections.correctionsChangeSomething,
  corrections.correctionsDifferFromTheEntry,
  years.yearsAreYears,
  years.yearsHaveTexts,
];

/** All that is wrong between entries. `today` is a day as 2026-11-24. */
export function integrityIssues(content: Content, today: string): Issue[] {
  return rules.flatMap((rule) => rule.check(content, today));
}
