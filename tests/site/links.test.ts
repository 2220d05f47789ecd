import { describe, expect, test } from 'vitest';
import { builtPages, builtText, isBuilt, isToBeFound } from './built-site.ts';

const pages = builtPages();
const idsByPage = new Map(
  pages.map(({ address, document }) => [
    address,
    new Set(document.querySelectorAll('[id]').map((element) => element.id)),
  ]),
);

function internalTargets(): { from: string; target: string }[] {
  return pages.flatMap(({ address, document }) =>
    document
      .querySelectorAll('a[href], link[href], script[src], img[src], use[href], form[action]')
      .map(
        (element) =>
          element.getAttribute('href') ?? element.getAttribute('src') ?? element.getAttribute('action') ?? '',
      )
      .filter((target) => target.startsWith('/') || target.startsWith('#'))
      .map((target) => ({ from: address, target })),
  );
}

describe('links of the built site', () => {
  const targets = internalTargets();

  test('there are many', () => {
    expect(targets.length).toBeGreaterThan(pages.length * 5);
  });

  test('every internal address exists', () => {
    const broken = targets.filter(
      ({ target }) => target.startsWith('/') && !isBuilt(decodeURI(target.split(/[?#]/)[0]!)),
    );
    expect([...new Set(broken.map(({ from, target }) => `${from} -> ${target}`))]).toEqual([]);
  });

  test('every fragment exists on its page', () => {
    const broken = targets.filter(({ from, target }) => {
      const [address, fragment] = target.split('#');
      if (!fragment) return false;
      // What follows a question mark is for the page's scripts.
      const path = address!.split('?')[0];
      return !idsByPage.get(path || from)?.has(decodeURIComponent(fragment));
    });
    expect([...new Set(broken.map(({ from, target }) => `${from} -> ${target}`))]).toEqual([]);
  });

  test('every internal page address ends in a slash', () => {
    const withoutSlash = pages.flatMap(({ address, document }) =>
      document
        .querySelectorAll('a[href^="/"]')
        .map((link) => link.getAttribute('href')!.split(/[?#]/)[0]!)
        .filter((path) => !path.endsWith('/') && !/\.[a-z0-9]+$/.test(path))
        .map((path) => `${address} -> ${path}`),
    );
    expect(withoutSlash).toEqual([]);
  });

  test('every full address of the site in a head leads to a file: canonical, alternates, pictures of previews', () => {
    const origin = 'http://localhost:4321';
    const named = pages.map(({ address, document }) => ({
      address,
      full: document
        .querySelectorAll('head link[href], head meta[content]')
        .map((element) => element.getAttribute('href') ?? element.getAttribute('content')!)
        .filter((value) => value.startsWith(origin))
        .map((value) => value.slice(origin.length)),
    }));
    const broken = named.flatMap(({ address, full }) =>
      full.filter((target) => !isBuilt(decodeURI(target))).map((target) => `${address} -> ${target}`),
    );
    expect(broken).toEqual([]);
    const toBeFound = new Set(pages.filter(isToBeFound).map(({ address }) => address));
    // Canonical, og:url and a picture at least.
    expect(named.filter(({ address, full }) => toBeFound.has(address) && full.length < 3)).toEqual([]);
  });

  test('the links of the picture of the tree lead somewhere', () => {
    const links = [...builtText('tree/tree.svg').matchAll(/ (?:xlink:)?href="([^"#]*)(#[^"]*)?"/g)];
    expect(links.length).toBeGreaterThan(100);
    const origin = 'http://localhost:4321';
    const broken = links
      .map(([, target]) => target!.replace(origin, ''))
      .filter((target) => !isBuilt(target));
    expect(broken).toEqual([]);
  });

  test('popover buttons open something that is there', () => {
    const broken = pages.flatMap(({ address, document }) =>
      document
        .querySelectorAll('[popovertarget]')
        .map((button) => button.getAttribute('popovertarget')!)
        .filter((id) => !idsByPage.get(address)!.has(id))
        .map((id) => `${address} -> #${id}`),
    );
    expect([...new Set(broken)]).toEqual([]);
  });
});
