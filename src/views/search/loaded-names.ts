import { addresses } from '../../catalog/addresses.ts';
import { nameIndex } from '../../catalog/name-index.ts';
import { json, once } from './loading.ts';
import { detailsAddress, rowsOf, type DetailsFile, type NamesFile } from './name-files.ts';

const namesFile = once(() => json<NamesFile>(addresses.names));

/** Loads what the first name needs: names without aliases and variants. */
export const bareNames = once(async () => nameIndex(rowsOf(await namesFile())));

/** Loads every name, alias and variant. */
export const allNames = once(async () => {
  const [names, details] = await Promise.all([namesFile(), json<DetailsFile>(detailsAddress)]);
  return nameIndex(rowsOf(names, details));
});
