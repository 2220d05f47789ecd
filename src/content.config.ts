import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { contentFolder } from './content-folder.ts';
import { collections as schemas, type CollectionName } from './schema/collections.ts';

/** The file's name without its ending is the slug, dots included; Astro’s own rule would drop them. */
const generateId = ({ entry }: { entry: string }) => entry.replace(/\.mdx?$/, '');

function entriesOf(name: CollectionName) {
  return glob({ pattern: '*.{md,mdx}', base: pathToFileURL(join(contentFolder(), name)), generateId });
}

export const collections = {
  architectures: defineCollection({ loader: entriesOf('architectures'), schema: schemas.architectures }),
  audits: defineCollection({ loader: entriesOf('audits'), schema: schemas.audits }),
  branches: defineCollection({ loader: entriesOf('branches'), schema: schemas.branches }),
  concepts: defineCollection({ loader: entriesOf('concepts'), schema: schemas.concepts }),
  corrections: defineCollection({ loader: entriesOf('corrections'), schema: schemas.corrections }),
  explainers: defineCollection({ loader: entriesOf('explainers'), schema: schemas.explainers }),
  families: defineCollection({ loader: entriesOf('families'), schema: schemas.families }),
  glossary: defineCollection({ loader: entriesOf('glossary'), schema: schemas.glossary }),
  labs: defineCollection({ loader: entriesOf('labs'), schema: schemas.labs }),
  licenses: defineCollection({ loader: entriesOf('licenses'), schema: schemas.licenses }),
  modalities: defineCollection({ loader: entriesOf('modalities'), schema: schemas.modalities }),
  models: defineCollection({ loader: entriesOf('models'), schema: schemas.models }),
  objectives: defineCollection({ loader: entriesOf('objectives'), schema: schemas.objectives }),
  pages: defineCollection({ loader: entriesOf('pages'), schema: schemas.pages }),
  traits: defineCollection({ loader: entriesOf('traits'), schema: schemas.traits }),
  years: defineCollection({ loader: entriesOf('years'), schema: schemas.years }),
};
