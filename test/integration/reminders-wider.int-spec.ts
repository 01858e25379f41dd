import { createRegistry, localDate, type Instant } from '../../workflows/kernel';
import type { MailPolicy, ReminderRule } from '../../workflows/reminder';
import { MailNotSentError, MailTransport, type MailMessage } from '../../src/adapters/mail';
import { SharedClock } from '../../src/platform/clock/shared-clock';
import { SYSTEM_SCOPE } from '../../src/platform/auth/scope';
import { remindersInvariants, RemindersQueries, type Recipient } from '../../src/reminders';
import type { Rig } from './background-rig';
import { due, HEAD, OFFICER, REPORT_RULE, sampleRulebooks, SECRETARY } from './reminder-samples';
import { noticesTo, occurrences } from './told';
import { describeOnBoth, useRig, vn } from './use-rig';

const POLICY: MailPolicy = {
  mode: 'digest',
  gatherMinutes: 10,
  dailyAt: '08:30',
  quietHours: { from: '21:00', to: '06:30' },
  mostQuietHours: 12,
};
const EIGHT = vn('2024-03-08', '08:00');
const TEN_PAST = vn('2024-03-08', '08:10');
const WARD = '019b0a6e-0000-7000-8000-0000000000a1';
const OTHER_WARD = '019b0a6e-0000-7000-8000-0000000000a2';
const PROMPT_WARD = '019b0a6e-0000-7000-8000-0000000000a3';

/** A transport that keeps what it takes and fails as it is told. */
class KeptMail extends MailTransport {
  readonly sent: MailMessage[] = [];
  readonly errors: Error[] = [];

  override send(message: MailMessage): Promise<void> {
    const error = this.errors.shift();
    if (error) return Promise.reject(error);
    this.sent.push(message);
    return Promise.resolve();
  }
}

const rules = (more: Partial<ReminderRule> = {}, policy: Partial<MailPolicy> = {}) =>
  sampleRulebooks([{ ...REPORT_RULE, ...more }], { ...POLICY, ...policy });

const twenty = Array.from({ length: 20 }, (_, index) => due('campaign.reportDue', '2024-03-15', `report:${index}`));

