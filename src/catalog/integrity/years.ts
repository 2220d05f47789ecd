import type { Issue, Rule } from '../issue.ts';
import { modelWarning } from '../issue.ts';
import { compareDates, yearOf } from '../number-text.ts';

const isYear = (slug: string) => /^\d{4}$/.test(slug);

export const yearsAreYears: Rule = {
  name: 'years-are-years',
  description: 'An entry of content/years has a year for its name.',
  check({ years }) {
    return years
      .filter(({ slug }) => !isYear(slug))
      .map(({ slug }): Issue => ({
        severity: 'error',
        collection: 'years',
        slug,
        path: [],
        message: 'is not a year; expected a name of four digits, such as 2019.md',
      }));
  },
};

export const yearsHaveTexts: Rule = {
  name: 'years-have-texts',
  description: 'Once there are texts of years, every year with models has one.',
  check({ models, years }) {
    const told = new Set(years.map(({ slug }) => slug).filter(isYear));
    if (told.size === 0) return [];
    const firstOf = new Map<string, string>();
    for (const { slug, data } of models.toSorted((a, b) => compareDates(a.data.released, b.data.released))) {
      const year = yearOf(data.released);
      if (!told.has(year) && !firstOf.has(year)) firstOf.set(year, slug);
    }
    return [...firstOf].map(([year, slug]) => ({
      ...modelWarning(
        slug,
        ['released'],
        `is the first model of ${year}, a year that has no text; expected content/years/${year}.md`,
      ),
      missing: `years/${year}`,
    }));
  },
};
