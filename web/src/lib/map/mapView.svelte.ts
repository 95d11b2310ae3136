import type { Attachment } from 'svelte/attachments';
import type { Sheet } from './projection.ts';
import type { Zooming } from './zooming.ts';

/** How far one can look closer; a street is then as wide as a finger. */
const closest = 4000;

/** How a map is moved: its pixels at `k` times their place, and so many further. */
export interface Transform {
  k: number;
  x: number;
  y: number;
}

const unmoved: Transform = { k: 1, x: 0, y: 0 };

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
  /** What moves it: there once the map is drawn, so that a slow line brings what is seen first. */
  #zooming: Promise<Zooming | undefined> | undefined;
  #element: HTMLElement | undefined;
  #width = $state(0);
  #transform = $state.raw(unmoved);
  #settled = $state.raw(unmoved);

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
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
    return () => {
      size.disconnect();
      void this.#zooming?.then((zooming) => zooming?.end());
      this.#element = undefined;
    };
  };

  /** Looks closer, or from further away. */
  zoomBy(times: number): Promise<void> {
    return this.#move((zooming) => zooming.by(times));
  }

  /** Looks at the whole sheet again. */
  showAll(): Promise<void> {
    return this.#become(unmoved);
  }

  /** Brings a place of the sheet to the middle, enlarged so many times or as it is. */
  show(x: number, y: number, enlarged = this.now.enlarged): Promise<void> {
    const k = Math.min(closest, Math.max(1, (enlarged * this.#sheet.width) / this.#width));
    const pixels = (k * this.#width) / this.#sheet.width;
    return this.#become({ k, x: this.#width / 2 - x * pixels, y: this.height / 2 - y * pixels });
  }

  #look({ k, x, y }: Transform): Look {
    return { enlarged: (this.#width / this.#sheet.width) * k, left: x, top: y };
  }

  #become(transform: Transform): Promise<void> {
    return this.#move((zooming) => zooming.to(transform));
  }

  async #move(how: (zooming: Zooming) => void): Promise<void> {
    const zooming = await this.#fetched();
    if (zooming) how(zooming);
  }

  /** Without a network a map stands still until it is moved again. */
  #fetched(): Promise<Zooming | undefined> {
    this.#zooming ??= import('./zooming.ts').then(
      (file) => this.#begun(file),
      () => (this.#zooming = undefined),
    );
    return this.#zooming;
  }

  #begun({ Zooming }: typeof import('./zooming.ts')): Zooming | undefined {
    if (!this.#element) return undefined;
    const zooming = new Zooming(this.#element, {
      closest,
      isForMap: (event) => this.#isForMap(event),
      onMove: (now) => (this.#transform = now),
      onEnd: (now) => (this.#settled = now),
    });
    zooming.within(this.#width, this.height);
    return zooming;
  }

  /** What was looked at stays in sight. */
  #resize(width: number): void {
    const ratio = this.#width > 0 ? width / this.#width : 1;
    this.#width = width;
    // After the picture that the new width makes.
    requestAnimationFrame(() => void this.#move((zooming) => zooming.within(width, this.height)));
    const { k, x, y } = this.#transform;
    if (ratio !== 1) void this.#become({ k, x: x * ratio, y: y * ratio });
  }

  /** The wheel and a single finger scroll the page, unless the reader has looked closer. */
  #isForMap(event: Event): boolean {
    if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
    if ('touches' in event && event.touches instanceof TouchList)
      return event.touches.length > 1 || !this.isWhole;
    return event instanceof MouseEvent && event.button === 0;
  }
}
