import { join } from 'node:path';
import { build, stackFolder } from './build.ts';
import { UserError } from './userError.ts';
import { Functions } from './functions/functions.ts';
import { main } from './main.ts';
import { readPlan } from './plan/index.ts';
import type { Plan } from './plan/index.ts';
import { countryIn } from './data/sample.ts';
import { ensureRunning } from './runningSystem.ts';
import { settingsFrom } from './settings.ts';

/** Does on the running system what a schedule would do on AWS; prints the function's answer. */
async function fire(plan: Plan, wished: string): Promise<void> {
  const schedule = plan.schedules.find(({ name }) => name === wished);
  if (!schedule) throw new UserError(`There is no schedule named ${wished}.`);
  const { dataDir } = settingsFrom(process.env);
  const { environment, url, mail, objects, today, hasSample } = await ensureRunning(dataDir);
  const dynamodb = environment['AWS_ENDPOINT_URL_DYNAMODB'] ?? '';
  const functions = new Functions(plan, { dynamodb, mail, objects, url }, join(dataDir, 'logs'), {
    today,
    hasSample,
  });
  const event: unknown = JSON.parse(schedule.input);
  const answer = await functions.invoke(schedule.functionArn, event).finally(() => functions.stop());
  console.log(`${wished} is done: ${JSON.stringify(answer)}`);
}

/** Lists what happens by the clock on AWS; with the name of one, does it now. */
await main(async () => {
  await build(countryIn(settingsFrom(process.env)));
  const plan = readPlan(stackFolder);
  const [, , wished] = process.argv;
  if (wished !== undefined) return fire(plan, wished);
  for (const { name, when, description } of plan.schedules) console.log(`${name}  ${when}  ${description}`);
});
