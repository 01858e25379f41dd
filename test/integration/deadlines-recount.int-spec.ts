import { firstEnd, localDate, type DeadlineSpec, type Term, type VersionedCalendar } from '../../workflows/kernel';
import { readCountedDeadline } from '../../src/platform/deadlines/counted-deadline';
import { RecountDeadlinePayload } from '../../src/platform/deadlines/recount-deadline.payload';
import type { JobContext } from '../../src/platform/queue/job-handler';
import { OnJob } from '../../src/platform/queue/on-job.decorator';
import type { Rig, RigOptions } from './background-rig';
import { sampleRulebooks } from './reminder-samples';
import { occurrences } from './told';
import { describeOnBoth, useRig, vn } from './use-rig';

const TERM: Term = { days: 6, unit: 'workingDays', countsFirstDay: false, movesFromDayOff: false };

/** Of 2024 everything is known; of 2025 nothing, then a made-up week off, then the same without one of its days. */
const CALENDARS = {
  before: calendar('before', [2024], []),
  after: calendar('after', [2024, 2025], ['2025-01-01', '2025-01-02', '2025-01-03']),
  same: calendar('same', [2024, 2025], []),
};

function calendar(version: string, years: readonly number[], daysOff: readonly string[]): VersionedCalendar {
  return { version, years, daysOff: daysOff.map(localDate), swappedWorkingDays: [] };
}

function counted(known: VersionedCalendar): DeadlineSpec {
  const end = firstEnd(localDate('2024-12-26'), [TERM], known);
  if (!end) throw new Error('A term has an end');
  const { dueOn } = end;
  return { key: 'report', kind: 'campaign.reportDue', dueOn, counted: { ...end.counted, recountJob: 'recount-thing' } };
}

/** What a feature does: it counts again with the days that it knows, and moves its deadline. */
class Recounts {
  constructor(
    private readonly rig: Rig,
    private readonly known: VersionedCalendar,
  ) {}

  @OnJob({ job: 'recount-thing', payload: RecountDeadlinePayload })
  async recount(payload: RecountDeadlinePayload, context: JobContext): Promise<void> {
    const deadline = await readCountedDeadline(this.rig.persistence.reads, payload);
    if (deadline) await this.rig.sync([deadline.spec], [counted(this.known)]);
    await context.once(() => Promise.resolve());
  }
}

function knowing(known: VersionedCalendar): Partial<RigOptions> {
  return {
    now: vn('2024-12-26', '07:00'),
    rulebooks: sampleRulebooks(undefined, undefined, known),
    jobs: (rig) => [new Recounts(rig, known)],
  };
}

const rowOf = (rig: Rig): Promise<object[]> =>
  rig.rows('SELECT due_on, calendar_version, is_provisional, generation, status FROM deadlines');

describeOnBoth('deadlines that were counted in working days', (database) => {
  const { rig: make } = useRig(database);

  it('keep the version of the calendar, and whether they are provisional', async () => {
    const rig = await make(knowing(CALENDARS.before));
    await rig.sync([], [counted(CALENDARS.before)]);
    expect(await rowOf(rig)).toEqual([
      { due_on: '2025-01-03', calendar_version: 'before', is_provisional: 1, generation: 1, status: 'armed' },
    ]);
  });

  it('are counted anew at the next start with other days, once; what was told stays told', async () => {
    const first = await make(knowing(CALENDARS.before));
    await first.sync([], [counted(CALENDARS.before)]);
    await first.tickAt(vn('2024-12-27', '08:00'));
    const told = await occurrences(first);
    const later = { ...knowing(CALENDARS.after), now: vn('2024-12-30', '07:00') };
    await first.stop();
    for (let starts = 0; starts < 2; starts += 1) {
      const rig = await make(later);
      await rig.tickAt(rig.clock.now());
      await rig.stop();
    }
    expect(await rowOf(first)).toEqual([
      { due_on: '2025-01-08', calendar_version: 'after', is_provisional: 0, generation: 2, status: 'armed' },
    ]);
    expect(told).toEqual(['-7 told']);
    const [notice] = await first.rows<{ vi: string }>('SELECT message_vi AS vi FROM notices');
    expect(notice?.vi).toContain('(Tạm tính: ');
    expect(await occurrences(first)).toEqual(expect.arrayContaining(told));
    expect(await first.rows("SELECT job FROM outbox WHERE job = 'recount-thing'")).toHaveLength(1);
  });

  it('are final without being told again when the day stays', async () => {
    const first = await make(knowing(CALENDARS.before));
    await first.sync([], [counted(CALENDARS.before)]);
    const rig = await make(knowing(CALENDARS.same));
    await rig.tickAt(vn('2024-12-26', '07:30'));
    expect(await rowOf(rig)).toEqual([
      { due_on: '2025-01-03', calendar_version: 'same', is_provisional: 0, generation: 1, status: 'armed' },
    ]);
  });

  it('stay as they are with the same days, and when they have passed', async () => {
    const first = await make(knowing(CALENDARS.before));
    await first.sync([], [counted(CALENDARS.before)]);
    await first.tickAt(vn('2024-12-26', '07:30'));
    await first.tickAt(vn('2025-01-04', '00:00'));
    const rig = await make({ ...knowing(CALENDARS.after), now: vn('2025-01-05', '00:00') });
    await rig.tickAt(rig.clock.now());
    expect(await rig.rows("SELECT job FROM outbox WHERE job = 'recount-thing'")).toEqual([]);
    expect(await rowOf(rig)).toMatchObject([{ due_on: '2025-01-03', status: 'passed' }]);
  });
});
