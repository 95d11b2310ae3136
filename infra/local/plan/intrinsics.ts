import { UserError } from '../userError.ts';

/** What a template value becomes on this machine: references turn into names made of logical ids. */
export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain | undefined };

const pseudo: Record<string, string> = {
  'AWS::AccountId': '000000000000',
  'AWS::Partition': 'aws',
  'AWS::Region': 'local',
  'AWS::StackName': 'local',
  'AWS::StackId': 'local',
  'AWS::URLSuffix': 'local',
};

const nameOf = (reference: string): string => pseudo[reference] ?? reference;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** GetAtt answers this, so that whoever holds the value can find the resource again. */
export const attribute = (logicalId: string, name: string): string => `${logicalId}.${name}`;

function join(value: unknown): string {
  if (!Array.isArray(value) || typeof value[0] !== 'string' || !Array.isArray(value[1])) {
    throw new UserError('The template has an Fn::Join of a form that the local runner does not know.');
  }
  return value[1].map((part) => textOf(resolve(part))).join(value[0]);
}

function textOf(part: Plain): string {
  if (typeof part === 'string' || typeof part === 'number') return String(part);
  throw new UserError('The template joins something that is not text.');
}

function getAtt(value: unknown): string {
  const [logicalId, name]: unknown[] = typeof value === 'string' ? value.split('.', 2) : [value].flat();
  return attribute(String(logicalId), String(name));
}

function sub(value: unknown): string {
  if (typeof value !== 'string') {
    throw new UserError('The template has an Fn::Sub with variables, which the local runner does not know.');
  }
  return value.replaceAll(/\$\{([^}]+)\}/g, (_, reference: string) => nameOf(reference));
}

const functions: Record<string, (argument: unknown) => Plain> = {
  Ref: (argument) => nameOf(String(argument)),
  'Fn::GetAtt': getAtt,
  'Fn::Join': join,
  'Fn::Sub': sub,
};

/** Replaces every intrinsic function in a template value; an unknown one is refused by name. */
export function resolve(value: unknown): Plain {
  if (Array.isArray(value)) return value.map(resolve);
  if (isRecord(value)) return resolveRecord(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
}

function resolveRecord(value: Record<string, unknown>): Plain {
  const entries = Object.entries(value);
  const [key, argument] = entries[0] ?? [];
  if (entries.length === 1 && key !== undefined && (key === 'Ref' || key.startsWith('Fn::'))) {
    const known = functions[key];
    if (!known) throw new UserError(`The template uses ${key}, which the local runner does not know.`);
    return known(argument);
  }
  return Object.fromEntries(entries.map(([name, part]) => [name, resolve(part)]));
}
