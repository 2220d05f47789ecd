/** True where an author is no person: one word, or a name that ends as names of organisations do. */
export function isOrganisation(author: string): boolean {
  return (
    !author.includes(' ') ||
    /\b(Team|Workshop|Group|Research|Labs?|AI|Collaboration|Community|Project|Consortium)$/.test(author)
  );
}

/**
 * The parts of a person's name by the rule of BibTeX itself: the last word is the family's name, with all words
 * in small letters before it: "Dimitri", "von Rütte".
 */
export function nameParts(author: string): { given: string; family: string } {
  const words = author.split(' ');
  let from = words.length - 1;
  while (from > 1 && /^\p{Ll}/u.test(words[from - 1]!)) from--;
  return { given: words.slice(0, from).join(' '), family: words.slice(from).join(' ') };
}
