import * as z from 'zod/mini';
import { Day, Instant } from '../domain/calendar.ts';
import { Caller } from '../domain/caller.ts';
import { answer, nothing, signedIn } from './route.ts';

export const accountRoutes = {
  me: signedIn('GET', '/me')
    .input(nothing)
    .output(answer(z.extend(Caller, { today: Day, now: Instant }))),
};
