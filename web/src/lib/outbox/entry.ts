import { get, update } from 'idb-keyval';
import { keyOf } from '#lib/api/answerCache.ts';
import type { Problem } from '#lib/api/errors.ts';
import type { routes } from './routes.ts';

export type Route = keyof typeof routes;

/** What each route takes: its params, where it has some, and a body with an idempotency key. */
export type Inputs = { [R in Route]: Parameters<(typeof routes)[R]>[0] };

/** What each route answers with. */
export type Records = { [R in Route]: Awaited<ReturnType<(typeof routes)[R]>>['body'] };

interface Head<R extends Route> {
  id: string;
  /** What it is about. Commands about one subject are sent in the order they were given. */
  subject: string;
  route: R;
  /** When it was given, milliseconds since 1970. */
  at: number;
  /** The id of a command about another subject that has to arrive before. */
  after?: string;
  /** Why the server did not take it; it stays, and with it what follows on its subject, until someone has looked. */
  refused?: Problem['code'];
}

/** A command as this device keeps it until it is answered: always the same, so that it counts once. */
export type EntryOf<R extends Route> = Head<R> & Inputs[R];
export type Entry = { [R in Route]: EntryOf<R> }[Route];

const name = () => keyOf('outbox');

/** A key that no other command has, so that a repeated one counts once. */
export function newKey(): string {
  return crypto.randomUUID();
}

/** All that waits on this device for the person signed in, in the order it was given. */
export async function waiting(): Promise<Entry[]> {
  return (await get<Entry[]>(name())) ?? [];
}

/** What waits about one subject. */
export async function waitingAbout(subject: string): Promise<Entry[]> {
  return (await waiting()).filter((entry) => entry.subject === subject);
}

/** Puts a command behind the others, in place of those about its subject that `instead` names. */
export function put(entry: Entry, instead: Route[] = []): Promise<void> {
  const stays = ({ id, subject, route }: Entry) =>
    id !== entry.id && (subject !== entry.subject || !instead.includes(route));
  return change((all) => [...all.filter(stays), entry]);
}

/** Takes a command out, or puts what it has become in its place; nothing where it was taken out meanwhile. */
export function replace(id: string, next?: Entry): Promise<void> {
  return change((all) => all.flatMap((entry) => (entry.id === id ? (next ?? []) : entry)));
}

/** One step on the device, so that no other tab comes between. */
function change(how: (all: Entry[]) => Entry[]): Promise<void> {
  return update<Entry[]>(name(), (all) => how(all ?? []));
}
