import { addDays, addMonths, daysIn, monthsBetween, type Month } from '../../domain/calendar.ts';
import type { Figures } from '../../domain/report/indicator.ts';
import { workdayFrom } from '../days.ts';
import { headOf } from '../people.ts';
import { Random } from '../random.ts';
import type { ReportEvent } from '../timeline.ts';
import { clinic, hospital, stations, type BelarusSite } from './facilities.ts';
import { belarusStory, reviewer } from './people.ts';
import { residentsServed } from './publishedFigures.ts';

const { firstMonth, lastMonth, today } = belarusStory;

/** What is done with a report; the last month's is not done with everywhere. */
const outcomeOf = (facilityId: string, month: Month): 'missing' | 'waiting' | 'approved' => {
  if (month < lastMonth) return 'approved';
  if (facilityId === hospital) return 'missing';
  return facilityId === stations[0] ? 'waiting' : 'approved';
};

/** Every month's report of a facility since it joined. */
export function reportsOf({ profile }: BelarusSite): ReportEvent[] {
  const { facilityId } = profile;
  return monthsBetween(firstMonth, lastMonth).flatMap((month, index): ReportEvent[] => {
    const outcome = outcomeOf(facilityId, month);
    if (outcome === 'missing') return [];
    const random = new Random(facilityId, month, 'report');
    const due = workdayFrom(addDays(`${addMonths(month, 1)}-01`, random.between(0, 6)));
    const day = due < today ? due : addDays(today, -1);
    // The newest month's are looked at on the day they come: its release has them.
    const reviewed = month === lastMonth ? day : addDays(day, 1);
    const figures = figuresOf(facilityId, index, random, month);
    const submitted: ReportEvent = {
      action: 'submit',
      month,
      body: { figures },
      at: `${day}T09:${random.between(10, 59)}:00Z`,
      by: headOf(profile),
    };
    return outcome === 'waiting'
      ? [submitted]
      : [
          submitted,
          { action: 'approve', month, at: `${reviewed}T13:${random.between(10, 59)}:00Z`, by: reviewer },
        ];
  });
}

/** From 0.3 in the first month to 1 three years later: people get used to it. */
const grown = (index: number): number => Math.min(1, 0.3 + (0.7 * index) / 36);

function figuresOf(facilityId: string, index: number, random: Random, month: Month): Figures {
  const usual = (mean: number) => Math.round(mean * (daysIn(month) / 30) * (0.85 + 0.3 * random.next()));
  const growing = (mean: number) => Math.round(usual(mean) * grown(index));
  const isClinic = facilityId === clinic;
  const isStation = stations.includes(facilityId);
  const isOfDistrict = isClinic || isStation || facilityId === hospital;
  const visits = usual(isClinic ? 9_800 : isStation ? 130 : isOfDistrict ? 1_150 : 18_000);
  const electronicRecords = Math.min(visits, growing(visits));
  const asked = growing(isClinic ? 26 : isStation ? 3 : isOfDistrict ? 14 : 0);
  const withPatients = growing(isClinic ? 48 : isStation ? 6 : 0);
  const prescriptions = isClinic ? usual(5_200) : 0;
  const remote = growing(isClinic ? 420 : 0);
  return {
    consultationsDoctorToDoctor: asked,
    consultationsDoctorToPatient: withPatients,
    visitsSaved: asked + withPatients + Math.round(remote * 0.8),
    visits,
    ...(isOfDistrict && { electronicRecords }),
    prescriptions,
    ...(isClinic && { remotePrescriptions: remote }),
    // Each resident is counted where registered: with the clinic.
    residentsServed: isClinic ? residentsServed : 0,
  };
}
