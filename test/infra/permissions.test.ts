import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { nameFor, tables, type TableName } from '../../functions/store/tables.ts';
import { accessMatrix, functionsOf, makeStack, ofType, statementsOf, type Loose } from '../support/stack.ts';
import { requestsOfEveryRoute } from '../support/requests.ts';

const template = Template.fromStack(makeStack().stack);

test('each function may touch its own tables, and nothing else', () => {
  expect(accessMatrix(template)).toEqual({
    about: '',
    accounts: '',
    people:
      'accounts cpr, donors r, emails dpr, facilities r, history pr, userPool AdminAddUserToGroup AdminCreateUser AdminDisableUser AdminEnableUser AdminGetUser AdminRemoveUserFromGroup AdminUpdateUserAttributes AdminUserGlobalSignOut',
    facilities:
      'consignments pr, externalCodes dpr, facilities cru, facilitySessions r, history pr, monthlyReports cpr, movedFacilities p, placeConsignments pr, progress u, solutionHolders dp, solutions r, trainingSessions pr, warehouses r',
    reports: 'facilities cru, history pr, monthlyReports pr, movedFacilities r, progress u',
    solutions:
      'consignments pr, facilities cru, history pr, progress u, solutionHolders pr, solutionIndicators dpr, solutions pr, warehouses r',
    donors: 'donors pr, history pr',
    donations:
      'consignments pr, donations pr, donors r, facilities cr, history pr, numberedPlaces pr, placeConsignments p, progress ru, solutionHolders p, solutions r, traceLocators p, traces pr, warehouses r',
    consignments:
      'consignments pr, donations pr, facilities cru, history pr, monthlyReports r, placeConsignments pr, progress u, solutionHolders p, solutions r, warehouses r',
    trace: 'consignments r, facilities r, monthlyReports r, traceLocators r, traces r, warehouses r',
    training: 'facilities cr, facilitySessions pr, history pr, progress u, solutions r, trainingSessions pr',
    iati: 'donations r, donors r, progress r, releaseParts r, releases r',
    warehouses: 'history pr, progress u, warehouses pr',
    plan: 'history pr, milestones pr, targets pr',
    progress: 'progress r, releaseParts r, releases r',
    map: 'facilities r',
    releases:
      'donors r, facilities r, history pr, milestones r, monthlyReports r, movedFacilities r, progress r, publish InvokeFunction, releaseParts pr, releases pr',
    openData: 'releaseParts r, releases r',
    publish: 'publication/embed/* PutObject, publication/public/* PutObject, releaseParts r, releases r',
    explain:
      'consignments r, donations r, facilities r, monthlyReports r, movedFacilities r, placeConsignments r, progress r, solutions r, trainingSessions r, warehouses r',
    reminders: 'accounts pr, history pr',
    sendReminders: 'accounts r, facilities r, mail SendEmail, monthlyReports r, reminders dpr',
    bounces: 'accounts pr, history pr',
    preToken: 'accounts r',
    rebuild:
      'accounts ps, consignments su, donations s, donors s, facilities rsu, milestones s, monthlyReports crs, placeConsignments p, progress dsu, releases s, solutions s, targets s, traces s, trainingSessions s, warehouses s',
  });
});

test('a function may do what it was seen to do with its tables, and no more', async () => {
  expect(await requestsOfEveryRoute()).toEqual(accessMatrix(template));
});

test('a function knows the names of exactly the tables it may touch', () => {
  const matrix = accessMatrix(template);
  const isTable = (name: string): name is TableName => name in tables;

  for (const [name, , { Properties }] of functionsOf(template)) {
    const may = (matrix[name] ?? '')
      .split(', ')
      .map((each) => each.split(' ')[0] ?? '')
      .filter(isTable);
    const known = Object.keys(Properties['Environment'].Variables).filter((each) => each.endsWith('_TABLE'));
    expect(known.sort(), name).toEqual(may.map(nameFor).sort());
  }
});

test('no statement of a function is about everything', () => {
  for (const [name, , { Properties }] of functionsOf(template)) {
    const open = statementsOf(template, Properties['Role']['Fn::GetAtt'][0]).filter(({ Resource }) =>
      JSON.stringify(Resource).includes('*'),
    );
    // Of its own bucket, whose files are as many as releases, languages and figures.
    const folders = open.flatMap(({ Resource }) => [Resource].flat().map((each) => each['Fn::Join'][1][1]));
    expect(folders, name).toEqual(name === 'publish' ? ['/public/*', '/embed/*'] : []);
  }
});

test('no two functions share a role', () => {
  const roles = functionsOf(template).map(([, , { Properties }]) => Properties['Role']['Fn::GetAtt'][0]);

  expect(new Set(roles).size).toBe(roles.length);
});

