import { disclosableFields, type ModelEntry } from '../../schema/model.ts';
import type { Evidence } from '../../schema/evidence.ts';
import type { License } from '../../schema/license.ts';
import type { Content } from '../content.ts';
import { nearest } from '../edit-distance.ts';
import { covers, evidenceFor, factsOf, type Fact } from '../facts.ts';
import { countsIn, givesCount, givesDate, givesName } from '../figures-in-text.ts';
import { modelError, type Issue, type Rule } from '../issue.ts';
import { countText, wholeText } from '../number-text.ts';

/** True where `path` names a stated fact or a field that the entry calls undisclosed or assumed. */
function namesSomething(entry: ModelEntry, facts: Fact[], path: string): boolean {
  const listed: readonly string[] = [...entry.undisclosed, ...entry.assumed];
  return facts.some((fact) => covers(path, fact.path)) || listed.includes(path);
}

function possiblePaths(entry: ModelEntry, facts: Fact[]): Set<string> {
  const paths = new Set<string>([...entry.undisclosed, ...entry.assumed]);
  for (const { path } of facts) {
    paths.add(path);
    paths.add(path.split('.')[0]!);
  }
  entry.variants.forEach(({ name }) => paths.add(`variants.${name}`));
  for (const gathered of ['parameters', 'active', 'context', 'config']) {
    if (facts.some((fact) => covers(gathered, fact.path))) paths.add(gathered);
  }
  return paths;
}

export const evidenceNamesFacts: Rule = {
  name: 'evidence-names-facts',
  description: 'Evidence, and what is called unresolved, names facts that the entry states.',
  check(content) {
    return content.models.flatMap(({ slug, data }) => {
      const facts = factsOf(data);
      const issues: Issue[] = [];
      data.evidence.forEach((row, index) => {
        row.for?.forEach((path, at) => {
          if (namesSomething(data, facts, path)) return;
          const near = nearest(path, possiblePaths(data, facts));
          const hint = near ? `; nearest: "${near}"` : '';
          issues.push(
            modelError(
              slug,
              ['evidence', index, 'for', at],
              `"${path}" is not a fact that this entry states${hint}`,
            ),
          );
        });
        row.part?.forEach((path, at) => {
          const partly = facts.filter((fact) => covers(path, fact.path));
          const where = ['evidence', index, 'part', at];
          if (!partly.some((fact) => row.for?.some((whole) => covers(whole, fact.path))))
            issues.push(modelError(slug, where, `"${path}" is not one of the facts in \`for\``));
          else if (partly.some((fact) => evidenceFor(data, fact.path).length === 1))
            issues.push(modelError(slug, where, `"${path}" has no other evidence to show the rest`));
        });
      });
      data.unresolved.forEach((row, index) => {
        const field = row.for.split('.')[0]!;
        const known =
          namesSomething(data, facts, row.for) ||
          (disclosableFields as readonly string[]).includes(field) ||
          Object.hasOwn(data, field);
        if (known) return;
        const near = nearest(row.for, [...possiblePaths(data, facts), ...disclosableFields]);
        const hint = near ? `; nearest: "${near}"` : '';
        issues.push(
          modelError(slug, ['unresolved', index, 'for'], `"${row.for}" is not a fact of an entry${hint}`),
        );
      });
      return issues;
    });
  },
};

/** What `says` lacks of a fact's value, in words, or undefined where it gives it. */
function lacking(fact: Fact, says: string, licenses: Map<string, License>): string | undefined {
  if (fact.figure === 'count') {
    const value = fact.value as number;
    return givesCount(says, value) ? undefined : countText(value);
  }
  if (fact.figure === 'tokens') {
    const value = fact.value as number;
    return countsIn(says).has(value) ? undefined : wholeText(value);
  }
  if (fact.figure === 'date')
    return givesDate(says, fact.value as string) ? undefined : (fact.value as string);
  const license = licenses.get(fact.value as string);
  if (!license || license.proprietary) return undefined;
  const spellings = [license.label, license.spdx ?? '', ...license.aliases];
  return spellings.some((spelling) => givesName(says, spelling)) ? undefined : license.label;
}

function disagreements(
  row: Evidence,
  facts: Fact[],
  licenses: Map<string, License>,
): { key: string; message: string }[] {
  const figures = facts.filter(
    (fact) => fact.figure !== 'other' && row.for?.some((path) => covers(path, fact.path)),
  );
  if (figures.length === 0) return [];
  if (!row.says) {
    return [
      { key: 'checked', message: `stands without says; quote what the source gives for ${figures[0]!.path}` },
    ];
  }
  return figures.flatMap((fact) => {
    const lack = lacking(fact, row.says!, licenses);
    return lack ? [{ key: 'says', message: `does not give ${lack}, the value of ${fact.path}` }] : [];
  });
}

export const evidenceSaysTheValue: Rule = {
  name: 'evidence-says-the-value',
  description: 'For sizes, contexts, dates and licences that are marked checked, `says` repeats the value.',
  check(content: Content) {
    const licenses = new Map(content.licenses.map(({ slug, data }) => [slug, data]));
    return content.models.flatMap(({ slug, data }) => {
      const facts = factsOf(data);
      return data.evidence.flatMap((row, index) =>
        row.checked
          ? disagreements(row, facts, licenses).map(({ key, message }) =>
              modelError(slug, ['evidence', index, key], message),
            )
          : [],
      );
    });
  },
};

export const everyFactHasASource: Rule = {
  name: 'every-fact-has-a-source',
  description: 'Each stated value is covered by evidence that names it, or by evidence for all the rest.',
  check(content) {
    return content.models.flatMap(({ slug, data }) => {
      if (data.evidence.some((row) => !row.for)) return [];
      return factsOf(data)
        .filter((fact) => !data.evidence.some((row) => row.for?.some((path) => covers(path, fact.path))))
        .map((fact) =>
          modelError(
            slug,
            fact.keys,
            `has no source; add evidence for ${fact.path}, or evidence without "for" for all the rest`,
          ),
        );
    });
  },
};
