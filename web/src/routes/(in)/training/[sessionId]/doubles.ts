import { trainingApi } from 'virtual:api/training';
import { addDays, daysFrom, monthOf } from '#functions/domain/calendar.ts';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import { mostDaysApart } from '#functions/domain/training/bounds.ts';
import { rowOfHost } from '#functions/domain/training/trainingContributions.ts';
import type { TrainingSession } from '#functions/domain/training/trainingSession.ts';
import { namesIn } from '#lib/training/words.ts';

/** Sessions that may be the same as this one: of the same row and about the same day, the nearest first. */
export async function doublesOf({ sessionId, day, host }: TrainingSession, pack: CountryPack) {
  const [from, to] = [-mostDaysApart, mostDaysApart].map((days) => monthOf(addDays(day, days)));
  const { body } = await trainingApi.list({
    query: { region: rowOfHost(host, pack), from, to, status: 'held' },
  });
  const distance = (one: { day: string }) => Math.abs(daysFrom(one.day, day));
  const sessions = body.sessions
    .filter((one) => one.sessionId !== sessionId && distance(one) <= mostDaysApart)
    .toSorted((a, b) => distance(a) - distance(b));
  return { sessions, names: namesIn(body.facilities) };
}
