import { closing, due, OFFICER } from './reminder-samples';
import { noticesTo, occurrences } from './told';
import { describeOnBoth, START, useRig, vn } from './use-rig';

const REPORT = due('campaign.reportDue', '2024-03-15');

describeOnBoth('deadlines', (database) => {
  const { rig: make } = useRig(database);

  it('tells each occurrence once, however often the planner looks', async () => {
    const rig = await make();
    await rig.sync([], [REPORT]);
    for (const moment of [vn('2024-03-07', '09:00'), vn('2024-03-08', '07:59'), vn('2024-03-08', '08:00')]) {
      await rig.tickAt(moment);
      await rig.tickAt(moment);
    }
    expect(await occurrences(rig)).toEqual(['-7 told']);
    expect(await noticesTo(rig, OFFICER)).toEqual(['Còn 7 ngày đến hạn của "Thi đua yêu nước 2024" (15/03/2024).']);
  });

  it('plans only about two days ahead', async () => {
    const rig = await make();
    await rig.sync([], [REPORT]);
    await rig.tickAt(vn('2024-03-06', '07:59'));
    expect(await occurrences(rig)).toEqual([]);
    await rig.tickAt(vn('2024-03-06', '08:00'));
    expect(await occurrences(rig)).toEqual(['-7 planned']);
  });

  it('tells nobody of moments that had passed before the deadline was set', async () => {
    const rig = await make({ now: vn('2024-03-14', '12:00') });
    await rig.sync([], [REPORT]);
    await rig.tickAt(vn('2024-03-15', '08:00'));
    expect(await occurrences(rig)).toEqual(['0 told', '1 planned']);
  });

  it('tells all that was missed in a week off, late and saying so, where the rule is to send late', async () => {
    const rig = await make();
    await rig.sync([], [REPORT]);
    await rig.tickAt(vn('2024-03-08', '08:00'));
    await rig.tickAt(vn('2024-03-18', '09:00'));
    expect(await occurrences(rig)).toEqual(['-7 told', '-1 told late', '0 told late', '1 told late']);
    expect(await noticesTo(rig, OFFICER)).toEqual([
      'Còn 7 ngày đến hạn của "Thi đua yêu nước 2024" (15/03/2024).',
      // True on the 18th, whatever was to be said on the 14th, the 15th and the 16th.
      ...['14', '15', '16'].map(
        (day) => `Nhắc muộn (của ngày ${day}/03/2024): "Thi đua yêu nước 2024" quá hạn 3 ngày (15/03/2024).`,
      ),
    ]);
    const late = await rig.rows('SELECT DISTINCT is_late FROM deliveries WHERE created_at > ?', [
      vn('2024-03-17', '00:00'),
    ]);
    expect(late).toEqual([{ is_late: 1 }]);
  });

  it('tells only the newest of what was missed where the rule is to send once, and none where it is to skip', async () => {
    const rig = await make();
    await rig.sync([], [due('campaign.dossiersDue', '2024-03-15'), due('review.meets', '2024-03-14')]);
    await rig.tickAt(START);
    await rig.tickAt(vn('2024-03-16', '09:00'));
    const rows = await rig.rows(
      `SELECT d.kind, o.offset_days AS "offset", o.status, o.note
       FROM occurrences o JOIN deadlines d ON d.id = o.deadline_id ORDER BY d.kind, o.offset_days`,
    );
    expect(rows).toEqual([
      { kind: 'campaign.dossiersDue', offset: -7, status: 'skipped', note: 'superseded' },
      { kind: 'campaign.dossiersDue', offset: -3, status: 'skipped', note: 'superseded' },
      { kind: 'campaign.dossiersDue', offset: -1, status: 'skipped', note: 'superseded' },
      { kind: 'campaign.dossiersDue', offset: 0, status: 'told', note: 'late' },
      { kind: 'review.meets', offset: -3, status: 'skipped', note: 'missed' },
      { kind: 'review.meets', offset: -1, status: 'skipped', note: 'missed' },
      { kind: 'review.meets', offset: 0, status: 'skipped', note: 'missed' },
    ]);
  });

  it('tells nothing twice when the clock goes a week forward, back, and forward again', async () => {
    const rig = await make();
    await rig.sync([], [REPORT, closing('2024-03-09')]);
    for (const day of ['08', '15', '08', '10', '15', '16']) await rig.tickAt(vn(`2024-03-${day}`, '08:00'));
    expect(await occurrences(rig)).toEqual(['-7 told', '-1 told late', '0 told', '1 told']);
    expect(await noticesTo(rig, OFFICER)).toHaveLength(4);
    expect(rig.things.executed).toHaveLength(1);
  });

  it('loses nothing that was set while the clock was wrongly ahead', async () => {
    const rig = await make({ now: vn('2024-03-14', '12:00') });
    await rig.tickAt(vn('2024-03-14', '12:00'));
    await rig.sync([], [REPORT]);
    await rig.tickAt(vn('2024-03-07', '12:00'));
    await rig.tickAt(vn('2024-03-08', '08:00'));
    expect(await occurrences(rig)).toEqual(['-7 told']);
  });

  it('keeps a deadline three years away in a row, without a timer, and tells it in time', async () => {
    const rig = await make();
    const timers = jest.spyOn(global, 'setTimeout');
    await rig.sync([], [due('campaign.reportDue', '2027-03-15')]);
    await rig.tickAt(START);
    const longest = Math.max(0, ...timers.mock.calls.map(([, milliseconds]) => milliseconds ?? 0));
    expect(longest).toBeLessThanOrEqual(60_000);
    expect(await occurrences(rig)).toEqual([]);
    await rig.tickAt(vn('2027-03-08', '07:59'));
    expect(await occurrences(rig)).toEqual(['-7 planned']);
    await rig.tickAt(vn('2027-03-08', '08:00'));
    expect(await occurrences(rig)).toEqual(['-7 told']);
  });

  it('raises the generation on extension and plans anew what was not told', async () => {
    const rig = await make();
    const later = { ...REPORT, dueOn: due('campaign.reportDue', '2024-04-15').dueOn };
    await rig.sync([], [REPORT]);
    await rig.tickAt(vn('2024-03-08', '08:00'));
    await rig.tickAt(vn('2024-03-13', '09:00'));
    expect(await occurrences(rig)).toEqual(['-7 told', '-1 planned', '0 planned']);
    await rig.sync([REPORT], [later]);
    expect(await occurrences(rig)).toEqual(['-7 told']);
    await rig.tickAt(vn('2024-03-16', '09:00'));
    await rig.tickAt(vn('2024-04-08', '08:00'));
    expect(await rig.rows('SELECT due_on, due_at, generation, status FROM deadlines')).toEqual([
      { due_on: '2024-04-15', due_at: '2024-04-15T17:00:00.000Z', generation: 2, status: 'armed' },
    ]);
    expect(await occurrences(rig)).toEqual(['-7 told', '-7 told']);
    expect(await noticesTo(rig, OFFICER)).toEqual([
      expect.stringContaining('15/03/2024'),
      expect.stringContaining('15/04/2024'),
    ]);
  });

  it('tells nobody of a deadline that moved after its occurrence was handed over', async () => {
    const rig = await make();
    await rig.sync([], [REPORT]);
    rig.clock.set(vn('2024-03-08', '08:00'));
    await rig.planner.tick(rig.clock.now());
    await rig.sync([REPORT], [due('campaign.reportDue', '2024-04-15')]);
    await rig.relay.drain();
    expect(await occurrences(rig)).toEqual(['-7 skipped replaced']);
    expect(await rig.rows('SELECT id FROM notices')).toEqual([]);
  });

  it('tells in time what was handed over before the clock went back', async () => {
    const rig = await make();
    await rig.sync([], [REPORT]);
    rig.clock.set(vn('2024-03-08', '08:00'));
    await rig.planner.tick(rig.clock.now());
    await rig.tickAt(vn('2024-03-07', '20:00'));
    expect(await occurrences(rig)).toEqual(['-7 planned']);
    await rig.tickAt(vn('2024-03-08', '08:00'));
    expect(await occurrences(rig)).toEqual(['-7 told']);
    expect(await noticesTo(rig, OFFICER)).toHaveLength(1);
  });

  it('is silent while a deadline is dropped and picks it up when it is back', async () => {
    const rig = await make();
    await rig.sync([], [REPORT]);
    await rig.tickAt(vn('2024-03-07', '08:00'));
    await rig.sync([REPORT], []);
    await rig.tickAt(vn('2024-03-08', '12:00'));
    expect(await occurrences(rig)).toEqual([]);
    await rig.sync([], [REPORT]);
    await rig.tickAt(vn('2024-03-14', '08:00'));
    expect(await occurrences(rig)).toEqual(['-1 told', '0 planned', '1 planned']);
  });

  it('tells those who hold the seat at that moment, and notes when nobody does', async () => {
    const rig = await make();
    await rig.sync([], [REPORT]);
    rig.directory.seats = {};
    await rig.tickAt(vn('2024-03-08', '08:00'));
    rig.directory.seats = { unitHead: [OFFICER] };
    await rig.tickAt(vn('2024-03-14', '08:00'));
    expect(await occurrences(rig)).toEqual(['-7 skipped noRecipient', '-1 told', '0 planned', '1 planned']);
    expect(await noticesTo(rig, OFFICER)).toHaveLength(1);
  });

  it('tells of the others when one is due on the last day there is', async () => {
    const rig = await make();
    await rig.sync([], [due('campaign.reportDue', '2200-12-31', 'report:last'), REPORT]);
    await rig.tickAt(vn('2024-03-08', '08:00'));
    expect(await noticesTo(rig, OFFICER)).toHaveLength(1);
  });

  it('plans and tells hundreds of deadlines in batches, each once', async () => {
    const rig = await make();
    rig.directory.seats = { unitOfficer: [OFFICER] };
    const many = Array.from({ length: 450 }, (_, index) => due('campaign.reportDue', '2024-03-15', `report:${index}`));
    await rig.sync([], many);
    await rig.tickAt(vn('2024-03-08', '08:00'));
    await rig.tickAt(vn('2024-03-08', '08:30'));
    const [told] = await rig.rows<{ count: number }>("SELECT COUNT(*) AS count FROM occurrences WHERE status = 'told'");
    const [sent] = await rig.rows<{ count: number }>('SELECT COUNT(*) AS count FROM deliveries');
    expect([told?.count, sent?.count]).toEqual([450, 450]);
    expect(await rig.rows("SELECT id FROM outbox WHERE job = 'tell-occurrences'")).toHaveLength(3);
  });
});
