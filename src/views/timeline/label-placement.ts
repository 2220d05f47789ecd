import { BoxIndex, crosses, holds, overlap, type Box } from './boxes.ts';

/** A mark that is to be labelled. */
export interface Labelled {
  id: string;
  x: number;
  y: number;
  /** Width of its label. */
  width: number;
}

/** A line of the drawing that a label had better not stand on, and what it costs if it does. */
export interface Obstacle extends Box {
  cost: number;
}

/** A line from a mark to the label that had to move away from it. */
export interface Leader {
  fromX: number;
  fromY: number;
  toX: number;
  toY: number;
}

/** A label with its place: the left end and the middle of its line. */
export interface PlacedLabel {
  x: number;
  y: number;
  leader?: Leader;
}

/** Half the side of a mark with the room around it, and half the height of a label. */
const markReach = 7;
const halfLabel = 7.5;
/** Room between a mark and its label, and between two labels. */
const beside = 9;
const apart = 3;

interface Candidate extends PlacedLabel {
  /** What it costs by itself; crossings come on top. */
  cost: number;
}

/** However many lines it stands on, a label costs no more than this for them: in a dense drawing all places do. */
const mostForObstacles = 2.8;
/** A leader that runs through a mark or a label, or a label on a leader. */
const crossing = 3;
const mostCrossings = 3;

function boxOf(x: number, y: number, width: number): Box {
  return { left: x - apart, right: x + width + apart, top: y - halfLabel, bottom: y + halfLabel };
}

/** The places beside the mark, the best first. */
function* nearCandidates({ x, y, width }: Labelled): Generator<Candidate> {
  const diagonal = 5;
  const up = y - 13;
  const down = y + 13;
  yield { x: x + beside, y, cost: 0 };
  yield { x: x - beside - width, y, cost: 0.6 };
  yield { x: x + diagonal, y: up, cost: 1.2 };
  yield { x: x + diagonal, y: down, cost: 1.3 };
  yield { x: x - diagonal - width, y: up, cost: 1.5 };
  yield { x: x - diagonal - width, y: down, cost: 1.6 };
  yield { x: x - width / 2, y: y - 15, cost: 1.8 };
  yield { x: x - width / 2, y: y + 15, cost: 2 };
}

/** Places around the mark at growing distance, each with its leader. */
function* farCandidates({ x, y, width }: Labelled, reach: number): Generator<Candidate> {
  for (let distance = 20; distance <= reach; distance += 8) {
    const directions = distance < 60 ? 16 : distance < 150 ? 32 : 64;
    for (let step = 0; step < directions; step++) {
      const angle = ((step + 0.5) / directions) * 2 * Math.PI;
      const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
      const [toX, toY] = [x + distance * cosine, y + distance * sine];
      const leader = { fromX: x + cosine * 6, fromY: y + sine * 6, toX, toY };
      const isBeside = Math.abs(cosine) > 0.4;
      const left = !isBeside ? toX - width / 2 : cosine > 0 ? toX + 2 : toX - width - 2;
      const middle = isBeside ? toY : toY + Math.sign(sine) * halfLabel;
      yield { x: left, y: middle, leader, cost: 3 + distance / 12 + (cosine > 0 ? 0 : 0.3) };
    }
  }
}

/** The rectangle of which a leader is a diagonal, with some area even where the leader runs along an axis. */
function around({ fromX, fromY, toX, toY }: Leader): Box {
  return {
    left: Math.min(fromX, toX) - 0.5,
    right: Math.max(fromX, toX) + 0.5,
    top: Math.min(fromY, toY) - 0.5,
    bottom: Math.max(fromY, toY) + 0.5,
  };
}

/** How many of the boxes a leader runs through, counted up to `enough`. Those it begins in do not count. */
function leaderHits(leader: Leader, boxes: BoxIndex, enough: number): number {
  let hits = 0;
  for (const { box } of boxes.within(around(leader))) {
    if (hits === enough) break;
    if (!holds(box, leader.fromX, leader.fromY) && crosses(leader, box)) hits++;
  }
  return hits;
}

/** What a placement may cost. */
export interface PlacementLimits {
  /** How far from its mark a label may stand, in the drawing's units. */
  reach: number;
  /** How many labels may stand away from their marks. */
  leaders: number;
}

