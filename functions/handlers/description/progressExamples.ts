interface Told {
  facilityId: string;
  region: string;
  month: string;
  equipmentType: string;
}

/** An example for each operation on progress. */
export function progressExamples({ facilityId, region, month, equipmentType }: Told) {
  const figures = { facilitiesLive: [1, 0], teleconsultations: [0, 26] };
  const release = {
    releaseId: `${month}.1-kfmwqz`,
    month,
    version: 1,
    madeOn: '2024-12-12',
    open: { ofMonth: 7, expected: 328, before: 0 },
  };
  const notShown = { teleconsultations: [0, 1] };
  return {
    'progress.cube': { answer: { months: ['2024-10', month], rows: [region], figures, notShown, release } },
    'progress.summary': { answer: { month, figures: { facilitiesLive: 1, teleconsultations: 26 } } },
    'progress.equipment': {
      answer: {
        months: [month],
        rows: [region],
        figures: { 'furthest.installed.open.units': [4], 'furthest.installed.open.usd': [1_086_800] },
      },
    },
    'progress.ofDonor': {
      answer: {
        cube: { months: [month], rows: [region], figures: { 'furthest.firstUse.open.units': [4] } },
        use: { month, reportsExpected: 328, reportsApproved: 321 },
        release,
      },
    },
    'explain.records': {
      answer: {
        records: [
          {
            kind: 'monthlyReport' as const,
            recordId: facilityId,
            placeId: facilityId,
            month,
            state: 'approved',
            amount: 14,
            approved: 14,
          },
        ],
        places: [
          { placeId: facilityId, names: { en: 'Olevsk city clinic' }, confirmation: 'confirmed' as const },
        ],
      },
    },
    'progress.repairs': {
      answer: { since: '2023-12', repairs: [{ region, equipmentType, repairs: 2, downtimeDays: 31 }] },
    },
  };
}
