import { teleconsultationsIn, type Figures, type Indicator } from '#functions/domain/indicator.ts';

/** One figure that stands for a direction of telemedicine. */
export interface MainFigure {
  direction: Exclude<Indicator['direction'], 'circumstances'>;
  /** Undefined for teleconsultations, which are a sum of indicators. */
  indicator?: Indicator;
  value: (figures: Figures) => number | undefined;
}

/** The main figure of each direction that the country has: all teleconsultations, and the first indicator of the others. */
export function mainFigures(indicators: Indicator[]): MainFigure[] {
  const first = (direction: 'telemetry' | 'teleradiology'): MainFigure[] => {
    const indicator = indicators.find((candidate) => candidate.direction === direction);
    return indicator ? [{ direction, indicator, value: (figures) => figures[indicator.code] }] : [];
  };
  return [
    { direction: 'teleconsultation', value: (figures) => teleconsultationsIn(figures, indicators) },
    ...first('telemetry'),
    ...first('teleradiology'),
  ];
}
