import type { Locator } from '@playwright/test';

/** Pairs of labels in sight whose boxes, as the browser measures them, have more than a hair in common. */
export function overlapsOf(labels: Locator): Promise<string[]> {
  return labels.evaluateAll((all) => {
    const boxes = all
      .filter((label) => label.getClientRects().length > 0)
      .map((label) => ({ name: label.textContent!.trim(), box: label.getBoundingClientRect() }));
    return boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter(
          ({ box }) =>
            one.box.left < box.right - 1 &&
            box.left < one.box.right - 1 &&
            one.box.top < box.bottom - 3 &&
            box.top < one.box.bottom - 3,
        )
        .map((other) => `${one.name} and ${other.name}`),
    );
  });
}