describeOnBoth('reminders in full', (database) => {
  const { rig: make } = useRig(database);

  const mails = (rig: Rig): Promise<{ state: string; message: string; held: string | null }[]> =>
    rig.rows(
      `SELECT DISTINCT state, message_id AS message, held_until AS held FROM deliveries WHERE channel = 'mail' ORDER BY 1, 2`,
    );
  /** Does what is due at a moment, as a process that was running all the time. */
  const drainAt = async (rig: Rig, at: Instant): Promise<void> => {
    rig.clock.set(at);
    await rig.relay.drain();
  };
  const violations = async (rig: Rig): Promise<readonly string[]> => {
    const [reads, now] = [rig.persistence.reads, rig.clock.now()];
    const checked = (): undefined => undefined;
    const registry = createRegistry([], () => '');
    const found = await Promise.all(remindersInvariants.map(({ check }) => check({ reads, now, checked, registry })));
    return found.flat().map(({ subject, message }) => `${subject} ${message}`);
  };
  const repeatJobs = async (rig: Rig): Promise<void> => {
    const jobs = await rig.rows<{ id: string; job: string; payload: string }>(
      'SELECT id, job, payload FROM outbox WHERE done_at IS NOT NULL ORDER BY id',
    );
    for (const { id, job, payload } of jobs)
      await rig.executor.run({ id, name: job, payload: JSON.parse(payload) as object });
  };

  describe('in one mail', () => {
    it('go twenty reminders, once, under one stable id, and each has its delivery', async () => {
      const mail = new KeptMail();
      const rig = await make({ mail, rulebooks: rules() });
      await rig.sync([], twenty);
      await rig.tickAt(EIGHT);
      expect(await noticesTo(rig, HEAD)).toHaveLength(20);
      expect(mail.sent).toEqual([]);
      await drainAt(rig, TEN_PAST);
      await repeatJobs(rig);
      const [digest] = await rig.rows<{ id: string; status: string }>('SELECT id, status FROM mail_digests');
      expect(digest?.status).toBe('sealed');
      expect(mail.sent.map(({ to, subject, messageId }) => ({ to, subject, messageId }))).toEqual([
        { to: 'truong.phong@example.org', subject: '20 việc cần lưu ý', messageId: `<${digest!.id}@thidua>` },
      ]);
      expect(mail.sent[0]!.text.match(/^- Còn 7 ngày/gm)).toHaveLength(20);
      expect(await mails(rig)).toEqual([{ state: 'sent', message: `<${digest!.id}@thidua>`, held: null }]);
      expect(await rig.rows("SELECT id FROM deliveries WHERE channel = 'mail'")).toHaveLength(20);
    });

    it('goes nothing that came after it was sealed: that has the next one', async () => {
      const mail = new KeptMail();
      const rig = await make({ mail, rulebooks: rules() });
      await rig.sync([], twenty.slice(0, 1));
      await rig.tickAt(EIGHT);
      await drainAt(rig, TEN_PAST);
      await rig.tickAt(vn('2024-03-14', '08:00'));
      await drainAt(rig, vn('2024-03-14', '08:10'));
      expect(mail.sent.map(({ subject }) => subject.slice(0, 10))).toEqual(['Còn 7 ngày', 'Còn 1 ngày']);
      expect(await rig.rows('SELECT id FROM mail_digests')).toHaveLength(2);
    });

    it('go reminders of an afternoon with a clock that was a week ahead, then back, then ahead again', async () => {
      const mail = new KeptMail();
      const rig = await make({ mail, rulebooks: rules() });
      await rig.sync([], [due('campaign.reportDue', '2024-03-22')]);
      await rig.tickAt(vn('2024-03-15', '08:00'));
      // The digest is to leave at 08:10 on the 15th; what is told on the 8th does not wait for that.
      await rig.tickAt(vn('2024-03-07', '12:00'));
      await rig.sync([], [due('campaign.reportDue', '2024-03-15', 'report:early')]);
      await rig.tickAt(EIGHT);
      await drainAt(rig, TEN_PAST);
      expect(mail.sent.map(({ subject }) => subject)).toEqual(['2 việc cần lưu ý']);
      await rig.tickAt(vn('2024-03-15', '08:10'));
      await drainAt(rig, vn('2024-03-15', '08:20'));
      // Of the 15th and, late, of the 14th of the second deadline: nothing of the first one again.
      expect(mail.sent).toHaveLength(2);
      expect(await rig.rows("SELECT id FROM deliveries WHERE channel = 'mail' AND state <> 'sent'")).toEqual([]);
      expect(await rig.rows('SELECT job FROM outbox WHERE done_at IS NULL')).toEqual([]);
    });

    it('leaves in time although its job was handed over before the clock went back', async () => {
      const mail = new KeptMail();
      const rig = await make({ mail, rulebooks: rules() });
      await rig.sync([], twenty.slice(0, 2));
      await rig.tickAt(EIGHT);
      const [job] = await rig.rows<{ id: string; payload: string }>(
        "SELECT id, payload FROM outbox WHERE job = 'send-digest'",
      );
      await rig.executor.run({ id: job!.id, name: 'send-digest', payload: JSON.parse(job!.payload) as object });
      expect(mail.sent).toEqual([]);
      await drainAt(rig, TEN_PAST);
      expect(mail.sent).toHaveLength(1);
    });

    it('is tried again as a whole when it certainly went nowhere, and in doubt as a whole when nobody knows', async () => {
      const mail = new KeptMail();
      mail.errors.push(new MailNotSentError('the server is away'));
      const rig = await make({ mail, rulebooks: rules() });
      await rig.sync([], twenty);
      await rig.tickAt(EIGHT);
      await drainAt(rig, TEN_PAST);
      expect((await mails(rig)).map(({ state }) => state)).toEqual(['pending']);
      mail.errors.push(new Error('the connection broke'));
      await drainAt(rig, vn('2024-03-08', '08:30'));
      await drainAt(rig, vn('2024-03-08', '20:00'));
      expect((await mails(rig)).map(({ state }) => state)).toEqual(['inDoubt']);
      expect(mail.sent).toEqual([]);
    });

    it('is found out by verify when it is torn apart, or when nothing sends it', async () => {
      const rig = await make({ mail: new KeptMail(), rulebooks: rules() });
      await rig.sync([], twenty.slice(0, 2));
      await rig.tickAt(EIGHT);
      expect(await violations(rig)).toEqual([]);
      const damage = (sql: string): Promise<number> => rig.persistence.uow.run((tx) => tx.change(sql));
      await damage("DELETE FROM outbox WHERE job = 'send-digest'");
      expect(await violations(rig)).toEqual([expect.stringContaining('nothing sends it')]);
      await damage(
        "UPDATE deliveries SET state = 'sent' WHERE id IN (SELECT MIN(id) FROM deliveries WHERE channel = 'mail')",
      );
      expect(await violations(rig)).toEqual([expect.stringContaining('several states')]);
      await damage(
        "UPDATE deliveries SET message_id = 'x' WHERE id IN (SELECT MAX(id) FROM deliveries WHERE channel = 'mail')",
      );
      expect(await violations(rig)).toHaveLength(2);
    });

    it('is found out and shown where one that goes by itself has not left, and verify says when nothing sends it', async () => {
      const mail = new KeptMail();
      mail.errors.push(new MailNotSentError('the server is away'));
      const rig = await make({ mail, rulebooks: rules({}, { mode: 'each' }) });
      await rig.sync([], twenty.slice(0, 1));
      await rig.tickAt(EIGHT);
      const queries = new RemindersQueries(rig.persistence.reads);
      const { items } = await queries.deliveries(SYSTEM_SCOPE, { limit: 50, state: 'unsettled' });
      expect(items).toMatchObject([{ state: 'pending', problem: 'the server is away' }]);
      expect(await violations(rig)).toEqual([]);
      await rig.persistence.uow.run((tx) => tx.change("DELETE FROM outbox WHERE job = 'send-mail'"));
      expect(await violations(rig)).toEqual([expect.stringContaining('nothing sends it')]);
    });

    it('go all that two processes tell one person at the same time', async () => {
      const mail = new KeptMail();
      const rig = await make({ mail, rulebooks: rules() });
      await rig.queue.stop();
      await rig.sync([], twenty);
      rig.clock.set(EIGHT);
      await rig.planner.tick(EIGHT);
      const [tell] = await rig.rows<{ payload: string }>("SELECT payload FROM outbox WHERE job = 'tell-occurrences'");
      const { occurrenceIds } = JSON.parse(tell!.payload) as { occurrenceIds: string[] };
      const halves = [occurrenceIds.slice(0, 10), occurrenceIds.slice(10)];
      await Promise.all(
        halves.map((ids) =>
          rig.executor.run({ id: rig.ids.next(), name: 'tell-occurrences', payload: { occurrenceIds: ids } }),
        ),
      );
      await rig.start();
      await drainAt(rig, TEN_PAST);
      expect(await noticesTo(rig, HEAD)).toHaveLength(20);
      expect(mail.sent.map(({ subject }) => subject)).toEqual(['20 việc cần lưu ý']);
    });
  });

  describe('in quiet hours', () => {
    const evening = { localTime: '22:00' };
    const MORNING = vn('2024-03-09', '06:30');

    it('wait until they end, say so, and are sent once', async () => {
      const mail = new KeptMail();
      const rig = await make({ mail, rulebooks: rules(evening, { mode: 'each' }) });
      await rig.sync([], twenty.slice(0, 1));
      await rig.tickAt(vn('2024-03-08', '22:00'));
      await drainAt(rig, vn('2024-03-09', '06:29'));
      expect(mail.sent).toEqual([]);
      expect(await mails(rig)).toEqual([expect.objectContaining({ state: 'pending', held: MORNING })]);
      await drainAt(rig, MORNING);
      await repeatJobs(rig);
      expect(mail.sent).toHaveLength(1);
      expect(mail.sent[0]!.text).toContain('giờ yên tĩnh');
    });

    it('are left alone by a mail that could not be sent before', async () => {
      const mail = new KeptMail();
      mail.errors.push(new MailNotSentError('the server is away'));
      const rig = await make({ mail, rulebooks: rules({ localTime: '20:59' }, { mode: 'each' }) });
      await rig.sync([], twenty.slice(0, 1));
      await rig.tickAt(vn('2024-03-08', '20:59'));
      await drainAt(rig, vn('2024-03-08', '21:30'));
      expect(await mails(rig)).toEqual([expect.objectContaining({ state: 'pending', held: MORNING })]);
      await drainAt(rig, MORNING);
      expect(mail.sent).toHaveLength(1);
    });

    it('are not spoken of by a mail that left before them, with others that were to leave earlier', async () => {
      const mail = new KeptMail();
      const rig = await make({ mail, rulebooks: rules({ localTime: '20:45' }) });
      await rig.sync([], twenty.slice(0, 1));
      await rig.tickAt(vn('2024-03-08', '20:45'));
      await rig.sync([], twenty.slice(1, 2));
      // By itself this one would leave at 21:02, and so at the end of the quiet hours.
      await rig.tickAt(vn('2024-03-08', '20:52'));
      await drainAt(rig, vn('2024-03-08', '20:55'));
      expect(mail.sent).toHaveLength(1);
      expect(mail.sent[0]!.text.match(/^- Còn 7 ngày/gm)).toHaveLength(2);
      expect(mail.sent[0]!.text).not.toContain('giờ yên tĩnh');
    });

    it('leave at once where the kind is urgent', async () => {
      const mail = new KeptMail();
      const rig = await make({ mail, rulebooks: rules({ ...evening, isUrgent: true }) });
      await rig.sync([], twenty.slice(0, 2));
      await rig.tickAt(vn('2024-03-08', '22:00'));
      expect(mail.sent).toHaveLength(2);
    });
  });

  it('follow the clock of a demonstration, which all processes take from one row', async () => {
    const rig = await make();
    const [mover, follower] = [new SharedClock(rig.clock), new SharedClock(rig.clock)];
    await follower.follow(rig.persistence.reads);
    expect(follower.now()).toBe(rig.clock.now());
    await rig.sync([], twenty.slice(0, 1));
    await rig.persistence.uow.run((tx) => mover.put(tx, EIGHT));
    await follower.follow(rig.persistence.reads);
    expect([mover.now(), follower.now()]).toEqual([EIGHT, EIGHT]);
    await rig.planner.tick(follower.now());
    expect(await occurrences(rig)).toEqual(['-7 queued']);
    rig.clock.advance(60_000);
    expect(follower.now()).toBe(vn('2024-03-08', '08:01'));
    await rig.persistence.uow.run((tx) => mover.reset(tx));
    await follower.follow(rig.persistence.reads);
    expect(follower.now()).toBe(rig.clock.now());
  });

  it('leave as their recipient wants: once a day, in another language, or not at all', async () => {
    const mail = new KeptMail();
    const rig = await make({ mail, rulebooks: rules({ recipients: ['unitHead', 'standingOffice'] }) });
    const said = "VALUES (?, ?, ?, '22:00', '06:00', ?)";
    const sql = `INSERT INTO reminder_preferences (user_id, language, mail, quiet_from, quiet_to, updated_at) ${said}`;
    await rig.persistence.uow.run(async (tx) => {
      await tx.change(sql, [HEAD, 'en', 'daily', EIGHT]);
      await tx.change(sql, [SECRETARY, null, 'off', EIGHT]);
    });
    await rig.sync([], twenty);
    await rig.tickAt(EIGHT);
    await drainAt(rig, vn('2024-03-08', '08:29'));
    expect(mail.sent).toEqual([]);
    await drainAt(rig, vn('2024-03-08', '08:30'));
    expect(mail.sent.map(({ to, subject }) => [to, subject])).toEqual([['truong.phong@example.org', '20 reminders']]);
    expect(await noticesTo(rig, SECRETARY)).toHaveLength(20);
  });

  it('go to hundreds in portions, each once, however often a portion comes again', async () => {
    const rig = await make({ rulebooks: rules() });
    const people: Recipient[] = Array.from({ length: 450 }, (_, index) => ({
      userId: `019b0a6e-0000-7000-9000-${String(index).padStart(12, '0')}`,
      email: null,
      lang: 'vi',
    }));
    jest.spyOn(rig.directory, 'recipientsFor').mockResolvedValue(people);
    await rig.sync([], twenty.slice(0, 1));
    await rig.tickAt(EIGHT);
    await repeatJobs(rig);
    expect(await occurrences(rig)).toEqual(['-7 told']);
    expect(await rig.rows("SELECT id FROM outbox WHERE job = 'tell-occurrences'")).toHaveLength(3);
    expect(await rig.rows('SELECT DISTINCT recipient_user_id FROM deliveries')).toHaveLength(450);
    expect(await rig.rows('SELECT id FROM deliveries')).toHaveLength(450);
  });

  describe('of what is still owed', () => {
    const escalating: Partial<ReminderRule> = {
      offsetsDays: [-1, 0, 1],
      onlyWhoOwes: ['after'],
      recipients: ['unitOfficer'],
      escalation: [
        { afterDays: 5, recipients: ['unitHead'], message: { vi: 'Thủ trưởng: {days} ngày', en: 'head' } },
        { afterDays: 10, recipients: ['parentOffice'], message: { vi: 'Còn {count} đơn vị', en: '{count}' } },
      ],
    };
    /** A rig in which these wards owe, and one more was asked; the lists may be changed. Null asks all. */
    const owing = async (wards: string[], asked: (string | null)[] = [...wards, PROMPT_WARD]): Promise<Rig> => {
      const rig = await make({ rulebooks: rules(escalating) });
      rig.directory.unitSeats = {
        unitOfficer: { [WARD]: [OFFICER], [PROMPT_WARD]: [HEAD] },
        unitHead: { [WARD]: [HEAD], [OTHER_WARD]: [HEAD] },
        parentOffice: { [WARD]: [SECRETARY], [OTHER_WARD]: [SECRETARY] },
      };
      rig.directory.seats = { unitOfficer: [OFFICER, HEAD, SECRETARY] };
      rig.owed.register('campaign.reportDue', (_, [deadline], which) => {
        const units = which === 'asked' ? asked : wards;
        return {
          sql:
            units.map(() => 'SELECT CAST(? AS text) AS deadline_id, CAST(? AS text) AS unit_id').join(' UNION ALL ') ||
            "SELECT '' AS deadline_id, '' AS unit_id WHERE 1 = 0",
          params: units.flatMap((unit) => [deadline!.id, unit]),
        };
      });
      await rig.sync([], [{ key: 'report', kind: 'campaign.reportDue', dueOn: localDate('2024-03-15') }]);
      return rig;
    };
    const tickOn = (rig: Rig, ...days: string[]): Promise<void> =>
      days.reduce((before, day) => before.then(() => rig.tickAt(vn(`2024-03-${day}`, '08:00'))), Promise.resolve());

    it('go to all who are asked before the day, and afterwards only to who owes, then to the head, then to the office above', async () => {
      const rig = await owing([WARD, OTHER_WARD]);
      await tickOn(rig, '14', '15', '16', '20', '25');
      expect(await noticesTo(rig, OFFICER)).toHaveLength(3);
      expect(await noticesTo(rig, HEAD)).toEqual([
        expect.stringContaining('Còn 1 ngày'),
        expect.stringContaining('Hôm nay'),
        'Thủ trưởng: 5 ngày',
      ]);
      expect(await noticesTo(rig, SECRETARY)).toEqual(['Còn 2 đơn vị']);
    });

    it('go to all units below before the day where the plan names none', async () => {
      const rig = await owing([], [null]);
      await tickOn(rig, '14', '15', '16');
      expect(await noticesTo(rig, SECRETARY)).toEqual([
        expect.stringContaining('Còn 1 ngày'),
        expect.stringContaining('Hôm nay'),
      ]);
      expect(await occurrences(rig)).toEqual(['-1 told', '0 told', '1 skipped settled']);
    });

    it('go to nobody where all who were asked have left the plan', async () => {
      const rig = await owing([], []);
      await tickOn(rig, '14');
      expect(await noticesTo(rig, SECRETARY)).toEqual([]);
    });

    it('end when nobody owes any more, and that is written beside them', async () => {
      const wards = [WARD];
      const rig = await owing(wards);
      await tickOn(rig, '14', '15', '16');
      wards.pop();
      await tickOn(rig, '20', '25');
      expect(await occurrences(rig)).toEqual([
        ...['-1 told', '0 told', '1 told'],
        ...['5 skipped settled', '10 skipped settled'],
      ]);
      expect(await noticesTo(rig, SECRETARY)).toEqual([]);
    });

    it('are told once when the clock goes a week forward, back, and forward again', async () => {
      const rig = await owing([WARD]);
      await tickOn(rig, '14', '25', '14', '20', '25');
      expect(await noticesTo(rig, SECRETARY)).toHaveLength(1);
      expect(await rig.rows('SELECT id FROM occurrences')).toHaveLength(5);
    });
  });
});
