/** How many words the text of a model has. */
export const wordLimits = { least: 80, most: 250 };
