import { XMLParser, XMLValidator } from 'fast-xml-parser';
import * as z from 'zod/mini';

/** An element of a document as it is written: its children in their order. */
export interface Node {
  name: string;
  attributes: Record<string, string>;
  children: Node[];
  text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
});

const Attributes = z.record(z.string(), z.string());
const Written = z.array(z.record(z.string(), z.unknown()));

/** The root of a document; throws where it is not well-formed. */
export function parsed(xml: string): Node {
  const found = XMLValidator.validate(xml);
  if (found !== true) throw new Error(`Not well-formed: ${JSON.stringify(found)}`);
  const [root] = nodesIn(parser.parse(xml)).filter(({ name }) => !name.startsWith('?'));
  if (!root) throw new Error('There is no element.');
  return root;
}

function nodesIn(written: unknown): Node[] {
  return Written.parse(written).flatMap(({ ':@': attributes = {}, ...rest }) =>
    Object.entries(rest)
      .filter(([name]) => name !== '#text')
      .map(([name, inner]) => ({
        name,
        attributes: Attributes.parse(attributes),
        children: nodesIn(inner),
        text: textIn(inner),
      })),
  );
}

function textIn(written: unknown): string {
  return Written.parse(written)
    .map((each) => (typeof each['#text'] === 'string' ? each['#text'] : ''))
    .join('');
}

/** All elements below, at this path of names. */
export function at(node: Node, ...path: string[]): Node[] {
  const [name, ...rest] = path;
  if (name === undefined) return [node];
  return node.children.filter((child) => child.name === name).flatMap((child) => at(child, ...rest));
}
