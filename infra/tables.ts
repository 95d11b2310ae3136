import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Attribute, GlobalSecondaryIndexPropsV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { tables } from '../functions/store/tables.ts';
import type { TableName } from '../functions/store/tables.ts';

interface IndexKeys {
  readonly partitionKey: string;
  readonly sortKey?: string;
  readonly project?: readonly string[];
}

interface TableKeys extends IndexKeys {
  readonly indexes?: Readonly<Record<string, IndexKeys>>;
  readonly expires?: string;
}

/** A table as the functions meet it: its name in the code, the real table and the ARNs of its indexes. */
export interface OwnedTable {
  readonly name: TableName;
  readonly table: TableV2;
  readonly indexArns: string[];
  /** Whom it hurts when the table does not answer: the text of its alarm. */
  readonly ifItFails: string;
}

const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });

const keysOf = (keys: IndexKeys) => ({
  partitionKey: text(keys.partitionKey),
  ...(keys.sortKey === undefined ? {} : { sortKey: text(keys.sortKey) }),
});

function index([indexName, keys]: [string, IndexKeys]): GlobalSecondaryIndexPropsV2 {
  const projection = keys.project
    ? { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...keys.project] }
    : { projectionType: ProjectionType.ALL };
  return { indexName, ...keysOf(keys), ...projection };
}

/** One table per owner of data, with the keys of functions/store/tables.ts; none can be deleted by a deployment. */
export class Tables extends Construct implements Record<TableName, OwnedTable> {
  readonly all: OwnedTable[] = [];
  readonly facilities = this.own('facilities', 'Nobody can open a facility, and no report can be submitted.');
  readonly externalCodes = this.own(
    'externalCodes',
    'Nobody can register a facility, edit one or find one by its code in another register.',
  );
  readonly movedFacilities = this.own(
    'movedFacilities',
    'Managers cannot open a region’s month, and no facility can move to another region.',
  );
  readonly warehouses = this.own(
    'warehouses',
    'Nobody can register a warehouse, or see where they are and who keeps them.',
  );
  readonly donors = this.own('donors', 'No donation can be entered, and lists do not say who gave.');
  readonly donations = this.own('donations', 'What was promised cannot be entered, nor planned for a place.');
  readonly traces = this.own('traces', 'No trace link opens its card, and none can be made or revoked.');
  readonly traceLocators = this.own('traceLocators', 'No trace link opens its card, and none can be made.');
  readonly consignments = this.own(
    'consignments',
    'Deliveries cannot be confirmed, and nobody sees where equipment is; phones keep what was told.',
  );
  readonly placeConsignments = this.own(
    'placeConsignments',
    'A facility does not see its equipment, and nothing can be planned for a place.',
  );
  readonly numberedPlaces = this.own(
    'numberedPlaces',
    'Donors cannot see where their equipment is; nobody else is hurt.',
  );
  readonly trainingSessions = this.own(
    'trainingSessions',
    'Nobody can enter or find a training session, and no facility can move to another region.',
  );
  readonly facilitySessions = this.own(
    'facilitySessions',
    'No training session can be entered, and a facility does not see which it had.',
  );
  readonly monthlyReports = this.own(
    'monthlyReports',
    'Heads cannot submit and managers cannot review; phones keep the figures.',
  );
  readonly solutions = this.own(
    'solutions',
    'Nobody sees which solutions there are, and no facility can adopt one by hand.',
  );
  readonly solutionHolders = this.own(
    'solutionHolders',
    'Nothing can be planned for a solution or adopted, and edited terms reach no facility.',
  );
  readonly solutionIndicators = this.own(
    'solutionIndicators',
    'No solution can be registered, and none can change its indicators.',
  );
  readonly targets = this.own('targets', 'Nobody sees the plan, and no target can be set.');
  readonly milestones = this.own('milestones', 'Charts show no milestones, and none can be entered.');
  readonly progress = this.own(
    'progress',
    'The overview stays empty, and nothing that changes a figure can be saved.',
  );
  readonly history = this.own(
    'history',
    'Nothing can be saved: every change writes its line of history with it.',
  );
  readonly releases = this.own(
    'releases',
    'No release can be made or opened; figures that were cited cannot be looked up.',
  );
  readonly releaseParts = this.own('releaseParts', 'No release can be made, and none shows its figures.');
  readonly reminders = this.own('reminders', 'No reminder of a report is sent; nobody is sent one twice.');
  readonly emails = this.own('emails', 'Nobody can be added, or get another e-mail address.');
  readonly accounts = this.own('accounts', 'Nobody can sign in: it is not known who they are to us.');

  constructor(scope: Construct) {
    super(scope, 'Tables');
  }

  private own(name: TableName, ifItFails: string): OwnedTable {
    const keys: TableKeys = tables[name];
    const indexes = Object.entries(keys.indexes ?? {});
    const table = new TableV2(this, name, {
      ...keysOf(keys),
      globalSecondaryIndexes: indexes.map(index),
      timeToLiveAttribute: keys.expires,
      // The account's own AWS-managed key: every use is in CloudTrail, without the cost and care of a key of our own.
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const indexArns = indexes.map(([indexName]) => `${table.tableArn}/index/${indexName}`);
    const owned = { name, table, indexArns, ifItFails };
    this.all.push(owned);
    return owned;
  }
}
