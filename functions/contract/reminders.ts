import * as z from 'zod/mini';
import { CommandHead } from '../domain/command.ts';
import { OwnReminders } from '../domain/reminders/ownReminders.ts';
import { answer, nothing, signedIn } from './route.ts';

export const reminderRoutes = {
  /** Whether the caller is reminded of reports, and where. */
  own: signedIn('GET', '/me/reminders').input(nothing).output(answer(OwnReminders)),
  choose: signedIn('PUT', '/me/reminders')
    .input(z.extend(nothing, { body: z.strictObject({ ...CommandHead.shape, isOn: z.boolean() }) }))
    .output(answer(OwnReminders)),
};
