import type { AgreedLine, Agreement } from '../../domain/equipment/donation.ts';

/** A donation of the sample as its donor agreed to it. */
export interface Pledge {
  donationId: string;
  donorId: string;
  agreement: Agreement;
  /** Why places need not be ready for it. */
  override?: string;
}

/** The donation whose only unit makes the aid received come out at the published sum. */
export const closing = { donationId: 'northern-ct-2024', lineId: 'ct' } as const;

export interface Terms extends Omit<Agreement, 'lines'> {
  override?: string;
  /** US dollars for one unit of the currency, on the day of the agreement. */
  usdRate: string;
  lines: Record<string, Goods>;
}

/** What of, how many, what one is worth in the currency's minor units, and the solution that it is for. */
type Goods = readonly [equipmentType: string, quantity: number, unitValue: number, solutionId?: string];

const surveyed = 'The ministry had looked at every ward before the agreement was signed.';

/** The sample's donations; `closingValue` is what the closing unit is worth, in US cents. */
export function samplePledges(closingValue: number): Pledge[] {
  return [
    pledge('aid-agency', 'westmark-2022', {
      title: 'Telemedicine workplaces for hospitals',
      reference: 'WAHA/UA/22-117',
      pledgedOn: '2022-06-20',
      agreedOn: '2022-07-18',
      endsOn: '2025-12-31',
      organisations: [{ role: 'implementing', name: 'Westmark Red Lamp Logistics' }],
      currency: 'EUR',
      usdRate: '1.0131',
      lines: {
        laptop: ['laptop', 330, 125_000],
        tablet: ['tablet', 80, 48_000],
        video: ['videoTerminal', 95, 315_000],
        satellite: ['satelliteTerminal', 20, 310_000],
      },
    }),
    pledge('sample', 'northern-mothers-2022', {
      title: 'Portable complexes for expectant mothers',
      reference: 'NHP-2022-08',
      pledgedOn: '2022-08-15',
      agreedOn: '2022-09-01',
      endsOn: '2026-08-31',
      currency: 'USD',
      usdRate: '1',
      override: surveyed,
      lines: { complex: ['portableDiagnosticComplex', 110, 1_020_000, 'pregnancy-monitoring'] },
    }),
    pledge('oriel-devices', 'oriel-2023', {
      title: 'Self-examination platforms and rehabilitation kits',
      pledgedOn: '2023-02-06',
      agreedOn: '2023-03-01',
      endsOn: '2025-02-28',
      currency: 'USD',
      usdRate: '1',
      override: 'The manufacturer sets its goods up itself, and brings what a place lacks.',
      lines: {
        platform: ['selfExaminationPlatform', 36, 1_350_000, 'self-examination'],
        headset: ['arHeadset', 12, 1_850_000, 'ar-neurorehabilitation'],
      },
      note: 'Goods of our own make, at half of the list price.',
    }),
    pledge('lantern-foundation', 'lantern-mothers-2023', {
      title: 'Monitoring of pregnancies, second part',
      reference: 'LF 4/2023',
      pledgedOn: '2023-05-22',
      agreedOn: '2023-06-12',
      currency: 'CHF',
      usdRate: '1.1018',
      override: surveyed,
      lines: { complex: ['portableDiagnosticComplex', 105, 890_000, 'pregnancy-monitoring'] },
    }),
    pledge('sample', 'northern-clinics-2023', {
      title: 'Digital workplaces for clinics',
      reference: 'NHP-2023-03',
      pledgedOn: '2023-06-05',
      agreedOn: '2023-06-26',
      endsOn: '2026-06-30',
      currency: 'EUR',
      usdRate: '1.0918',
      lines: {
        laptop: ['laptop', 260, 119_000],
        tablet: ['tablet', 120, 46_000],
        video: ['videoTerminal', 60, 280_000],
        satellite: ['satelliteTerminal', 30, 295_000],
      },
    }),
    pledge('aid-agency', 'westmark-2023', {
      title: 'Operating rooms and tomography',
      reference: 'WAHA/UA/23-204',
      pledgedOn: '2023-10-09',
      agreedOn: '2023-11-06',
      endsOn: '2027-12-31',
      organisations: [{ role: 'counterpart', name: 'Regional health departments' }],
      currency: 'EUR',
      usdRate: '1.0702',
      override: 'The rooms are built and handed over by the implementing partner.',
      lines: {
        room: ['operatingRoomSet', 3, 18_200_000, 'virtual-operating-room'],
        ct: ['ctAiServer', 6, 5_600_000, 'ai-ct'],
      },
    }),
    pledge('sample', closing.donationId, {
      title: 'A workstation for tomography, and electrocardiographs',
      reference: 'NHP-2024-01',
      pledgedOn: '2024-01-22',
      agreedOn: '2024-02-12',
      currency: 'USD',
      usdRate: '1',
      lines: {
        [closing.lineId]: ['ctAiServer', 1, closingValue, 'ai-ct'],
        ecg: ['ecgRecorder', 60, 240_000, 'tele-ecg'],
      },
    }),
  ];
}

/** A donation as its terms say. */
export function pledge(
  donorId: string,
  donationId: string,
  { lines, usdRate, override, ...terms }: Terms,
): Pledge {
  const usdRateOn = terms.agreedOn ?? terms.pledgedOn;
  const agreed = Object.entries(lines).map(
    ([lineId, [equipmentType, quantity, unitValue, solutionId]]): AgreedLine => ({
      lineId,
      equipmentType,
      quantity,
      unitValue,
      usdRate,
      usdRateOn,
      ...(solutionId && { solutionId }),
    }),
  );
  return { donorId, donationId, agreement: { ...terms, lines: agreed }, ...(override && { override }) };
}
