const fieldNames: Record<string, string> = {
  released: 'release',
  dates: 'dates',
  labs: 'labs',
  extends: 'parents',
  corpus: 'training data',
  applications: 'uses',
  license: 'licence',
  config: 'configuration',
  parameters: 'sizes',
  variants: 'variants',
  objectives: 'objectives',
};

const partNames: Record<string, string> = {
  'objectives.pretraining': 'pretraining',
  'objectives.posttraining': 'post-training',
  'license.code': 'licence of the code',
  'license.weights': 'licence of the weights',
  'license.data': 'licence of the data',
};

const variantParts = /\.(parameters|active|context|config|released|parts)(?:\..*)?$/;
const variantPartNames: Record<string, string> = {
  parameters: 'size',
  active: 'active parameters',
  context: 'context',
  config: 'configuration',
  released: 'release',
  parts: 'parts',
};

/** A fact's name in evidence, as a reader would say it: "variants.7B.context" is "context of 7B". */
export function factName(path: string): string {
  if (partNames[path]) return partNames[path];
  const [field = '', ...rest] = path.split('.');
  if (field === 'dates' && rest.length > 0) return `date of the ${rest.join(' ')}`;
  if (field === 'links' && rest.length > 0) return `link: ${rest.join(' ')}`;
  if (field === 'variants' && rest.length > 0) {
    const name = rest.join('.');
    const part = variantParts.exec(name);
    return part ? `${variantPartNames[part[1]!]} of ${name.slice(0, part.index)}` : name;
  }
  return fieldNames[field] ?? field;
}

/** Several facts in words; the same fact of several variants is named once: "size of Small, Base and Large". */
export function factNames(paths: readonly string[]): string {
  const named = paths.map((path) => {
    const name = factName(path);
    const what = path.startsWith('variants.') ? /^(.+? of )(.+)$/.exec(name) : undefined;
    return what ? { what: what[1]!, of: [what[2]!] } : { what: '', of: [name] };
  });
  const groups: { what: string; of: string[] }[] = [];
  for (const { what, of } of named) {
    const group = what ? groups.find((other) => other.what === what) : undefined;
    if (group) group.of.push(...of);
    else groups.push({ what, of });
  }
  return groups
    .map(({ what, of }) =>
      of.length > 1 ? `${what}${of.slice(0, -1).join(', ')} and ${of.at(-1)!}` : what + of[0]!,
    )
    .join(groups.some(({ of }) => of.length > 1) ? '; ' : ', ');
}
