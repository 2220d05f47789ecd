/** A rectangle along the axes of a drawing; y runs down. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Whether two rectangles have an area in common, the first one made smaller by `inset` on every side. */
export function overlap(a: Box, b: Box, inset = 0): boolean {
  return (
    a.left + inset < b.right &&
    b.left < a.right - inset &&
    a.top + inset < b.bottom &&
    b.top < a.bottom - inset
  );
}

/** Whether a point lies in a rectangle. */
export function holds({ left, right, top, bottom }: Box, x: number, y: number): boolean {
  return x > left && x < right && y > top && y < bottom;
}

/** Whether a straight line runs through a rectangle. Clips the line to it side by side (Liang and Barsky 1984). */
export function crosses(
  { fromX, fromY, toX, toY }: { fromX: number; fromY: number; toX: number; toY: number },
  { left, right, top, bottom }: Box,
): boolean {
  const [dx, dy] = [toX - fromX, toY - fromY];
  let [enter, leave] = [0, 1];
  for (const [step, room] of [
    [-dx, fromX - left],
    [dx, right - fromX],
    [-dy, fromY - top],
    [dy, bottom - fromY],
  ] as const) {
    if (step === 0) {
      if (room < 0) return false;
    } else if (step < 0) enter = Math.max(enter, room / step);
    else leave = Math.min(leave, room / step);
  }
  return enter < leave;
}

const cellWidth = 64;
const cellHeight = 32;

interface Held {
  id: string;
  box: Box;
  /** The question for which it was last looked at: it lies in several cells, and is handed on once. */
  asked: number;
}

/** Rectangles by place, so that those that touch another one are found without looking at all of them. */
export class BoxIndex {
  private readonly cells = new Map<number, Held[]>();
  private readonly held = new Map<string, Held>();
  private question = 0;

  private *cellsOf({ left, right, top, bottom }: Box): Generator<number> {
    for (let row = Math.floor(top / cellHeight); row <= Math.floor(bottom / cellHeight); row++)
      for (let column = Math.floor(left / cellWidth); column <= Math.floor(right / cellWidth); column++)
        yield row * 4096 + column;
  }

  add(id: string, box: Box): void {
    const one = { id, box, asked: 0 };
    this.held.set(id, one);
    for (const key of this.cellsOf(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(one);
      else this.cells.set(key, [one]);
    }
  }

  remove(id: string): void {
    const one = this.held.get(id);
    if (!one) return;
    this.held.delete(id);
    for (const key of this.cellsOf(one.box)) {
      const cell = this.cells.get(key)!;
      cell.splice(cell.indexOf(one), 1);
    }
  }

  /** Those that share an area with a rectangle, each once. */
  *within(box: Box): Generator<Held> {
    const question = ++this.question;
    for (const key of this.cellsOf(box)) {
      for (const one of this.cells.get(key) ?? []) {
        if (one.asked === question || !overlap(one.box, box)) continue;
        one.asked = question;
        yield one;
      }
    }
  }
}
