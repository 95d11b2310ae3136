import type { Attachment } from 'svelte/attachments';
import type { MapView } from './mapView.svelte.ts';

/** Which way an arrow key goes, right and down. */
const ways: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Something that stands somewhere. */
interface Placed {
  x: number;
  y: number;
}

/** The nearest of some places that lies more in that direction than beside it. */
export function nextOn<Place extends Placed>(
  [right, down]: [x: number, y: number],
  from: Placed,
  places: readonly Place[],
): Place | undefined {
  let nearest: Place | undefined;
  let least = Infinity;
  for (const place of places) {
    const [x, y] = [place.x - from.x, place.y - from.y];
    const ahead = x * right + y * down;
    const aside = Math.abs(x * down) + Math.abs(y * right);
    // What is aside counts double, so that a row is followed and not left.
    const far = ahead + 2 * aside;
    if (ahead > 0 && aside <= 2 * ahead && far < least) [nearest, least] = [place, far];
  }
  return nearest;
}

/** The arrow keys go from place to place as they lie, Home and End to the first and the last; each is an element with `data-x` and `data-y`, and all but one stop of the tab key. */
export const mapKeys: Attachment<Element> = (map) => {
  const go = (event: Event): void => {
    if (!(event instanceof KeyboardEvent)) return;
    const places = [...map.querySelectorAll<SVGElement | HTMLElement>('[data-x]')].map((element) => ({
      element,
      x: Number(element.dataset['x']),
      y: Number(element.dataset['y']),
    }));
    const from = places.find(({ element }) => element === document.activeElement);
    if (!from) return;
    const way = ways[event.key];
    const next = way ? nextOn(way, from, places) : { Home: places[0], End: places.at(-1) }[event.key];
    if (way || next) event.preventDefault();
    next?.element.focus();
  };
  map.addEventListener('keydown', go);
  return () => map.removeEventListener('keydown', go);
};

/** Plus and minus look closer and from further away, 0 at the whole map. */
export const zoomKeys =
  (view: MapView): Attachment<HTMLElement> =>
  (map) => {
    const keys: Record<string, () => Promise<void>> = {
      '+': () => view.zoomBy(2),
      '=': () => view.zoomBy(2),
      '-': () => view.zoomBy(0.5),
      '0': () => view.showAll(),
    };
    const press = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void => {
      if (!ctrlKey && !metaKey && !altKey) void keys[key]?.();
    };
    map.addEventListener('keydown', press);
    return () => map.removeEventListener('keydown', press);
  };
