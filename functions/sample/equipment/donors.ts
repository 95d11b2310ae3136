import type { DonorProfile } from '../../domain/equipment/donor.ts';

/** The sample's donors; all of them are invented, and so are the identifiers. One has none: it cannot report. */
export const sampleDonors = {
  sample: {
    names: { en: 'Northern Health Partnership', uk: 'Північне партнерство за здоров’я' },
    kind: 'nongovernmental',
    reference: 'XI-SAMPLE-NORTHERN',
  },
  'aid-agency': {
    names: { en: 'Westmark Agency for Health Aid', uk: 'Вестмаркське агентство медичної допомоги' },
    kind: 'government',
    reference: 'XI-SAMPLE-WESTMARK',
  },
  'lantern-foundation': {
    names: { en: 'Lantern Foundation', uk: 'Фонд «Ліхтар»' },
    kind: 'foundation',
    reference: 'XI-SAMPLE-LANTERN',
  },
  'oriel-devices': {
    names: { en: 'Oriel Devices', uk: 'Компанія «Оріель Девайсез»' },
    kind: 'company',
  },
} as const satisfies Record<string, DonorProfile>;

export type SampleDonor = keyof typeof sampleDonors;
