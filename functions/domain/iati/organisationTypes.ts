// Apart from the other code lists: the country pack knows these, and each page carries what the pack is made of.

/** What an organisation is. */
export const organisationTypes = [
  '10',
  '11',
  '15',
  '21',
  '22',
  '23',
  '24',
  '30',
  '40',
  '60',
  '70',
  '80',
  '90',
] as const;
export type OrganisationType = (typeof organisationTypes)[number];
