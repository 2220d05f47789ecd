import { expect, test } from 'vitest';
import { headersFile } from '../../scripts/deploy/headers-file.ts';
import { headerPolicy, pagePolicy } from '../../src/security-policy.ts';
import { builtPages, builtText } from './built-site.ts';

const pages = builtPages();
const styled = (html: string) => / style=/.test(html.replace(/<(script|code|pre)\b.*?<\/\1>/gs, ''));

function directivesOf(policy: string): Map<string, string> {
  return new Map(policy.split('; ').map((directive) => [directive.split(' ')[0]!, directive]));
}

test('every page carries the policy, and allows style attributes just where it has some', () => {
  const wrong = pages.flatMap(({ address, html, document }) => {
    const policies = document.querySelectorAll('meta[http-equiv=Content-Security-Policy]');
    const found = policies.map((meta) => meta.getAttribute('content'));
    const expected = pagePolicy(styled(html));
    return found.length === 1 && found[0] === expected ? [] : [`${address}: ${found.join(' | ')}`];
  });
  expect(wrong).toEqual([]);
  expect(pages.some(({ html }) => styled(html))).toBe(true);
  expect(pages.some(({ html }) => !styled(html))).toBe(true);
});

test('the policy stands before all that it is about', () => {
  const late = pages.filter(({ html }) => {
    const policy = html.indexOf('Content-Security-Policy');
    return /<(script|link|style)\b/.test(html.slice(0, policy));
  });
  expect(late.map(({ address }) => address)).toEqual([]);
});

test('the header is the policy of the pages, with styles within files and without frames', () => {
  const header = directivesOf(headerPolicy());
  const page = directivesOf(pagePolicy(false));
  expect(header.get('frame-ancestors')).toBe("frame-ancestors 'none'");
  expect(header.get('style-src')).toBe("style-src 'self' 'unsafe-inline'");
  const others = (policy: Map<string, string>) =>
    [...policy].filter(([name]) => !/^(style-src|style-src-attr|frame-ancestors)$/.test(name));
  expect(others(header)).toEqual(others(page));
  expect(others(page).length).toBeGreaterThan(5);
});

test('the build writes _headers, with that policy for every address', () => {
  const text = builtText('_headers');
  expect(text).toBe(headersFile('/'));
  const rules = text.trim().split('\n\n');
  const policies = rules.filter((rule) => rule.includes('Content-Security-Policy'));
  expect(policies).toHaveLength(1);
  expect(policies[0]!.split('\n')).toContain(`  Content-Security-Policy: ${headerPolicy()}`);
  expect(policies[0]!.split('\n')[0]).toBe('/*');
});
