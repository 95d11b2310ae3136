/** Corners, each joined to the next and the last to the first. */
export type Ring = [x: number, y: number][];

/** A part of a sheet: its rings, of which one in another is a hole, and the box around them. */
interface Area {
  rings: readonly Ring[];
  /** Left, top, right, bottom. */
  box: readonly [number, number, number, number];
}

/** Where a figure stands that has no room on its region, and how much room is around it. */
export interface Beside {
  at: [x: number, y: number];
  room: number;
}

/** Half of what a figure takes there, and how finely places are tried: by direction, and by distance up to the last. */
const [halfWidth, halfHeight] = [40, 14];
const [directions, step, furthest] = [32, 8, 320];

/** The place nearest to a point of a sheet where a figure lies outside of all areas; undefined where there is none near. */
export function besideOf(
  [x, y]: readonly [number, number],
  areas: readonly Area[],
  { width, height }: { width: number; height: number },
): Beside | undefined {
  const isFree = (left: number, top: number): boolean =>
    left >= 0 &&
    top >= 0 &&
    left <= width &&
    top <= height &&
    !areas.some((area) => isWithin(left, top, area));
  for (let far = step; far <= furthest; far += step)
    for (let turn = 0; turn < directions; turn += 1) {
      const angle = (2 * Math.PI * turn) / directions;
      const at: [number, number] = [x + far * Math.cos(angle), y + far * Math.sin(angle)];
      const isRoom = [0, -1, 1].every((across) =>
        [0, -1, 1].every((down) => isFree(at[0] + across * halfWidth, at[1] + down * halfHeight)),
      );
      if (isRoom) return { at, room: Math.hypot(halfWidth, halfHeight) };
    }
  return undefined;
}

function isWithin(x: number, y: number, { rings, box: [left, top, right, bottom] }: Area): boolean {
  if (x < left || x > right || y < top || y > bottom) return false;
  let isInside = false;
  for (const ring of rings)
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
      const [from, to] = [ring[before], ring[at]];
      if (!from || !to || to[1] > y === from[1] > y) continue;
      if (x < ((from[0] - to[0]) * (y - to[1])) / (from[1] - to[1]) + to[0]) isInside = !isInside;
    }
  return isInside;
}
