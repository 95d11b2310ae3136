import type { Figure } from '../figureCatalogue.ts';
import { names } from '#figureNames';
import type { Names } from '../names.ts';
import { stages, type Stage } from './facility.ts';
import {
  confirmationFigures,
  facilityConcernFigure,
  facilityConcerns,
  type FacilityConcern,
} from './facilityConcern.ts';
import { joined } from './joined.ts';

/** The stable name of the count of facilities in a stage, such as `facilitiesLive`. */
export function stageFigure(stage: Stage): string {
  return `facilities${stage.charAt(0).toUpperCase()}${stage.slice(1)}`;
}

const stageEntries: Record<Stage, { key: string; names: Names }> = {
  planned: {
    key: 'fp',
    names: names(
      'Facilities planned',
      'Заплановані заклади',
      'Запланаваныя ўстановы',
      'Запланированные учреждения',
    ),
  },
  connected: {
    key: 'fc',
    names: names(
      'Facilities connected',
      'Підключені заклади',
      'Падключаныя ўстановы',
      'Подключённые учреждения',
    ),
  },
  equipped: {
    key: 'fe',
    names: names(
      'Facilities equipped',
      'Обладнані заклади',
      'Абсталяваныя ўстановы',
      'Оборудованные учреждения',
    ),
  },
  trained: {
    key: 'ft',
    names: names(
      'Facilities with trained staff',
      'Заклади з навченим персоналом',
      'Установы з навучаным персаналам',
      'Учреждения с обученным персоналом',
    ),
  },
  live: {
    key: 'fl',
    names: names(
      'Facilities with telemedicine',
      'Заклади з телемедициною',
      'Установы з тэлемедыцынай',
      'Учреждения с телемедициной',
    ),
  },
  suspended: {
    key: 'fs',
    names: names(
      'Facilities suspended',
      'Заклади, де телемедицину призупинено',
      'Установы, дзе тэлемедыцына прыпынена',
      'Учреждения, где телемедицина приостановлена',
    ),
  },
};

const ofFacilities = {
  kind: 'level',
  unit: 'facilities',
  source: 'facility',
  indicators: [],
  hasApproved: false,
  isAboutPeople: false,
  parts: 'facilities',
} as const;

const facilityFigure = (stage: Stage): Figure => ({
  ...ofFacilities,
  name: stageFigure(stage),
  ...stageEntries[stage],
});

const concernEntries: Record<FacilityConcern, { key: string; names: Names }> = {
  nobodyTrained: {
    key: 'fu',
    names: names(
      'Facilities with equipment and nobody trained',
      'Заклади з обладнанням, де ніхто не навчений',
      'Установы з абсталяваннем, дзе ніхто не навучаны',
      'Учреждения с оборудованием, где никто не обучен',
    ),
  },
  readinessGap: {
    key: 'fr',
    names: names(
      'Facilities where a gap is to be looked at again',
      'Заклади, де пора знову перевірити готовність',
      'Установы, дзе пара зноў праверыць гатоўнасць',
      'Учреждения, где пора снова проверить готовность',
    ),
  },
};

const concernFigure = (concern: FacilityConcern): Figure => ({
  ...ofFacilities,
  name: facilityConcernFigure(concern),
  ...concernEntries[concern],
  isForMinistry: true,
});

const confirmations: Figure[] = [
  {
    ...ofFacilities,
    name: confirmationFigures.confirmed,
    key: 'fk',
    names: names(
      'Facilities confirmed by a recent report',
      'Заклади, підтверджені недавнім звітом',
      'Установы, пацверджаныя нядаўняй справаздачай',
      'Учреждения, подтверждённые недавним отчётом',
    ),
  },
  {
    ...ofFacilities,
    name: confirmationFigures.neverReported,
    key: 'fn',
    names: names(
      'Facilities that have never reported',
      'Заклади, які ще не звітували',
      'Установы, якія яшчэ не здавалі справаздач',
      'Учреждения, которые ещё не отчитывались',
    ),
  },
];

/** Facilities by stage, those that joined, those that somebody should look at, and whether live ones are confirmed. */
export const facilityFigures: Figure[] = [
  ...stages.map(facilityFigure),
  joined,
  ...facilityConcerns.map(concernFigure),
  ...confirmations,
];
