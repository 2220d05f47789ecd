// What the list below a search box needs after its first names, in one file.
export { announcement } from './answer-words.ts';
export { answersTo } from './answers.ts';
export { clearChips, showChips } from './chips.ts';
export { groupsOf } from './hit-groups.ts';
export { insteadOf } from './instead.ts';