/**
 * Gives every mark's label a place in the frame where it covers no mark, sign or other label, at the least cost
 * that a greedy choice and two rounds of improvement find: beside the mark rather than away from it, off other
 * lines, with leaders that are short and cross little. The order of the marks does not matter.
 * @param signs what else no label may cover
 * @returns undefined where that cannot be done within the limits
 */
export function placedLabels(
  marks: readonly Labelled[],
  signs: readonly Box[],
  obstacles: readonly Obstacle[],
  frame: Box,
  limits: PlacementLimits,
): Map<string, PlacedLabel> | undefined {
  const markBoxes = new BoxIndex();
  for (const { id, x, y } of marks)
    markBoxes.add(id, {
      left: x - markReach,
      right: x + markReach,
      top: y - markReach,
      bottom: y + markReach,
    });
  signs.forEach((box, index) => markBoxes.add(`sign ${index}`, box));
  const obstacleBoxes = new BoxIndex();
  obstacles.forEach((box, index) => obstacleBoxes.add(String(index), box));
  const labels = new BoxIndex();
  const leaders = new Map<string, Leader>();
  const leaderBoxes = new BoxIndex();
  const places = new Map<string, PlacedLabel>();

  const costOf = (mark: Labelled, candidate: Candidate, limit: number): number => {
    const box = boxOf(candidate.x, candidate.y, mark.width);
    if (box.left < frame.left || box.right > frame.right) return Infinity;
    if (box.top < frame.top || box.bottom > frame.bottom) return Infinity;
    for (const _ of labels.within(box)) return Infinity;
    for (const { id, box: of } of markBoxes.within(box))
      if (id !== mark.id || overlap(box, of, 3)) return Infinity;
    let stoodOn = 0;
    for (const { id } of obstacleBoxes.within(box)) {
      stoodOn += obstacles[Number(id)]!.cost;
      if (stoodOn >= mostForObstacles) break;
    }
    const cost = candidate.cost + Math.min(mostForObstacles, stoodOn);
    if (cost >= limit) return cost;
    let crossings = 0;
    for (const { id } of leaderBoxes.within(box)) if (crosses(leaders.get(id)!, box)) crossings++;
    if (candidate.leader) {
      crossings += leaderHits(candidate.leader, labels, mostCrossings);
      crossings += leaderHits(candidate.leader, markBoxes, mostCrossings);
    }
    return cost + crossing * Math.min(mostCrossings, crossings);
  };

  const best = (mark: Labelled): PlacedLabel | undefined => {
    let [least, chosen]: [number, PlacedLabel | undefined] = [Infinity, undefined];
    for (const candidates of [nearCandidates(mark), farCandidates(mark, limits.reach)]) {
      for (const candidate of candidates) {
        // Those that follow cost more by themselves, but for a few tenths.
        if (candidate.cost > least + 0.3) break;
        const cost = costOf(mark, candidate, least);
        if (cost < least) [least, chosen] = [cost, candidate];
      }
    }
    return chosen;
  };

  const put = (mark: Labelled): boolean => {
    labels.remove(mark.id);
    leaders.delete(mark.id);
    leaderBoxes.remove(mark.id);
    const place = best(mark);
    if (!place) return false;
    labels.add(mark.id, boxOf(place.x, place.y, mark.width));
    if (place.leader) {
      leaders.set(mark.id, place.leader);
      leaderBoxes.add(mark.id, around(place.leader));
    }
    places.set(mark.id, { x: place.x, y: place.y, ...(place.leader && { leader: place.leader }) });
    return true;
  };

  const crowd = new Map(
    marks.map(({ id, x, y, width }) => {
      const near = { left: x - width, right: x + width, top: y - 24, bottom: y + 24 };
      return [id, [...markBoxes.within(near)].length];
    }),
  );
  const order = [...marks].sort((a, b) => crowd.get(b.id)! - crowd.get(a.id)! || (a.id < b.id ? -1 : 1));
  for (const mark of order) if (!put(mark) || leaders.size > limits.leaders) return undefined;
  for (let round = 0; round < 2; round++) for (const mark of order) put(mark);
  return places;
}
