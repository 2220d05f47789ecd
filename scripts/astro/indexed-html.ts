/** Elements whose text is a sentence of its own, which Pagefind does not know of all. */
const sentences = 'dd|th|caption|figcaption|summary|details|blockquote|pre|legend|option';

/** Elements next to each other that are words of their own, wherever the style sheet puts them. Parts of formulas are not. */
const words = 'a|abbr|b|button|cite|code|dl|dt|em|i|kbd|small|span|strong|svg|time|tr';

/**
 * A page as Pagefind shall read it, which keeps apart what some elements hold and runs together all others, so that
 * a term and its description would be one word ("ExtendsBERT"). Sentences become divisions, which it keeps apart;
 * where one element follows another at once, there is a space between them.
 */
export function indexedHtml(html: string): string {
  return html
    .replace(new RegExp(`<(/?)(?:${sentences})(?=[\\s>])`, 'g'), '<$1div')
    .replace(new RegExp(`</(?:${words})>(?=<[a-z])`, 'g'), '$& ');
}
