import { select } from 'd3-selection';
import { zoom, zoomIdentity, type ZoomBehavior, type ZoomTransform } from 'd3-zoom';
import type { Attachment } from 'svelte/attachments';
import type { Sheet } from './projection.ts';

/** How far one can look closer; a street is then as wide as a finger. */
const closest = 4000;

/** How a sheet is looked at: its `x` stands at `x * enlarged + left`, in pixels. */
export interface Look {
  enlarged: number;
  left: number;
  top: number;
}

/** Where a place of the sheet stands, in pixels. */
export const placedBy = ({ enlarged, left, top }: Look, x: number, y: number): [x: number, y: number] => [
  x * enlarged + left,
  y * enlarged + top,
];

/** The part of a sheet that is looked at, in an element of the page. */
export class MapView {
  readonly #sheet: Sheet;
  readonly #zoom: ZoomBehavior<HTMLElement, unknown>;
  #element: HTMLElement | undefined;
  #width = $state(0);
  #transform = $state.raw<ZoomTransform>(zoomIdentity);
  #settled = $state.raw<ZoomTransform>(zoomIdentity);

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
    this.#zoom = zoom<HTMLElement, unknown>()
      .scaleExtent([1, closest])
      .filter((event: Event) => this.#isForMap(event))
      .on('zoom', ({ transform }: { transform: ZoomTransform }) => (this.#transform = transform))
      .on('end', ({ transform }: { transform: ZoomTransform }) => (this.#settled = transform));
  }

  /** Pixels. */
  get width(): number {
    return this.#width;
  }

  /** Pixels. */
  get height(): number {
    return (this.#width * this.#sheet.height) / this.#sheet.width;
  }

  /** How it is looked at now. */
  get now(): Look {
    return this.#look(this.#transform);
  }

  /** How it was when it last stood still: what moves with the mouse in canvas and SVG need not be made anew as elements. */
  get settled(): Look {
    return this.#look(this.#settled);
  }

  /** Whether the whole sheet is in sight. */
  get isWhole(): boolean {
    return this.#transform.k === 1;
  }

  get isClosest(): boolean {
    return this.#transform.k >= closest;
  }

  /** Follows the size of its element, and the mouse and fingers on it. */
  readonly moved: Attachment<HTMLElement> = (element) => {
    this.#element = element;
    const size = new ResizeObserver(([entry]) => this.#resize(entry?.contentRect.width ?? 0));
    size.observe(element);
    select(element).call(this.#zoom);
    return () => {
      size.disconnect();
      select(element).on('.zoom', null);
      this.#element = undefined;
    };
  };

  /** Looks closer, or from further away. */
  zoomBy(times: number): void {
    if (this.#element) this.#zoom.scaleBy(select(this.#element), times);
  }

  /** Looks at the whole sheet again. */
  showAll(): void {
    this.#become(zoomIdentity);
  }

  /** Brings a place of the sheet to the middle, enlarged so many times or as it is. */
  show(x: number, y: number, enlarged = this.now.enlarged): void {
    const k = Math.min(closest, Math.max(1, (enlarged * this.#sheet.width) / this.#width));
    const pixels = (k * this.#width) / this.#sheet.width;
    const [left, top] = [this.#width / 2 - x * pixels, this.height / 2 - y * pixels];
    this.#become(zoomIdentity.translate(left, top).scale(k));
  }

  #look({ k, x, y }: ZoomTransform): Look {
    return { enlarged: (this.#width / this.#sheet.width) * k, left: x, top: y };
  }

  #become(transform: ZoomTransform): void {
    if (this.#element) this.#zoom.transform(select(this.#element), transform);
  }

  /** What was looked at stays in sight. */
  #resize(width: number): void {
    const ratio = this.#width > 0 ? width / this.#width : 1;
    this.#width = width;
    const whole: [[number, number], [number, number]] = [
      [0, 0],
      [width, this.height],
    ];
    this.#zoom.extent(whole).translateExtent(whole);
    const { k, x, y } = this.#transform;
    if (ratio !== 1) this.#become(zoomIdentity.translate(x * ratio, y * ratio).scale(k));
  }

  /** The wheel and a single finger scroll the page, unless the reader has looked closer. */
  #isForMap(event: Event): boolean {
    if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
    if ('touches' in event && event.touches instanceof TouchList)
      return event.touches.length > 1 || !this.isWhole;
    return event instanceof MouseEvent && event.button === 0;
  }
}
