import { z } from 'zod';

/** The file of content that lists what was published. */
export const addressListFile = 'addresses.txt';

const pageAddress = z
  .string()
  .max(200, 'is longer than 200 characters; expected the address of a page')
  .regex(
    /^\/([a-z0-9]+([-.][a-z0-9]+)*\/)*$/,
    'is not the address of a page; expected one from the root that ends in a slash, such as /models/bert/',
  );

/** An address that was published once, and the one that it leads to since its page has moved. */
export const listedAddress = z.strictObject({ address: pageAddress, to: pageAddress.optional() });

/** An address of the list with its line, counted from 1. */
export interface ListedAddress extends z.output<typeof listedAddress> {
  line: number;
}

/** Something wrong with a line of the list. */
export interface LineProblem {
  line: number;
  message: string;
}

/**
 * Reads the list: an address a line, or `/models/old/ -> /models/new/`. Empty lines and those that begin with # say
 * nothing.
 */
export function readAddressList(text: string): { listed: ListedAddress[]; problems: LineProblem[] } {
  const listed = new Map<string, ListedAddress>();
  const problems: LineProblem[] = [];
  text.split(/\r?\n/).forEach((content, index) => {
    const line = index + 1;
    if (content.trim() === '' || content.startsWith('#')) return;
    const [address, to, ...more] = content.split('->').map((part) => part.trim());
    if (to === '') {
      problems.push({ line, message: 'leads nowhere; expected the address of a page after the arrow' });
      return;
    }
    if (more.length > 0) {
      problems.push({ line, message: 'has two arrows; expected `/models/old/ -> /models/new/`' });
      return;
    }
    const parsed = listedAddress.safeParse(to === undefined ? { address } : { address, to });
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues)
        problems.push({ line, message: `"${(path[0] === 'to' ? to! : address!).slice(0, 60)}" ${message}` });
      return;
    }
    const first = listed.get(parsed.data.address);
    if (first) problems.push({ line, message: `"${address}" stands in line ${first.line} already` });
    else listed.set(parsed.data.address, { ...parsed.data, line });
  });
  return { listed: [...listed.values()], problems };
}
