import type { explainerTags } from '../../catalog/explainers.ts';
import Figure from '../figures/Figure.astro';
import Answer from './Answer.astro';
import Caches from './Caches.astro';
import Chart from './Chart.astro';
import Cite from './Cite.astro';
import Eq from './Eq.astro';
import Equation from './Equation.astro';
import Exercise from './Exercise.astro';
import ExpertModels from './ExpertModels.astro';
import Labs from './Labs.astro';
import Models from './Models.astro';
import Note from './Note.astro';
import Openness from './Openness.astro';
import Term from './Term.astro';
import Vocabularies from './Vocabularies.astro';
import WeightLines from './WeightLines.astro';
import Wide from './Wide.astro';

/** What the text of an explainer can place, by the name of its tag. */
export const components: Record<(typeof explainerTags)[number], unknown> = {
  Answer,
  Caches,
  Chart,
  Cite,
  Eq,
  Equation,
  Exercise,
  ExpertModels,
  Figure,
  Labs,
  Models,
  Note,
  Openness,
  Term,
  Vocabularies,
  WeightLines,
  Wide,
};
