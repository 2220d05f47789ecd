// npm run bench: the figures of this project, measured. `npm run bench -- search --models real` runs one part.
import { benchBrowser } from './browser.ts';
import { benchBuild } from './build.ts';
import { benchSearch } from './search.ts';

/** What can be measured, by the word that asks for it. Each writes its own page into docs/. */
const parts: Record<string, (args: string[]) => Promise<void>> = {
  build: benchBuild,
  search: benchSearch,
  browser: benchBrowser,
};

async function bench([first, ...rest]: string[]): Promise<void> {
  const all = Object.keys(parts);
  const isNamed = first !== undefined && !first.startsWith('-');
  if (isNamed && !all.includes(first)) {
    console.error(`There is no part "${first}". The parts are ${all.join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  const options = isNamed ? rest : [first, ...rest].filter((option) => option !== undefined);
  for (const part of isNamed ? [first] : all) await parts[part]!(options);
}

await bench(process.argv.slice(2));
