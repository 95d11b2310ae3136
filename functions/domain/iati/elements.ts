import type {
  Activity,
  ActivityLocation,
  Actual,
  IatiDocument,
  Narrative,
  Organisation,
  Participant,
  Period,
  Result,
  ResultIndicator,
  Transaction,
} from './document.ts';

/** An element of XML: attributes are named `@…`, its text `#text`, and elements stand in the order of their names. */
export interface Element {
  [name: string]: string | Element | Element[] | undefined;
}

// The schema is a sequence: in each of these the order of the names is the standard's, and law.

/** The document as the elements of IATI 2.03. */
export function elementsOf({ at, language, reporting, activities }: IatiDocument): Element {
  return {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    'iati-activities': {
      '@version': '2.03',
      '@generated-datetime': at,
      'iati-activity': activities.map((activity) => activityElement(activity, { at, language, reporting })),
    },
  };
}

function activityElement(
  activity: Activity,
  { at, language, reporting }: Omit<IatiDocument, 'activities'>,
): Element {
  const { terms } = activity;
  return {
    '@xml:lang': language,
    '@default-currency': 'USD',
    '@last-updated-datetime': at,
    '@hierarchy': String(activity.level),
    'iati-identifier': clean(activity.identifier),
    'reporting-org': organisationElement(reporting),
    title: narratives(activity.title),
    description: { '@type': '1', ...narratives(activity.description) },
    'participating-org': activity.participants.map(participantElement),
    'activity-status': coded(activity.status),
    'activity-date': activity.dates.map(({ type, on }) => ({ '@type': type, '@iso-date': on })),
    'activity-scope': coded('4'),
    'recipient-country': { '@code': activity.country, '@percentage': '100' },
    location: activity.locations.map(locationElement),
    sector: terms.sectors.map(({ code, percentage }) => ({
      '@vocabulary': '1',
      '@code': code,
      '@percentage': String(percentage),
    })),
    tag: terms.sdgTargets.map((target) => ({ '@code': target, '@vocabulary': '3' })),
    'policy-marker': terms.policyMarkers.map(({ code, significance }) => ({
      '@vocabulary': '1',
      '@code': code,
      '@significance': significance,
    })),
    'default-flow-type': terms.flowType && coded(terms.flowType),
    'default-finance-type': coded(terms.financeType),
    'default-aid-type': { '@code': terms.aidType, '@vocabulary': '1' },
    'default-tied-status': coded(terms.tiedStatus),
    transaction: activity.transactions.map(transactionElement),
    'related-activity': activity.related.map(({ reference, type }) => ({
      '@ref': clean(reference),
      '@type': type,
    })),
    result: activity.results.map(resultElement),
  };
}

function organisationElement({ reference, type, narratives: names }: Organisation): Element {
  return {
    ...(reference && { '@ref': clean(reference) }),
    ...(type && { '@type': type }),
    ...narratives(names),
  };
}

function participantElement({ role, activityId, ...organisation }: Participant): Element {
  const { narrative, ...own } = organisationElement(organisation);
  return { ...own, '@role': role, ...(activityId && { '@activity-id': clean(activityId) }), narrative };
}

/** A region: what the location policy lets out holds for all of it, and no point is known. */
function locationElement({ reference, narratives: names }: ActivityLocation): Element {
  return {
    '@ref': reference,
    'location-reach': coded('1'),
    name: narratives(names),
    exactness: coded('2'),
    'location-class': coded('1'),
  };
}

function transactionElement({ reference, type, date, usdCents, valuedOn, ...rest }: Transaction): Element {
  return {
    '@ref': clean(reference),
    'transaction-type': coded(type),
    'transaction-date': { '@iso-date': date },
    value: { '@currency': 'USD', '@value-date': valuedOn, '#text': dollars(usdCents) },
    description: narratives(rest.narratives),
    'provider-org': partnerElement(rest.provider, '@provider-activity-id'),
    'receiver-org': partnerElement(rest.receiver, '@receiver-activity-id'),
    'disbursement-channel': rest.channel && coded(rest.channel),
  };
}

function partnerElement({ activityId, ...organisation }: Organisation, name: string): Element {
  return { ...(activityId && { [name]: clean(activityId) }), ...organisationElement(organisation) };
}

function resultElement({ type, title, description, isAdditive, indicators }: Result): Element {
  return {
    '@type': type,
    '@aggregation-status': String(isAdditive),
    title: narratives(title),
    description: narratives(description),
    indicator: indicators.map((indicator) => indicatorElement(indicator, isAdditive)),
  };
}

function indicatorElement({ code, title, periods }: ResultIndicator, isAdditive: boolean): Element {
  return {
    '@measure': '1',
    '@ascending': 'true',
    '@aggregation-status': String(isAdditive),
    title: narratives(title),
    reference: { '@vocabulary': '99', '@code': code },
    period: periods.map(periodElement),
  };
}

function periodElement({ from, until, target, actuals }: Period): Element {
  return {
    'period-start': { '@iso-date': from },
    'period-end': { '@iso-date': until },
    target: target === undefined ? [] : { '@value': String(target) },
    actual: actuals.map(actualElement),
  };
}

function actualElement({ value, region }: Actual): Element {
  return {
    '@value': String(value),
    ...(region && {
      location: { '@ref': region },
      dimension: { '@name': 'region', '@value': region },
    }),
  };
}

const coded = (code: string): Element => ({ '@code': code });

function narratives(texts: Narrative[]): { narrative: Element[] } {
  return { narrative: texts.map(({ text, language }) => ({ '@xml:lang': language, '#text': clean(text) })) };
}

/** Dollars with cents, exactly. */
function dollars(cents: number): string {
  const [sign, whole] = [cents < 0 ? '-' : '', Math.abs(cents)];
  return `${sign}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`;
}

/** A text without what XML has no place for: control characters, and halves of characters. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .trim();
}
