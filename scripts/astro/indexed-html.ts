/** Elements whose text is a sentence of its own, which Pagefind does not know of all. */
const sentences = 'dd|th|caption|figcaption|summary|details|blockquote|pre|legend|option';

/** Elements that end a word, whatever follows. */
const ends = 'button|dl|dt|svg|tr';

/** Elements that end a word where another element with text follows at once. Parts of formulas do not. */
const words = 'a|abbr|b|cite|code|em|i|kbd|small|span|strong|time';

const sentence = new RegExp(`<(/?)(?:${sentences})(?=[\\s>])`, 'g');
const end = new RegExp(`</(?:${ends})>`, 'g');
const neighbour = '<(?![^>]*data-pagefind-ignore)[a-z][^>]*>';
const word = new RegExp(`</(?:${words})>(?=(?:${neighbour})+[\\p{L}\\p{N}(])`, 'gu');

/**
 * A page as Pagefind shall read it, which keeps apart what some elements hold and runs together all others, so that
 * a term and its description would be one word ("ExtendsBERT"). Sentences become divisions, which it keeps apart;
 * between words that only elements part, there is a space.
 */
export function indexedHtml(html: string): string {
  return html.replace(sentence, '<$1div').replace(end, '$& ').replace(word, '$& ');
}
