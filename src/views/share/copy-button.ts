/** How long a button says what became of a press, in milliseconds. */
const said = 2000;

/**
 * A button that copies a text, and beside it the status that says so to a screen reader.
 * Empty where the clipboard cannot be had: what is to be copied must be on the page anyway.
 */
export function copyButton(label: string, text: () => string): HTMLElement[] {
  if (!navigator.clipboard) return [];
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'text';
  button.textContent = label;
  const status = document.createElement('span');
  status.className = 'vh';
  status.role = 'status';
  const say = (words: string) => {
    button.textContent = status.textContent = words;
    setTimeout(() => {
      button.textContent = label;
      status.textContent = '';
    }, said);
  };
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(text()).then(
      () => say('Copied'),
      () => say('Not copied'),
    );
  });
  return [button, status];
}
