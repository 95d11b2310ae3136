import { at, type Node } from './parsed.ts';

type Rule = (activity: Node, context: { root: Node; today: string }) => boolean;

const value = (node: Node | undefined, name: string): string => node?.attributes[name] ?? '';
const days = (activity: Node, ...types: string[]): string[] =>
  at(activity, 'activity-date')
    .filter((date) => types.includes(value(date, 'type')))
    .map((date) => value(date, 'iso-date'));
const identifier = (activity: Node): string => at(activity, 'iati-identifier')[0]?.text.trim() ?? '';
const shares = (nodes: Node[]): number =>
  nodes.length === 1 && value(nodes[0], 'percentage') === ''
    ? 100
    : nodes.reduce((sum, node) => sum + Number(value(node, 'percentage')), 0);
const below = (node: Node): Node[] => [node, ...node.children.flatMap(below)];
const named = (node: Node, ...names: string[]): Node[] =>
  below(node).filter(({ name }) => names.includes(name));

/** The standard's rules that its schema does not hold, by their numbers; each is whether an activity keeps it. */
const rules: Record<string, Rule> = {
  'one reporting organisation': (activity, { root }) =>
    new Set(at(root, 'iati-activity', 'reporting-org').map((org) => value(org, 'ref'))).size === 1 &&
    value(at(activity, 'reporting-org')[0], 'ref') !== '',
  'identifiers differ': (activity, { root }) =>
    at(root, 'iati-activity').filter((other) => identifier(other) === identifier(activity)).length === 1,
  '1.1.3': (activity) => identifier(activity) !== value(at(activity, 'reporting-org')[0], 'ref'),
  '1.1.21': (activity) =>
    identifier(activity).startsWith(`${value(at(activity, 'reporting-org')[0], 'ref')}-`),
  '1.3.13': (activity) =>
    below(activity)
      .flatMap(({ attributes }) => [
        attributes['ref'] ?? '',
        attributes['provider-activity-id'] ?? '',
        attributes['receiver-activity-id'] ?? '',
        attributes['activity-id'] ?? '',
      ])
      .concat(identifier(activity))
      .every((id) => /^[^/&|?\s]*$/.test(id)),
  '3.4.2': (activity) =>
    shares([...at(activity, 'recipient-country'), ...at(activity, 'recipient-region')]) === 100,
  '3.7.1': (activity) =>
    at(activity, 'recipient-country').length + at(activity, 'recipient-region').length > 0,
  '4.1.1': (activity) =>
    value(activity, 'xml:lang') !== '' ||
    named(activity, 'narrative').every((one) => value(one, 'xml:lang') !== ''),
  '6.2.2': (activity) =>
    (at(activity, 'sector').length > 0 && shares(at(activity, 'sector')) === 100) ||
    (at(activity, 'transaction').length > 0 &&
      at(activity, 'transaction').every((one) => at(one, 'sector').length > 0)),
  '6.10.1': (activity) =>
    named(activity, 'participating-org', 'provider-org', 'receiver-org').every(
      (org) => value(org, 'ref') !== '' || at(org, 'narrative').some(({ text }) => text.trim() !== ''),
    ),
  '6.11.1': (activity) => days(activity, '1', '2').length > 0,
  'a planned or an actual end after the start': (activity) =>
    days(activity, '3', '4').every((end) => days(activity, '1', '2').every((start) => start <= end)),
  '7.5.3': (activity) => at(activity, 'budget').length === 0,
  '7.8.1': (activity) =>
    value(activity, 'default-currency') !== '' ||
    named(activity, 'value').every((one) => value(one, 'currency') !== ''),
  '8.6.1': (activity) =>
    named(activity, 'period').every(
      (one) => value(at(one, 'period-start')[0], 'iso-date') < value(at(one, 'period-end')[0], 'iso-date'),
    ),
  '8.8.1, 8.9.1, 8.10.1': (activity) =>
    named(activity, 'target', 'actual', 'baseline').every((one) => value(one, 'value') !== ''),
  '8.11.1': (activity) =>
    at(activity, 'result').every(
      (result) => at(result, 'reference').length === 0 || at(result, 'indicator', 'reference').length === 0,
    ),
  '9.117.1': (activity) =>
    named(activity, 'location-id', 'administrative').every((one) => value(one, 'vocabulary') !== 'A4'),
  'locations of results are declared': (activity) => {
    const known = at(activity, 'location').map((one) => value(one, 'ref'));
    return at(activity, 'result')
      .flatMap((result) => named(result, 'location'))
      .every((one) => known.includes(value(one, 'ref')));
  },
  '11.1.4': (activity, { today }) => days(activity, '2', '4').every((on) => on <= today),
  '11.2.1': (activity, { today }) =>
    at(activity, 'transaction', 'transaction-date').every((one) => value(one, 'iso-date') <= today),
  'texts are not empty': (activity) => named(activity, 'narrative').every(({ text }) => text.trim() !== ''),
};

export const ruleNames = Object.keys(rules);

/** The rules that a document breaks, and where. */
export function rulesBroken(root: Node, today: string): string[] {
  return at(root, 'iati-activity').flatMap((activity) =>
    Object.entries(rules)
      .filter(([, keeps]) => !keeps(activity, { root, today }))
      .map(([name]) => `${identifier(activity)} breaks ${name}`),
  );
}
