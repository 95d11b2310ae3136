import type { CountryPack } from '#functions/domain/countryPack.ts';
import type { Day } from '#functions/domain/calendar.ts';
import { plainText } from '#functions/domain/plainText.ts';
import type { Solution } from '#functions/domain/solution/solution.ts';
import { mostLinesAtOnce, type HostKind } from '#functions/domain/training/bounds.ts';
import type { ToldHost, ToldSession, TrainingSession } from '#functions/domain/training/trainingSession.ts';
import { rebased } from '#lib/record/typed.ts';
import { emptyFacts, factsOf, faultyFacts, firstDay, typedFacts, type TypedFacts } from './typedFacts.ts';
import {
  agrees,
  staffFault,
  staffOf,
  trainedBefore,
  typedStaff,
  type TrainedBefore,
  type TypedStaff,
} from './typedStaff.ts';

/** Those of one facility, as they are typed. */
export interface TypedLine {
  facilityId: string;
  staff: TypedStaff;
}

/** What the form holds, all of it as it was typed. */
export interface Typed extends TypedFacts {
  hostKind: HostKind | '';
  hostFacility: string;
  hostRegion: string;
  lines: TypedLine[];
  before: TrainedBefore;
}

/** The form of a session that is to be entered. */
export function emptyForm(): Typed {
  return { ...emptyFacts, hostKind: '', hostFacility: '', hostRegion: '', lines: [], before: '' };
}

/** The form of a session that there is. */
export function formOf(session: TrainingSession): Typed {
  const { host, lines } = session;
  return {
    ...typedFacts(session),
    hostKind: host.kind,
    hostFacility: host.kind === 'facility' ? host.facilityId : '',
    hostRegion: host.kind === 'region' ? host.region : '',
    lines: lines.map(({ facilityId, staff }) => ({ facilityId, staff: typedStaff(staff) })),
    before: trainedBefore(lines.map(({ staff }) => staff)),
  };
}

interface On {
  solutions: Solution[];
  pack: Pick<CountryPack, 'programmeStart'>;
  today: Day;
  /** How many facilities the session has already. */
  known: number;
}

/** The fields that are not right yet, named as the API names them. */
export function faultyFields(typed: Typed, { solutions, pack, today, known }: On): string[] {
  const { hostKind, hostFacility, hostRegion, lines, before } = typed;
  const areRight = lines.every(({ staff }) => !staffFault(staff));
  const isRight: Record<string, boolean> = {
    'host.kind': hostKind !== '',
    'host.facilityId': hostKind !== 'facility' || hostFacility !== '',
    'host.region': hostKind !== 'region' || hostRegion !== '',
    lines:
      areRight && (lines.length > 0 || hostKind !== 'facility') && lines.length <= known + mostLinesAtOnce,
    before:
      !areRight ||
      agrees(
        before,
        lines.map(({ staff }) => staffOf(staff)),
      ),
  };
  const faulty = Object.keys(isRight).filter((field) => !isRight[field]);
  return [...faultyFacts(typed, firstDay(typed, solutions, pack), today), ...faulty];
}

/** The form as the API takes it. */
export function toldOf(typed: Typed): ToldSession {
  return {
    ...factsOf(typed),
    host: hostOf(typed),
    lines: typed.lines.map(({ facilityId, staff }) => ({ facilityId, staff: staffOf(staff) })),
  };
}

function hostOf({ hostKind, hostFacility, hostRegion }: Typed): ToldHost {
  if (hostKind === 'facility') return { kind: hostKind, facilityId: hostFacility };
  return hostKind === 'region' ? { kind: hostKind, region: hostRegion } : { kind: 'nation' };
}

/** What was typed on one state of a session, on top of another: what others have told of a facility meanwhile stays. */
export function merged(typed: Typed, begun: Typed, current: Typed): Typed {
  const lineIn = ({ lines }: Typed, id: string) => lines.find(({ facilityId }) => facilityId === id);
  const ids = [...current.lines, ...typed.lines].map(({ facilityId }) => facilityId);
  const lines = [...new Set(ids)].flatMap((id) => {
    const [mine, before, theirs] = [typed, begun, current].map((form) => lineIn(form, id));
    const isTouched = plainText(mine ?? {}) !== plainText(before ?? {});
    return (isTouched ? mine : theirs) ?? [];
  });
  return { ...rebased(typed, begun, current), lines };
}
