/** What makes a field a combobox for those who hear the page, until something is in its list. */
export const asCombobox = { role: 'combobox', 'aria-expanded': 'false', 'aria-autocomplete': 'list' };
