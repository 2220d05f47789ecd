/** The button that changes between light and dark, and remembers the choice. */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button) return;
    this.name(button);
    button.addEventListener('click', () => {
      const theme = this.isDark() ? 'light' : 'dark';
      document.documentElement.dataset.theme = theme;
      try {
        localStorage.setItem('theme', theme);
      } catch {
        // Without storage the choice holds for this page only.
      }
      this.name(button);
    });
  }

  private isDark(): boolean {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  }

  private name(button: HTMLButtonElement): void {
    button.textContent = this.isDark() ? 'Light' : 'Dark';
    button.setAttribute(
      'aria-label',
      this.isDark() ? 'Change to the light theme' : 'Change to the dark theme',
    );
  }
}

customElements.define('theme-switch', ThemeSwitch);
