import { parametersOf } from './figure.ts';

const parameters = new URLSearchParams(location.search);
const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) void (target as PlayFigure).play();
  },
  { rootMargin: '400px' },
);

/** A still picture, which becomes playable when the reader comes near, or came by an address that holds its state. */
class PlayFigure extends HTMLElement {
  connectedCallback(): void {
    const isAskedFor = parametersOf(this.getAttribute('name')!, parameters).size > 0;
    if (isAskedFor) void this.play();
    else near.observe(this);
  }

  async play(): Promise<void> {
    near.unobserve(this);
    try {
      const { play } = await import('./play.tsx');
      await play(this);
    } catch (error) {
      // Offline, or the site was built anew meanwhile: the still picture stays.
      console.warn(`The figure "${this.getAttribute('name')}" could not be made playable.`, error);
    }
  }
}

customElements.define('play-figure', PlayFigure);
