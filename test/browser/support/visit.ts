/// <reference lib="dom" />
import type { BrowserContext, CDPSession, Page } from '@playwright/test';

/** A line and a processor as slow as Lighthouse's and Chromium's developer tools make them. */
export interface Profile {
  /** Milliseconds that each request waits. */
  latency: number;
  /** Kilobits a second. */
  down: number;
  up: number;
  /** How many times slower the processor is. */
  cpu: number;
  offline?: boolean;
}

export const profiles = {
  slow4g: { latency: 562.5, down: 1474.56, up: 675, cpu: 4 },
  slow3g: { latency: 2000, down: 400, up: 400, cpu: 6 },
} satisfies Record<string, Profile>;

/** What the visit waits for: by name, a selector of what is there then; with `isDrawn`, of a canvas that has been drawn on. */
export type Marks = Record<string, { selector: string; isDrawn?: true }>;

export interface Visit {
  /** Milliseconds after the start of the navigation at which the first pixel and each mark were there. */
  times: Record<string, number>;
  /** Addresses that were asked for until the last mark was there, the page's own first. */
  requests: string[];
  /** Bytes of JavaScript over the wire until then. */
  script: number;
  /** What the console and the page complained of. */
  complaints: string[];
}

interface Answer {
  /** When it was asked for, in milliseconds of the browser's own clock. */
  at: number;
  address: string;
  type: string;
  bytes: number;
}

/** Visits a page in a new tab of a context and waits until all marks are there. */
export async function visit(
  context: BrowserContext,
  address: string,
  marks: Marks,
  slow?: Profile,
): Promise<Visit> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', ({ message }) => complaints.push(message));
  const session = await context.newCDPSession(page);
  const answers = await listen(session);
  if (slow) await slowDown(session, slow);
  await page.addInitScript(watchFor, marks);
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(
    (count) => Object.keys(window.seenAt ?? {}).length === count,
    Object.keys(marks).length,
    {
      timeout: 45_000,
      polling: 100,
    },
  );
  const times = await timesOf(page);
  const last = Math.max(...Object.keys(marks).map((name) => times[name] ?? 0));
  const began = Math.min(...[...answers.values()].map(({ at }) => at));
  const all = [...answers.values()].filter(({ at }) => at - began <= last);
  await page.close();
  const script = all.reduce((sum, { type, bytes }) => sum + (type === 'Script' ? bytes : 0), 0);
  return { times, requests: all.map((answer) => answer.address), script, complaints };
}

declare global {
  interface Window {
    /** When each mark was there first. */
    seenAt?: Record<string, number>;
  }
}

/** Runs in the page: looks for the marks whenever something comes into it, and as soon as something is drawn. */
function watchFor(marks: Marks): void {
  const seen: Record<string, number> = (window.seenAt = {});
  // One line of pixels through the middle, which grid and marks cross: reading all would slow down what is measured.
  const hasInk = (element: Element): boolean =>
    element instanceof HTMLCanvasElement &&
    element.width > 0 &&
    !!element
      .getContext('2d')
      ?.getImageData(0, element.height >> 1, element.width, 1)
      .data.some((value) => value !== 0);
  const look = (): void => {
    for (const [name, { selector, isDrawn }] of Object.entries(marks)) {
      const element = name in seen ? null : document.querySelector(selector);
      if (!element?.getClientRects().length || (isDrawn && !hasInk(element))) continue;
      seen[name] = performance.now();
    }
  };
  const isOver = () => Object.keys(seen).length === Object.keys(marks).length;
  // At once, before the page goes on with what can wait: that is no part of what led to the mark.
  const observer = new MutationObserver(() => {
    look();
    if (isOver()) observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
  // The same of what is drawn: once all of it is, and before anything else is done.
  let isToLook = false;
  const pen = CanvasRenderingContext2D.prototype;
  pen.stroke = new Proxy(pen.stroke, {
    apply: (stroke, context: CanvasRenderingContext2D, path: [Path2D]) => {
      stroke.apply(context, path);
      if (isToLook || isOver()) return;
      isToLook = true;
      queueMicrotask(() => {
        isToLook = false;
        look();
      });
    },
  });
  const lookAgain = (): void => {
    look();
    if (!isOver()) setTimeout(lookAgain, 25);
  };
  lookAgain();
}

async function timesOf(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => ({
    frame: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    ...window.seenAt,
  }));
}

async function listen(session: CDPSession): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  session.on('Network.requestWillBeSent', ({ requestId, request, type, timestamp }) => {
    if (/^https?:/.test(request.url))
      answers.set(requestId, {
        at: 1000 * timestamp,
        address: new URL(request.url).pathname,
        type: type ?? '',
        bytes: 0,
      });
  });
  session.on('Network.responseReceived', ({ requestId, type }) => {
    const answer = answers.get(requestId);
    if (answer) answer.type = type;
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const answer = answers.get(requestId);
    if (answer) answer.bytes = encodedDataLength;
  });
  await session.send('Network.enable');
  return answers;
}

/** Makes a line and a processor slow. */
export async function slowDown(
  session: CDPSession,
  { latency, down, up, cpu, offline = false }: Profile,
): Promise<void> {
  const bytes = (kilobits: number): number => (kilobits * 1024) / 8;
  await session.send('Network.emulateNetworkConditions', {
    offline,
    latency,
    downloadThroughput: bytes(down),
    uploadThroughput: bytes(up),
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
}
