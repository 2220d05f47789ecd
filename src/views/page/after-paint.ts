/**
 * Makes work wait until the browser has shown what an event changed by itself, such as the tick of a box, so that the
 * control answers at once and the rest follows. Asked for several times before the next picture, it is done once.
 */
export function afterPaint(work: () => void): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() =>
      setTimeout(() => {
        isWaiting = false;
        work();
      }),
    );
  };
}
