import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Node } from './parsed.ts';

/** An element as the official schema has it: each of its children so often, and in this order. */
interface Declared {
  name: string;
  least: number;
  most: number;
  attributes: Map<string, { isMandatory: boolean; type: string }>;
  textType: string;
  children: Declared[];
}

const line =
  /^(?<indent> *)(?<name>\S+)(?: \[(?<least>\d+)\.\.(?<most>\d+|n)\])?(?<types>.*?)(?:@\[(?<attributes>.*)\])?$/;

/** The official schema's structure: a line an element, `*` what is mandatory. */
const activities = declaredIn(readFileSync(join(import.meta.dirname, 'activities-2.03.txt'), 'utf8'));

function declaredIn(tree: string): Declared {
  const path: Declared[] = [];
  for (const text of tree.split('\n').filter(Boolean)) {
    const {
      indent = '',
      name = '',
      least = '1',
      most = '1',
      types = '',
      attributes = '',
    } = line.exec(text)?.groups ?? {};
    const declared: Declared = {
      name,
      least: Number(least),
      most: most === 'n' ? Infinity : Number(most),
      attributes: new Map(attributes.split(', ').filter(Boolean).map(attributeIn)),
      textType: /(?:base|type)=xsd:(\w+)/.exec(types)?.[1] ?? '',
      children: [],
    };
    const depth = indent.length / 2;
    path[depth - 1]?.children.push(declared);
    path[depth] = declared;
  }
  const [root] = path;
  if (!root) throw new Error('The schema has no root.');
  return root;
}

function attributeIn(text: string) {
  const [, name = '', star = '', type = ''] = /^(.+?)(\*?):(\w*)$/.exec(text) ?? [];
  return [name, { isMandatory: star === '*', type }] as const;
}

const forms: Record<string, RegExp> = {
  date: /^\d{4}-\d\d-\d\d$/,
  dateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  decimal: /^-?\d+(\.\d+)?$/,
  boolean: /^(true|false|1|0)$/,
  int: /^-?\d+$/,
  positiveInteger: /^[1-9]\d*$/,
  nonNegativeInteger: /^\d+$/,
};

/** What of a document is not as the schema has it. */
export function schemaFaults(root: Node): string[] {
  return root.name === activities.name
    ? faultsOf(root, activities, root.name)
    : [`The root is ${root.name}.`];
}

function faultsOf(node: Node, declared: Declared, path: string): string[] {
  return [
    ...attributeFaults(node, declared, path),
    ...(isInForm(node.text.trim(), declared.textType) ? [] : [`${path} holds "${node.text}"`]),
    ...orderFaults(node, declared, path),
    ...node.children.flatMap((child) => {
      const known = declared.children.find(({ name }) => name === child.name);
      return known ? faultsOf(child, known, `${path}/${child.name}`) : [];
    }),
  ];
}

function attributeFaults({ attributes }: Node, declared: Declared, path: string): string[] {
  const missing = [...declared.attributes]
    .filter(([name, { isMandatory }]) => isMandatory && attributes[name] === undefined)
    .map(([name]) => `${path} has no @${name}`);
  const wrong = Object.entries(attributes).flatMap(([name, value]) => {
    const known = declared.attributes.get(name);
    if (!known) return [`${path} cannot have @${name}`];
    return isInForm(value, known.type) ? [] : [`${path}/@${name} is "${value}"`];
  });
  return [...missing, ...wrong];
}

function orderFaults({ children }: Node, declared: Declared, path: string): string[] {
  const order = declared.children.map(({ name }) => name);
  const places = children.map(({ name }) => order.indexOf(name));
  const counts = declared.children.flatMap(({ name, least, most }) => {
    const count = children.filter((child) => child.name === name).length;
    return count < least || count > most ? [`${path} has ${count} ${name}`] : [];
  });
  const strangers = children.flatMap(({ name }) =>
    order.includes(name) ? [] : [`${path} cannot have ${name}`],
  );
  const isInOrder = places.every((place, index) => place >= (places[index - 1] ?? 0));
  return [
    ...counts,
    ...strangers,
    ...(isInOrder ? [] : [`${path} is not in order: ${children.map(({ name }) => name).join(', ')}`]),
  ];
}

const isInForm = (value: string, type: string): boolean => forms[type]?.test(value) ?? true;
