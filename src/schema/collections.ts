import { architecture } from './architecture.ts';
import { audit } from './audit.ts';
import { branch } from './branch.ts';
import { concept } from './concept.ts';
import { introductionCorrection } from './correction.ts';
import { explainer } from './explainer.ts';
import { family } from './family.ts';
import { glossaryTerm } from './glossary-term.ts';
import { lab } from './lab.ts';
import { license } from './license.ts';
import { model } from './model.ts';
import { objective } from './objective.ts';
import { page } from './page.ts';
import { term } from './term.ts';
import { year } from './year.ts';

/** Every folder of content and the schema of its entries. */
export const collections = {
  models: model,
  architectures: architecture,
  audits: audit,
  branches: branch,
  concepts: concept,
  corrections: introductionCorrection,
  explainers: explainer,
  families: family,
  glossary: glossaryTerm,
  labs: lab,
  licenses: license,
  modalities: term,
  objectives: objective,
  pages: page,
  traits: term,
  years: year,
} as const;

export type CollectionName = keyof typeof collections;
export const collectionNames = Object.keys(collections) as CollectionName[];
