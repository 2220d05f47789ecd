import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { afterAll, expect, test } from 'vitest';
import { indexedHtml } from '../../scripts/astro/indexed-html.ts';

afterAll(close);

/** What Pagefind keeps of the text of a page. */
async function textOf(body: string): Promise<string> {
  const { index } = await createIndex({});
  const content = indexedHtml(`<html lang="en"><body data-pagefind-body>${body}</body></html>`);
  await index!.addHTMLFile({ url: '/page/', content });
  const { files } = await index!.getFiles();
  await index!.deleteIndex();
  const fragment = files.find(({ path }) => path.includes('fragment/'))!;
  const text = gunzipSync(fragment.content).toString();
  return (JSON.parse(text.slice(text.indexOf('{'))) as { content: string }).content;
}

test('words of adjacent elements stay words in the index of the text', async () => {
  for (const [html, text] of [
    ['<dl><div><dt>Extends</dt><dd>BERT</dd><dd>GPT-2</dd></div></dl>', 'Extends BERT. GPT-2.'],
    ['<table><caption>Sizes</caption><tr><th>Base</th><td>110M</td></tr></table>', 'Sizes. Base. 110M.'],
    ['<ul><li><a href="/">Tuning</a><span>Tune more</span></li></ul>', 'Tuning Tune more.'],
    [
      '<figure><svg><text>A</text></svg><figcaption>A curve</figcaption></figure><p>Then</p>',
      'A curve. Then.',
    ],
    [
      '<p>(<a>Vaswani</a><span data-pagefind-ignore>et al.</span>, p. 3) large<sup>†</sup></p>',
      '(Vaswani, p. 3) large†',
    ],
    ['<ul><li><a>Tuning</a><svg></svg><b><i>More</i></b></li></ul>', 'Tuning More.'],
    ['<p>Masked <b>L</b>anguage <em>models</em>, <code>x</code>.</p>', 'Masked Language models, x.'],
  ] as const)
    expect((await textOf(html)).replace(/\s+/g, ' ').trim(), html).toContain(text);
});
