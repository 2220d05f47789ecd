import { addresses } from '../../catalog/addresses.ts';
import { nameIndex } from '../../catalog/name-index.ts';
import { json, once } from './loading.ts';
import { rowsOf, type NamesFile } from './name-files.ts';

/** Loads the file with every model’s name. */
export const loadedNames = once(() => json<NamesFile>(addresses.names));

/** Loads what the first name needs: names without aliases and variants. */
export const bareNames = once(async () => nameIndex(rowsOf(await loadedNames())));
