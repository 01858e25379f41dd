import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import { loadConfig } from '../../../config';
import { atLocalTime, localDate, type Instant } from '../../../workflows/kernel';
import { SharedClock } from '../../platform/clock/shared-clock';
import { UnitOfWork } from '../../platform/persistence';
import { standardOutput, withApp, type JsonOption } from './cli-context';
import { UsageError } from './usage-error';

/** `thidua clock`: shows and moves the clock that the processes of a demonstration share. Never in production. */
export function clockCommand(program: Command): void {
  const clock = program
    .command('clock')
    .description('Show or move the clock of a demonstration (THIDUA_CLOCK=shared; never in production)');
  clock
    .command('show')
    .description('What time it is for all processes over this database')
    .option('--json', 'as JSON')
    .action((options: JsonOption) => onClock(options, () => Promise.resolve()));
  clock
    .command('set')
    .description('Make it another moment; reminders and deadlines follow')
    .argument('<moment>', 'in Vietnam, like "2024-03-15 08:00"')
    .option('--json', 'as JSON')
    .action((text: string, options: JsonOption) => {
      const moment = momentOf(text);
      return onClock(options, (shared, app) => unitOfWork(app).run((tx) => shared.put(tx, moment)));
    });
  clock
    .command('reset')
    .description("Make it the machine's time again")
    .option('--json', 'as JSON')
    .action((options: JsonOption) => onClock(options, (shared, app) => unitOfWork(app).run((tx) => shared.reset(tx))));
}

/** Does the work and prints what time it is then. Throws UsageError where the clock is the machine's. */
async function onClock(
  { json = false }: JsonOption,
  work: (clock: SharedClock, app: INestApplicationContext) => Promise<void>,
): Promise<void> {
  if (loadConfig().clock !== 'shared') {
    throw new UsageError("The clock is the machine's: start every process with THIDUA_CLOCK=shared to move it");
  }
  const now = await withApp(async (app) => {
    const clock = app.get(SharedClock, { strict: false });
    await work(clock, app);
    return clock.now();
  });
  if (json) standardOutput.json({ now });
  else standardOutput.line(now);
}

function unitOfWork(app: INestApplicationContext): UnitOfWork {
  return app.get(UnitOfWork, { strict: false });
}

function momentOf(text: string): Instant {
  const [date = '', time = '', ...rest] = text.split(' ');
  try {
    if (rest.length > 0) throw new RangeError(`"${text}" is more than a day and a time`);
    return atLocalTime(localDate(date), time);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`${error.message}: write it like "2024-03-15 08:00"`);
    throw error;
  }
}
