import type { Chance } from './chance.ts';
import type { Known } from './model.ts';

const closings = [
  'Its authors report the sizes of all variants and the length of the context that each was trained with.',
  'The report leaves open which part of the change matters most, since no run varies one of them alone.',
  'Training went through the data once; the learning rate rose in the first steps and fell along a cosine after them.',
  'Every layer normalises its input before attention, which keeps the gradients of deep stacks of layers in bounds.',
  'The vocabulary was learnt by byte pair encoding, so that no text of any language falls outside of it.',
  'Attention is computed as $\\mathrm{softmax}(QK^\\top/\\sqrt{d})V$, with $d$ the width of one head.',
  'Weights are kept in sixteen bits, and the states of the optimiser in thirty-two, spread over all machines.',
  'A smaller variant was trained first, and its loss served to predict that of the largest one.',
  'Documents that occur more than once in the data were kept once, found by the overlap of their words.',
  'After pretraining, a second stage of training on dialogues teaches the model to answer instead of to continue.',
];

/** A text of a length that the check allows, which names the parents and links to them. */
export function bodyText(chance: Chance, known: Known, parents: Known[], modalities: string[]): string {
  const origin = parents.map(({ name, slug }) => `[${name}](/models/${slug}/)`).join(' and ');
  const opening =
    `${known.name} is a made-up model, written by a generator to try the catalog at sizes it does not have yet. ` +
    (origin ? `It was built on ${origin} and keeps their tokens. ` : 'It was trained from the beginning. ') +
    `It takes ${modalities.join(' and ') || 'text'} as input, and what it gives out can be compared with what others of its family give out.`;
  const sentences = chance.some(closings, 5 + chance.below(4));
  const middle = Math.ceil(sentences.length / 2);
  return `${opening}\n\n${sentences.slice(0, middle).join(' ')}\n\n${sentences.slice(middle).join(' ')}\n`;
}
