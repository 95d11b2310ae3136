import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultsIn } from '../../../support/iati/faults.ts';
import { ruleNames } from '../../../support/iati/rules.ts';

const today = '2026-12-31';
const example = readFileSync(join(import.meta.dirname, '../../../support/iati/example.xml'), 'utf8');
const id = 'UA-EDR-00012925-TELEMED-2023';
/** The example after a change; fails where there was nothing to change. */
const changed = (from: string | RegExp, to: string): string => {
  const after = example.replace(from, to);
  if (after === example) throw new Error(`The example has no ${from}`);
  return after;
};

test('a document that is valid by the official schema is valid here', () => {
  expect(faultsIn(example, today)).toEqual([]);
});

describe('what the schema does not allow is found:', () => {
  test.each([
    ['an element that is missing', /<activity-status.*?>/, '', 'has 0 activity-status'],
    [
      'elements in another order',
      /(<title>.*?<\/title>)\s*(<description.*?<\/description>)/s,
      '$2$1',
      'is not in order',
    ],
    [
      'an element too many',
      '<activity-scope code="4"/>',
      '<activity-scope code="4"/><activity-scope code="4"/>',
      'has 2 activity-scope',
    ],
    ['an element that there is not', '<activity-scope code="4"/>', '<scope/>', 'cannot have scope'],
    ['an attribute that is missing', 'version="2.03"', '', 'has no @version'],
    [
      'an attribute that there is not',
      '<activity-scope code',
      '<activity-scope colour="red" code',
      'cannot have @colour',
    ],
    ['a day that is none', 'iso-date="2023-02-01"', 'iso-date="1 February"', 'is "1 February"'],
    ['a value that is no number', '>4000000<', '>4 million<', 'holds "4 million"'],
    [
      'a comment before the dimension',
      /(<dimension name="region" value="all"\/>)(<comment>.*?<\/comment>)/,
      '$2$1',
      'is not in order',
    ],
  ])('%s', (_, from, to, fault) => {
    expect(faultsIn(changed(from, to), today).join('\n')).toContain(fault);
  });

  test('what is not well-formed', () => {
    expect(() => faultsIn(example.replace('</title>', ''), today)).toThrow('Not well-formed');
  });
});

const narrative = (org: string) =>
  new RegExp(`(<${org} [^>]*?)ref="[^"]*"([^>]*>)<narrative>.*?</narrative>`);
/** For each rule a change to the example that breaks it. */
const breaches: Record<string, [from: string | RegExp, to: string]> = {
  'one reporting organisation': ['<reporting-org ref="UA-EDR-00012925"', '<reporting-org ref=""'],
  'identifiers differ': [/(<iati-activity .*<\/iati-activity>)/s, '$1$1'],
  '1.1.3': [id, 'UA-EDR-00012925'],
  '1.1.21': [id, 'XM-DAC-1-TELEMED'],
  '1.3.13': [id, 'UA-EDR-00012925-TELE/MED'],
  '3.4.2': ['code="UA" percentage="100"', 'code="UA" percentage="90"'],
  '3.7.1': ['<recipient-country code="UA" percentage="100"/>', ''],
  '4.1.1': [' xml:lang="en"', ''],
  '6.2.2': ['code="12281" percentage="40"', 'code="12281" percentage="50"'],
  '6.10.1': [narrative('provider-org'), '$1$2'],
  '6.11.1': ['<activity-date type="2" iso-date="2023-01-01"/>', ''],
  'a planned or an actual end after the start': [
    'type="3" iso-date="2026-12-31"',
    'type="3" iso-date="2022-12-31"',
  ],
  '7.5.3': [
    '<transaction ref="T-1">',
    '<budget><period-start iso-date="2023-01-01"/><period-end iso-date="2025-01-01"/><value value-date="2023-01-01">1</value></budget><transaction ref="T-1">',
  ],
  '7.8.1': [/ default-currency="USD"(.*)currency="USD" /s, '$1'],
  '8.6.1': ['<period-end iso-date="2023-12-31"/>', '<period-end iso-date="2022-12-31"/>'],
  '8.8.1, 8.9.1, 8.10.1': ['<actual value="328">', '<actual>'],
  '8.11.1': ['<indicator measure', '<reference vocabulary="99" code="x"/><indicator measure'],
  '9.117.1': ['<exactness', '<administrative vocabulary="A4" code="UA-46"/><exactness'],
  'locations of results are declared': [
    '<baseline year="2022" iso-date="2022-12-31" value="0">\n          <location ref="UA-46"/>',
    '<baseline year="2022" iso-date="2022-12-31" value="0"><location ref="UA-05"/>',
  ],
  '11.1.4': ['type="2" iso-date="2023-01-01"', 'type="2" iso-date="2027-01-01"'],
  '11.2.1': ['<transaction-date iso-date="2023-02-01"', '<transaction-date iso-date="2027-02-01"'],
  'texts are not empty': ['<narrative>Plan</narrative>', '<narrative> </narrative>'],
};

test('each rule has its breach', () => {
  expect(Object.keys(breaches).sort()).toEqual([...ruleNames].sort());
});

test.each(Object.entries(breaches))('a breach of the rule %s is found', (name, [from, to]) => {
  expect(faultsIn(changed(from, to), today).join('\n')).toContain(`breaks ${name}`);
});
