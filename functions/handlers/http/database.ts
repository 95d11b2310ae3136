import { Tracer } from '@aws-lambda-powertools/tracer';
import { Database } from '../../store/database.ts';

const tracer = new Tracer();

/** The database of a function that has tables; apart from the other surroundings, since it is most of a bundle. */
export const database = new Database(process.env, (client) => tracer.captureAWSv3Client(client));
