import { Database } from '../../store/database.ts';
import { logger } from './runtime.ts';

/** The database of a function that has tables; apart from the other surroundings, since it is most of a bundle. */
export const database = new Database(process.env, (row) => logger.error('unreadable row', { row }));
