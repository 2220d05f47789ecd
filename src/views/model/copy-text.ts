import { copyButton } from '../share/copy-button.ts';

/** Of several texts shows the one that is chosen, with one button that copies it. Without a script all are there. */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const texts = [...this.querySelectorAll<HTMLElement>('pre')];
    if (texts.length === 0 || this.querySelector('.tools')) return;
    const tools = document.createElement('p');
    tools.className = 'tools';
    tools.role = 'group';
    tools.ariaLabel = 'What to cite, and how';
    const choices = texts.map((text) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'text';
      button.textContent = text.dataset['name'] ?? '';
      button.addEventListener('click', () => choose(text));
      return button;
    });
    const choose = (chosen: HTMLElement) =>
      texts.forEach((text, at) => {
        text.hidden = text !== chosen;
        choices[at]!.ariaPressed = String(text === chosen);
      });
    choose(texts[0]!);
    const shown = () => texts.find(({ hidden }) => !hidden)!.textContent;
    tools.append(...choices, ...copyButton('Copy', shown));
    this.prepend(tools);
  }
}

customElements.define('copy-text', CopyText);
