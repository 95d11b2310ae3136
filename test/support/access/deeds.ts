import { nameFor, tables, type TableName } from '../../../functions/store/tables.ts';
import type { Deed, Loose } from '../stack.ts';

/** What the items of a transaction are allowed as. */
const itemActions: Record<string, string> = {
  Put: 'dynamodb:PutItem',
  Update: 'dynamodb:UpdateItem',
  Delete: 'dynamodb:DeleteItem',
  ConditionCheck: 'dynamodb:ConditionCheckItem',
};

const isTableName = (name: string): name is TableName => name in tables;

function ourName(real: string): string {
  const found = Object.keys(tables)
    .filter(isTableName)
    .find((name) => process.env[nameFor(name)] === real);
  return found ?? real;
}

/** What IAM would ask about a command that the SDK sends. */
export function deedsOf(sent: Loose): Deed[] {
  const { input } = sent;
  const name = sent.constructor.name.replace(/Command$/, '');
  if (input.UserPoolId) return [[`cognito-idp:${name}`, 'userPool']];
  const action = `dynamodb:${name}`;
  if (input.TransactItems)
    return input.TransactItems.flatMap((item: Loose) =>
      Object.entries<Loose>(item).map(([kind, { TableName }]) => [itemActions[kind], ourName(TableName)]),
    );
  return [input.RequestItems ? Object.keys(input.RequestItems) : input.TableName]
    .flat()
    .map((real: string) => [action, ourName(real)]);
}

/** What IAM would ask about a request that we sign ourselves. */
export function postedDeed(asked: Parameters<typeof fetch>[0]): Deed {
  const { pathname } = new URL(asked instanceof Request ? asked.url : asked);
  const [, bucket, folder] = pathname.split('/');
  if (bucket === 'bucket') return ['s3:PutObject', `publication/${folder}/*`];
  return /invocations$/.test(pathname) ? ['lambda:InvokeFunction', 'publish'] : ['ses:SendEmail', 'mail'];
}
