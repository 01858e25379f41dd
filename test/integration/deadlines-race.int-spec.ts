import { addDays, localDate, type DeadlineSpec } from '../../workflows/kernel';
import { VirtualClock } from '../../src/platform/clock';
import { due, OFFICER, REPORT_RULE, sampleRulebooks } from './reminder-samples';
import { noticesTo, occurrences } from './told';
import { describeOnBoth, START, useRig, vn } from './use-rig';

const MANY = Array.from({ length: 300 }, (_, index) => due('campaign.reportDue', '2024-03-15', `report:${index}`));

describeOnBoth('deadlines under competition', (database) => {
  const { rig: make } = useRig(database);

  it('are told once by two planners that look at the same time', async () => {
    const clock = new VirtualClock(START);
    const rigs = [await make({ clock }), await make({ clock })];
    const [one] = rigs;
    one!.directory.seats = { unitOfficer: [OFFICER] };
    await one!.sync([], MANY);
    clock.set(vn('2024-03-08', '08:00'));
    const ticks = await Promise.all([...rigs, ...rigs].map((rig) => rig.planner.tick(clock.now())));
    await one!.relay.drain();
    await one!.planner.tick(clock.now());
    await one!.relay.drain();
    expect(ticks.reduce((sum, { planned }) => sum + planned, 0)).toBe(300);
    expect(await noticesTo(one!, OFFICER)).toHaveLength(300);
    expect(new Set(await occurrences(one!))).toEqual(new Set(['-7 told']));
  });

  it('leave nothing planned for a day that they were moved away from while the planner looked', async () => {
    const rig = await make();
    let present: readonly DeadlineSpec[] = [];
    for (let round = 0; round < 20; round += 1) {
      const next = [due('campaign.reportDue', addDays(localDate('2024-03-03'), round % 3))];
      await Promise.all([rig.sync(present, next), rig.planner.tick(rig.clock.now())]);
      present = next;
    }
    await rig.planner.tick(rig.clock.now());
    const stale = await rig.rows(
      `SELECT o.id FROM occurrences o JOIN deadlines d ON d.id = o.deadline_id
       WHERE o.status = 'planned' AND o.generation <> d.generation`,
    );
    expect(stale).toEqual([]);
    expect(await rig.rows('SELECT generation FROM deadlines')).toEqual([{ generation: 20 }]);
  });

  it('follow a rule that was changed while the process was off, from now on', async () => {
    const rig = await make();
    await rig.sync([], [due('campaign.reportDue', '2024-03-15')]);
    await rig.tickAt(vn('2024-03-08', '08:00'));
    await rig.stop();
    const rulebooks = sampleRulebooks([{ ...REPORT_RULE, offsetsDays: [-7, -5, -2] }]);
    const restarted = await make({ rulebooks, now: vn('2024-03-12', '12:00') });
    await restarted.tickAt(vn('2024-03-12', '12:00'));
    await restarted.tickAt(vn('2024-03-13', '08:00'));
    expect(await occurrences(restarted)).toEqual(['-7 told', '-2 told']);
  });
});
