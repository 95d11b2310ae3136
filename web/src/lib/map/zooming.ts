import { select } from 'd3-selection';
import { zoom, zoomIdentity, type ZoomBehavior } from 'd3-zoom';
import type { Transform } from './mapView.svelte.ts';

/** What a map wants to know and says of how it is moved. */
interface Moved {
  /** How far one can look closer. */
  closest: number;
  isForMap: (event: Event) => boolean;
  onMove: (now: Transform) => void;
  onEnd: (now: Transform) => void;
}

/** Moves a map by mouse and fingers, in a file of its own: it is fetched once the map is drawn. */
export class Zooming {
  readonly #element: HTMLElement;
  readonly #zoom: ZoomBehavior<HTMLElement, unknown>;

  constructor(element: HTMLElement, { closest, isForMap, onMove, onEnd }: Moved) {
    this.#element = element;
    this.#zoom = zoom<HTMLElement, unknown>()
      .scaleExtent([1, closest])
      .filter(isForMap)
      .on('zoom', ({ transform }: { transform: Transform }) => onMove(transform))
      .on('end', ({ transform }: { transform: Transform }) => onEnd(transform));
    select(element).call(this.#zoom);
  }

  /** Keeps what is moved within so many pixels. */
  within(width: number, height: number): void {
    const whole: [[number, number], [number, number]] = [
      [0, 0],
      [width, height],
    ];
    this.#zoom.extent(whole).translateExtent(whole);
  }

  by(times: number): void {
    this.#zoom.scaleBy(select(this.#element), times);
  }

  to({ k, x, y }: Transform): void {
    this.#zoom.transform(select(this.#element), zoomIdentity.translate(x, y).scale(k));
  }

  end(): void {
    select(this.#element).on('.zoom', null);
  }
}
