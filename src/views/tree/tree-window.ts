import { allowedZoom, nextZoom, scrollAfterZoom } from './zoom.ts';

/** The pixels that a press may wander before it is a drag. */
const dragThreshold = 5;

/**
 * Lets a picture be zoomed and panned in its frame. Sideways the frame scrolls, up and down the page does, so that
 * nothing is caught in a scroll area within a scroll area.
 */
export class TreeWindow {
  private zoom = 1;
  /** The width and height of the picture at 1 : 1. */
  private size = { width: 0, height: 0 };
  private readonly touches = new Map<number, PointerEvent>();
  private pressed: { x: number; y: number; isDrag: boolean } | undefined;
  private readonly frame: HTMLElement;
  private readonly picture: SVGSVGElement;
  private readonly onZoom: (zoom: number) => void;

  constructor(frame: HTMLElement, picture: SVGSVGElement, onZoom: (zoom: number) => void) {
    this.frame = frame;
    this.picture = picture;
    this.onZoom = onZoom;
    frame.addEventListener('wheel', (event) => this.onWheel(event), { passive: false });
    frame.addEventListener('pointerdown', (event) => this.onDown(event));
    frame.addEventListener('pointermove', (event) => this.onMove(event));
    for (const end of ['pointerup', 'pointercancel', 'pointerleave'] as const)
      frame.addEventListener(end, (event) => this.onUp(event));
    frame.addEventListener('dragstart', (event) => event.preventDefault());
    // The click that ends a drag opens nothing.
    frame.addEventListener('click', (event) => this.pressed?.isDrag && event.preventDefault(), {
      capture: true,
    });
    this.resize(Number(picture.getAttribute('width')), Number(picture.getAttribute('height')));
  }

  /** The picture has become another: shows it at the same scale. */
  resize(width: number, height: number): void {
    this.size = { width, height };
    this.picture.setAttribute('viewBox', `0 0 ${width} ${height}`);
    this.draw();
  }

  step(step: 1 | -1): void {
    this.zoomTo(nextZoom(this.zoom, step));
  }

  /** Shows the picture at a scale, 1 being as it was written, and keeps the point of the screen where it is. */
  zoomTo(zoom: number, at?: { clientX: number; clientY: number }): void {
    const allowed = allowedZoom(zoom);
    const factor = allowed / this.zoom;
    const box = this.frame.getBoundingClientRect();
    const point = at ?? { clientX: box.left + box.width / 2, clientY: innerHeight / 2 };
    const x = point.clientX - box.left;
    const y = point.clientY - box.top;
    const left = this.frame.scrollLeft;
    this.zoom = allowed;
    this.draw();
    this.frame.scrollLeft = scrollAfterZoom(left, x, factor);
    scrollBy({ top: scrollAfterZoom(0, y, factor), behavior: 'instant' });
    this.onZoom(allowed);
  }

  private draw(): void {
    this.picture.classList.toggle('zoomed', this.zoom !== 1);
    this.picture.setAttribute('width', String(Math.round(this.size.width * this.zoom)));
    this.picture.setAttribute('height', String(Math.round(this.size.height * this.zoom)));
  }

  private onWheel(event: WheelEvent): void {
    // A pinch on a touchpad arrives as a wheel with ctrl.
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.zoomTo(this.zoom * Math.exp(-event.deltaY / 300), event);
  }

  private onDown(event: PointerEvent): void {
    if (event.pointerType === 'touch') this.touches.set(event.pointerId, event);
    else if (event.button === 0) this.pressed = { x: event.clientX, y: event.clientY, isDrag: false };
  }

  private onMove(event: PointerEvent): void {
    if (this.touches.has(event.pointerId)) this.onPinch(event);
    const { pressed } = this;
    if (!pressed || event.buttons === 0) return;
    const dx = event.clientX - pressed.x;
    const dy = event.clientY - pressed.y;
    if (!pressed.isDrag && Math.hypot(dx, dy) < dragThreshold) return;
    if (!pressed.isDrag) this.frame.setPointerCapture(event.pointerId);
    this.frame.classList.add('dragged');
    this.frame.scrollLeft -= dx;
    scrollBy({ top: -dy, behavior: 'instant' });
    this.pressed = { x: event.clientX, y: event.clientY, isDrag: true };
  }

  private onPinch(event: PointerEvent): void {
    const distance = () => {
      const [a, b] = [...this.touches.values()];
      return a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0;
    };
    const before = distance();
    this.touches.set(event.pointerId, event);
    if (this.touches.size !== 2 || before === 0) return;
    const [a, b] = [...this.touches.values()] as [PointerEvent, PointerEvent];
    this.zoomTo((this.zoom * distance()) / before, {
      clientX: (a.clientX + b.clientX) / 2,
      clientY: (a.clientY + b.clientY) / 2,
    });
  }

  private onUp(event: PointerEvent): void {
    this.touches.delete(event.pointerId);
    if (event.type === 'pointerleave' && this.frame.hasPointerCapture(event.pointerId)) return;
    this.frame.classList.remove('dragged');
    // The click comes after this.
    setTimeout(() => (this.pressed = undefined));
  }
}
