import { SYSTEM_ACTOR } from '../../src/platform/auth/actor';
import { nextMoment } from '../../src/platform/deadlines/next-moment';
import type { Rig } from './background-rig';
import { CAMPAIGN, closing, due } from './reminder-samples';
import { occurrences } from './told';
import { describeOnBoth, START, useRig, vn } from './use-rig';

const REPORT = due('campaign.reportDue', '2024-03-15');

describeOnBoth('deadlines and commands', (database) => {
  const { rig: make } = useRig(database);

  it('sends the command of a deadline once its last day is over, as the system and with a stable id', async () => {
    const rig = await make();
    await rig.sync([], [closing('2024-03-15')]);
    await rig.tickAt(vn('2024-03-15', '23:59'));
    expect(rig.things.executed).toEqual([]);
    await rig.tickAt(vn('2024-03-16', '00:00'));
    await rig.tickAt(vn('2024-03-16', '00:01'));
    const [message] = await rig.rows<{ id: string }>("SELECT id FROM outbox WHERE job = 'pass-deadline'");
    expect(rig.things.executed).toEqual([
      expect.objectContaining({
        type: 'thing.close',
        instanceId: CAMPAIGN.id,
        actor: SYSTEM_ACTOR,
        commandId: message?.id,
      }),
    ]);
  });

  it('takes a refused command of a deadline for a finished job', async () => {
    const rig = await make();
    rig.things.answer = { outcome: 'refused', reasons: [] };
    await rig.sync([], [closing('2024-03-15')]);
    await rig.tickAt(vn('2024-03-16', '00:00'));
    expect(await rig.rows('SELECT done_at, last_error FROM outbox')).toEqual([
      { done_at: vn('2024-03-16', '00:00'), last_error: null },
    ]);
  });

  it('sends no command for a deadline that was extended after it passed', async () => {
    const rig = await make({ now: vn('2024-03-16', '00:00') });
    await rig.sync([], [closing('2024-03-15')]);
    await rig.planner.tick(rig.clock.now());
    await rig.sync([closing('2024-03-15')], [closing('2024-03-20')]);
    await rig.relay.drain();
    expect(rig.things.executed).toEqual([]);
    await rig.tickAt(vn('2024-03-21', '00:00'));
    expect(rig.things.executed).toHaveLength(1);
  });

  it('waits with the command when the clock goes back behind the deadline before the job runs', async () => {
    const rig = await make();
    await rig.sync([], [closing('2024-03-15')]);
    await rig.planner.tick(vn('2024-03-16', '00:00'));
    rig.clock.set(vn('2024-03-16', '00:00'));
    const jobs = await rig.rows<{ id: string; payload: string }>('SELECT id, payload FROM outbox');
    rig.clock.set(vn('2024-03-10', '00:00'));
    for (const { id, payload } of jobs) {
      await rig.executor.run({ id, name: 'pass-deadline', payload: JSON.parse(payload) as object });
    }
    expect(rig.things.executed).toEqual([]);
    await rig.tickAt(vn('2024-03-16', '00:00'));
    expect(rig.things.executed).toHaveLength(1);
  });

  it('names the next moment at which there is something to do, so that a rehearsal can step there', async () => {
    const rig = await make();
    await rig.sync([], [REPORT, closing('2024-03-09')]);
    const moments: (string | undefined)[] = [];
    for (let steps = 0; steps < 8; steps += 1) {
      const next = await nextMoment(rig.persistence.reads);
      moments.push(next);
      if (next === undefined) break;
      await rig.tickAt(next < rig.clock.now() ? rig.clock.now() : next);
    }
    expect(moments).toEqual([
      START,
      vn('2024-03-08', '08:00'),
      vn('2024-03-10', '00:00'),
      vn('2024-03-14', '08:00'),
      vn('2024-03-15', '08:00'),
      vn('2024-03-16', '00:00'),
      vn('2024-03-16', '08:00'),
      undefined,
    ]);
    expect(await occurrences(rig)).toEqual(['-7 told', '-1 told', '0 told', '1 told']);
  });

  it('runs no statement for a command that changes no deadline, and three at most for one that does', async () => {
    const rig = await make();
    const count = async (before: Parameters<Rig['sync']>[0], after: Parameters<Rig['sync']>[1]): Promise<number> => {
      let statements = 0;
      await rig.persistence.uow.run(async (tx) => {
        const change = (sql: string, params?: Parameters<typeof tx.change>[1]): Promise<number> => {
          statements += 1;
          return tx.change(sql, params);
        };
        await rig.deadlines.sync({ ...tx, change }, CAMPAIGN, before, after, rig.clock.now());
      });
      return statements;
    };
    const other = due('campaign.dossiersDue', '2024-05-01');
    expect(await count([], [REPORT, other])).toBe(1);
    expect(await count([REPORT, other], [REPORT, other])).toBe(0);
    const moved = due('campaign.reportDue', '2024-06-01');
    expect(await count([REPORT, other], [moved, closing('2024-07-01')])).toBe(3);
  });
});
