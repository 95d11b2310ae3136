import { Month } from '../domain/calendar.ts';
import { ProgressCube, ProgressSummary } from '../domain/progress.ts';
import { answer, query, signedIn, tag, tagged } from './route.ts';

export const progressRoutes = {
  cube: signedIn('GET', '/progress').input(tag).output(tagged(ProgressCube)),
  summary: signedIn('GET', '/progress/summary')
    .input(query({ month: Month }))
    .output(answer(ProgressSummary)),
};