test('nothing but its schedule starts the rebuild, and that only asks for a check', () => {
  const [, rebuild = ''] = functionsOf(template).find(([name]) => name === 'rebuild') ?? [];
  const isAbout = (what: Loose) => JSON.stringify(what).includes(rebuild);

  const invoking = ofType(template, 'AWS::IAM::Policy').filter(([, { Properties }]) =>
    Properties['PolicyDocument'].Statement.some(
      ({ Action, Resource }: Loose) => Action === 'lambda:InvokeFunction' && isAbout(Resource),
    ),
  );
  const permitted = ofType(template, 'AWS::Lambda::Permission').filter(([, { Properties }]) =>
    isAbout(Properties['FunctionName']),
  );
  const scheduled = ofType(template, 'AWS::Scheduler::Schedule')
    .map(([, { Properties }]) => Properties)
    .filter(({ Target }) => isAbout(Target.Arn));

  expect(invoking.map(([id]) => id)).toEqual([expect.stringMatching(/^NightlyRebuildrole/)]);
  expect(permitted).toEqual([]);
  expect(scheduled.map(({ Target }) => Target.Input)).toEqual(['{"job":"check"}']);
});

test('nothing publishes but a release that is made, a deployment that has ended, and the night', () => {
  const [, publish = ''] = functionsOf(template).find(([name]) => name === 'publish') ?? [];
  const isAbout = (what: Loose) => JSON.stringify(what).includes(publish);
  const mayInvoke = ofType(template, 'AWS::IAM::Policy').filter(([, { Properties }]) =>
    Properties['PolicyDocument'].Statement.some(
      ({ Action, Resource }: Loose) => Action === 'lambda:InvokeFunction' && isAbout(Resource),
    ),
  );
  const permitted = ofType(template, 'AWS::Lambda::Permission')
    .map(([, { Properties }]) => Properties)
    .filter(({ FunctionName }) => isAbout(FunctionName));
  const [[rule = '', { Properties }] = ['', { Properties: {} }]] = ofType(template, 'AWS::Events::Rule');

  expect(mayInvoke.map(([id]) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual([
    'FunctionsreleasesRoleDefaultPolicy',
    'PublicationNightlyroleDefaultPolicy',
  ]);
  expect(permitted.map(({ Principal, SourceArn }) => [Principal, SourceArn])).toEqual([
    ['events.amazonaws.com', { 'Fn::GetAtt': [rule, 'Arn'] }],
  ]);
  expect(Properties).toMatchObject({
    EventPattern: {
      source: ['aws.cloudformation'],
      detail: {
        'stack-id': [{ Ref: 'AWS::StackId' }],
        'status-details': { status: ['CREATE_COMPLETE', 'UPDATE_COMPLETE'] },
      },
    },
    Targets: [{ Input: '{"job":"publishAll"}' }],
  });
});

test('the scheduler acts in our name for the schedules of this stack only', () => {
  const groups = ofType(template, 'AWS::Scheduler::ScheduleGroup').map(([id]) => id);
  const trusting = ofType(template, 'AWS::IAM::Role')
    .flatMap(([, { Properties }]) => Properties['AssumeRolePolicyDocument'].Statement)
    .filter(({ Principal }) => Principal.Service === 'scheduler.amazonaws.com');

  expect(groups).toHaveLength(3);
  expect(trusting.map(({ Condition }) => Condition)).toEqual(
    groups.map((group) => ({
      StringEquals: {
        'aws:SourceAccount': { Ref: 'AWS::AccountId' },
        'aws:SourceArn': { 'Fn::GetAtt': [group, 'Arn'] },
      },
    })),
  );
});

test('letters go out in the sender’s name only, and only SES tells of those that come back', () => {
  const sends = functionsOf(template).flatMap(([name, , { Properties }]) =>
    statementsOf(template, Properties['Role']['Fn::GetAtt'][0])
      .filter(({ Action }) => [Action].flat().some((action: string) => action.startsWith('ses:')))
      .map(({ Action, Condition }) => ({ name, Action, Condition })),
  );
  const told = ofType(template, 'AWS::SNS::TopicPolicy')
    .flatMap(([, { Properties }]) => Properties['PolicyDocument'].Statement)
    .filter(({ Principal }) => Principal.Service === 'ses.amazonaws.com');
  const [[, subscription] = []] = ofType(template, 'AWS::SNS::Subscription');
  const [, bounces = ''] = functionsOf(template).find(([name]) => name === 'bounces') ?? [];

  expect(sends).toEqual([
    {
      name: 'sendReminders',
      Action: 'ses:SendEmail',
      Condition: { StringEquals: { 'ses:FromAddress': 'reports@example.org' } },
    },
  ]);
  expect(told.map(({ Action, Condition }) => [Action, Object.keys(Condition.StringEquals)])).toEqual([
    ['sns:Publish', ['AWS:SourceAccount', 'AWS:SourceArn']],
  ]);
  expect(subscription?.Properties).toMatchObject({
    Protocol: 'lambda',
    Endpoint: { 'Fn::GetAtt': [bounces, 'Arn'] },
  });
});

test('heads are reminded in the morning of their country', () => {
  const [reminders] = ofType(template, 'AWS::Scheduler::Schedule')
    .map(([, { Properties }]) => Properties)
    .filter(({ Target }) => Target.Input === '{"job":"remind"}');

  expect(reminders).toMatchObject({
    ScheduleExpression: 'cron(0 8 * * ? *)',
    ScheduleExpressionTimezone: 'Europe/Kyiv',
  });
});
