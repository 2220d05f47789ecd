import { pagePolicy } from '../security-policy.ts';
import { site } from '../site.ts';
import { xmlText } from './xml.ts';

/**
 * A page in place of one that has moved: it forwards at once, and links there where a browser does not.
 * Addresses are absolute or begin below the root, with the base of the site.
 */
export function forwardPage(from: string, to: string, canonical: string): string {
  const [old, target] = [xmlText(from), xmlText(to)];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${pagePolicy(false)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${old} has moved · ${xmlText(site.name)}</title>
<meta name="description" content="What was at ${old} is now at ${target}.">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${target}">
<link rel="canonical" href="${xmlText(canonical)}">
</head>
<body>
<main>
<h1>This page has moved</h1>
<p>What was at ${old} is now at <a href="${target}">${target}</a>.</p>
</main>
</body>
</html>
`;
}
