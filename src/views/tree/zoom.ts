export const leastZoom = 0.25;
export const mostZoom = 4;

/** A scale within what the picture allows, whole where it is nearly so. */
export function allowedZoom(zoom: number): number {
  const within = Math.min(mostZoom, Math.max(leastZoom, zoom));
  return Math.abs(within - 1) < 0.02 ? 1 : within;
}

/** The next scale of the buttons: a quarter larger or smaller. */
export function nextZoom(zoom: number, step: 1 | -1): number {
  return allowedZoom(step > 0 ? zoom * 1.25 : zoom / 1.25);
}

/**
 * How far to scroll so that the same point of the picture stays under the pointer.
 * @param scroll how far it is scrolled, in pixels of the screen
 * @param pointer the place of the pointer in the frame, in pixels of the screen
 * @param factor the new scale divided by the old one
 */
export function scrollAfterZoom(scroll: number, pointer: number, factor: number): number {
  return (scroll + pointer) * factor - pointer;
}
