import { plainText } from '#functions/domain/plainText.ts';

/** What was typed on top of one state of a record, on top of another: the fields that were not touched are as there. */
export function rebased<Form extends object>(typed: Form, begun: Form, current: Form): Form {
  const touched = Object.entries(typed).filter(
    ([name, value]) => plainText(value) !== plainText(new Map(Object.entries(begun)).get(name)),
  );
  return { ...current, ...Object.fromEntries(touched) };
}
