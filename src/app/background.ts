import type { INestApplicationContext } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.port';
import { SharedClock } from '../platform/clock/shared-clock';
import { onceADay } from '../platform/deadlines/once-a-day';
import { Planner } from '../platform/deadlines/planner';
import { TickLoop } from '../platform/deadlines/tick-loop';
import { ReadDatabase, UnitOfWork } from '../platform/persistence';
import { BackgroundWork } from '../platform/relay/background-work';
import { Housekeeping } from '../platform/relay/housekeeping';
import { anchorFinishedDays } from './daily-anchor';

/** Pause between two looks at the deadlines. Reminders are due by the minute at the most. */
const PLANNER_PAUSE_MS = 1_000;

/** Starts what a worker does: jobs, relay, the watch over deadlines, the daily anchor and the daily clean-up. */
export async function startBackground(app: INestApplicationContext): Promise<void> {
  const planner = app.get(Planner, { strict: false });
  const unitOfWork = app.get(UnitOfWork, { strict: false });
  const reads = app.get(ReadDatabase, { strict: false });
  const clock = app.get(Clock, { strict: false });
  const loop = new TickLoop(
    clock,
    [
      ...(clock instanceof SharedClock ? [{ name: 'clock', run: () => clock.follow(reads) }] : []),
      { name: 'planner', run: (now) => planner.tick(now) },
      onceADay({ name: 'anchor', run: (now) => anchorFinishedDays(unitOfWork, reads, now) }),
      onceADay(app.get(Housekeeping, { strict: false })),
    ],
    PLANNER_PAUSE_MS,
  );
  await app.get(BackgroundWork, { strict: false }).start([loop]);
}
