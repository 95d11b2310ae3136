import Builder from 'fast-xml-builder';
import type { Element } from '../../domain/iati/elements.ts';

const builder = new Builder({
  attributeNamePrefix: '@',
  ignoreAttributes: false,
  format: true,
  suppressEmptyNode: true,
  // Else a "true" would be an attribute without a value, which is none in XML.
  suppressBooleanAttributes: false,
});

/** Elements as a text of XML, with all markup in their texts escaped. */
export function xmlOf(element: Element): string {
  return builder.build(element);
}
