import { Logger } from '@nestjs/common';
import { aRulebook } from '../../workflows/rulebook/testing/rulebook-samples';
import { instant, localDate } from '../../workflows/kernel';
import { VirtualClock } from '../platform/clock';
import { EndingsWatch } from './endings-watch';
import { RulebooksService } from './rulebooks.service';

describe(EndingsWatch.name, () => {
  const rulebooks = new RulebooksService({
    hash: 'sample',
    rulebooks: [aRulebook({ effectiveTo: localDate('2027-02-28') })],
    baseSalaries: [],
    reminders: [],
    calendar: { years: [], daysOff: [], swappedWorkingDays: [], version: 'sample' },
  });
  const warnedAt = (now: string): readonly unknown[] => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    new EndingsWatch(rulebooks, new VirtualClock(instant(now))).onApplicationBootstrap();
    const lines = warn.mock.calls.map(([line]: unknown[]) => line);
    warn.mockRestore();
    return lines;
  };

  it('warns from 90 days before a rulebook ends without a successor', () => {
    // 90 days before is 2026-11-30, which begins in Vietnam at 17:00 of the day before in UTC.
    expect(warnedAt('2026-11-29T16:59:59.000Z')).toEqual([]);
    expect(warnedAt('2026-11-29T17:00:00.000Z')).toEqual([
      'The rulebook vn-r3 ends on 2027-02-28 and nothing follows it: add its successor to config/rulebooks',
    ]);
  });
});
