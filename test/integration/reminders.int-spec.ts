import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../../workflows/kernel';
import { MailNotSentError, MailRejectedError, MailTransport, type MailMessage } from '../../src/adapters/mail';
import { SYSTEM_SCOPE, type Scope } from '../../src/platform/auth/scope';
import { NoticesService, RemindersQueries } from '../../src/reminders';
import { schemaDrift } from '../migrations/schema-drift';
import type { Rig } from './background-rig';
import { CAMPAIGN, due, HEAD, OFFICER, SECRETARY } from './reminder-samples';
import { noticesTo } from './told';
import { describeOnBoth, useRig, vn } from './use-rig';

const EIGHT = vn('2024-03-08', '08:00');
const PAGE = { limit: 50 };

/** A transport that fails as it is told. */
class BrokenTransport extends MailTransport {
  readonly sent: MailMessage[] = [];

  constructor(readonly errors: Error[]) {
    super();
  }

  override send(message: MailMessage): Promise<void> {
    const error = this.errors.shift();
    if (error) return Promise.reject(error);
    this.sent.push(message);
    return Promise.resolve();
  }
}

describeOnBoth('reminders', (database) => {
  const { rig: make, mailDirectory } = useRig(database);

  const deliveries = (rig: Rig): Promise<object[]> =>
    rig.rows(`SELECT recipient_user_id AS "to", channel, state, problem, sent_at AS "sentAt"
      FROM deliveries ORDER BY recipient_user_id, channel DESC`);

  const mailStates = async (rig: Rig): Promise<readonly string[]> => {
    const rows = await rig.rows<{ state: string }>("SELECT state FROM deliveries WHERE channel = 'mail'");
    return rows.map(({ state }) => state);
  };

  const tellOf = async (rig: Rig, at: Instant = EIGHT): Promise<void> => {
    await rig.sync([], [due('campaign.reportDue', '2024-03-15')]);
    await rig.tickAt(at);
  };

  it('records one delivery for each recipient and channel, and sends the mail with a stable id', async () => {
    const rig = await make();
    await tellOf(rig);
    expect(await deliveries(rig)).toEqual([
      { to: HEAD, channel: 'notice', state: 'sent', problem: null, sentAt: EIGHT },
      { to: HEAD, channel: 'mail', state: 'sent', problem: null, sentAt: EIGHT },
      { to: OFFICER, channel: 'notice', state: 'sent', problem: null, sentAt: EIGHT },
    ]);
    const [mail] = await rig.rows<{ id: string; message: string }>(
      `SELECT id, message_id AS message FROM deliveries WHERE channel = 'mail'`,
    );
    expect(mail!.message).toBe(`<${mail!.id}@thidua>`);
    expect(await readdir(mailDirectory())).toEqual([`${mail!.id}.eml`]);
    expect(await readFile(join(mailDirectory(), `${mail!.id}.eml`), 'utf8')).toContain('To: truong.phong@example.org');
  });

  it('writes in the language of the recipient', async () => {
    const mail = new BrokenTransport([]);
    const rig = await make({ mail });
    await rig.sync([], [due('campaign.dossiersDue', '2024-03-15')]);
    await rig.tickAt(EIGHT);
    expect(mail.sent.map(({ to, subject, at }) => ({ to, subject, at }))).toEqual([
      { to: 'secretary@example.org', subject: '"Thi đua yêu nước 2024" is due in 7 days (15/03/2024).', at: EIGHT },
    ]);
  });

  it('tries again when the mail certainly went nowhere, and sends it once', async () => {
    const mail = new BrokenTransport([new MailNotSentError('the server is away')]);
    const rig = await make({ mail });
    await tellOf(rig);
    expect(await deliveries(rig)).toContainEqual(
      expect.objectContaining({ channel: 'mail', state: 'pending', problem: 'the server is away' }),
    );
    rig.clock.advance(60_000);
    await rig.relay.drain();
    expect(await mailStates(rig)).toEqual(['sent']);
    expect(mail.sent).toHaveLength(1);
  });

  it('does not send again what was refused for good', async () => {
    const mail = new BrokenTransport([new MailRejectedError('no such address')]);
    const rig = await make({ mail });
    await tellOf(rig);
    expect(await mailStates(rig)).toEqual(['failed']);
    rig.clock.advance(86_400_000);
    await rig.relay.drain();
    expect(mail.sent).toEqual([]);
  });

  it('shows as in doubt, and does not send again, what nobody knows of', async () => {
    const mail = new BrokenTransport([new Error('the connection broke')]);
    const rig = await make({ mail });
    await tellOf(rig);
    rig.clock.advance(86_400_000);
    await rig.relay.drain();
    expect(mail.sent).toEqual([]);
    const queries = new RemindersQueries(rig.persistence.reads);
    expect((await queries.deliveries(SYSTEM_SCOPE, { ...PAGE, state: 'unsettled' })).items).toEqual([
      expect.objectContaining({
        recipientUserId: HEAD,
        state: 'inDoubt',
        problem: 'the connection broke',
        offsetDays: -7,
      }),
    ]);
  });

  it('shows as in doubt a mail that a worker had begun to send when it died', async () => {
    const mail = new BrokenTransport([]);
    const rig = await make({ mail });
    rig.clock.set(EIGHT);
    await rig.sync([], [due('campaign.reportDue', '2024-03-15')]);
    await rig.planner.tick(EIGHT);
    await rig.persistence.uow.run((tx) =>
      tx.change("UPDATE outbox SET available_at = ? WHERE job = 'send-mail'", [EIGHT]),
    );
    await rig.queue.stop();
    const [tell] = await rig.rows<{ id: string; payload: string }>('SELECT id, payload FROM outbox');
    await rig.executor.run({ id: tell!.id, name: 'tell-occurrences', payload: JSON.parse(tell!.payload) as object });
    await rig.persistence.uow.run((tx) => tx.change("UPDATE deliveries SET state = 'sending' WHERE channel = 'mail'"));
    await rig.start();
    await rig.relay.drain();
    expect(mail.sent).toEqual([]);
    expect(await mailStates(rig)).toEqual(['inDoubt']);
    expect(await rig.rows('SELECT id FROM outbox WHERE done_at IS NULL')).toEqual([]);
  });

  it('sends again what certainly went nowhere, although another delivery of the job had called it in doubt', async () => {
    const sent: MailMessage[] = [];
    let meanwhile: (() => Promise<void>) | undefined;
    const mail = new (class extends MailTransport {
      override async send(message: MailMessage): Promise<void> {
        if (!meanwhile) return void sent.push(message);
        const again = meanwhile;
        meanwhile = undefined;
        await again();
        throw new MailNotSentError('the server is away');
      }
    })();
    const rig = await make({ mail });
    meanwhile = async () => {
      const [job] = await rig.rows<{ id: string; payload: string }>(
        "SELECT id, payload FROM outbox WHERE job = 'send-mail'",
      );
      await rig.executor.run({ id: job!.id, name: 'send-mail', payload: JSON.parse(job!.payload) as object });
      expect(await mailStates(rig)).toEqual(['inDoubt']);
    };
    await tellOf(rig);
    rig.clock.advance(86_400_000);
    await rig.relay.drain();
    expect(sent).toHaveLength(1);
    expect(await mailStates(rig)).toEqual(['sent']);
  });

  it('sends one mail when its job is delivered twice', async () => {
    const mail = new BrokenTransport([]);
    const rig = await make({ mail });
    await tellOf(rig);
    const jobs = await rig.rows<{ id: string; job: string; payload: string }>('SELECT id, job, payload FROM outbox');
    for (const { id, job, payload } of jobs) {
      await rig.executor.run({ id, name: job, payload: JSON.parse(payload) as object });
    }
    expect(mail.sent).toHaveLength(1);
    expect(await deliveries(rig)).toHaveLength(3);
    expect(await mailStates(rig)).toEqual(['sent']);
  });

  it('sends one mail when its job is delivered twenty times at once', async () => {
    const mail = new BrokenTransport([]);
    const rig = await make({ mail });
    await rig.queue.stop();
    rig.clock.set(EIGHT);
    await rig.sync([], [due('campaign.reportDue', '2024-03-15')]);
    await rig.planner.tick(EIGHT);
    const jobsOf = (name: string): Promise<{ id: string; payload: string }[]> =>
      rig.rows('SELECT id, payload FROM outbox WHERE job = ?', [name]);
    const [tell] = await jobsOf('tell-occurrences');
    await rig.executor.run({ id: tell!.id, name: 'tell-occurrences', payload: JSON.parse(tell!.payload) as object });
    const [send] = await jobsOf('send-mail');
    const delivery = { id: send!.id, name: 'send-mail', payload: JSON.parse(send!.payload) as object };
    await Promise.all(Array.from({ length: 20 }, () => rig.executor.run(delivery)));
    expect(mail.sent).toHaveLength(1);
    expect(await mailStates(rig)).toEqual(['sent']);
  });

  describe('queries', () => {
    const scopeOn = (unitPath: string): Scope => ({
      everything: false,
      unitPaths: [unitPath],
      councilIds: [],
      personId: null,
    });

    it('show users their own notices, newest first, page by page', async () => {
      const rig = await make();
      await tellOf(rig);
      await rig.tickAt(vn('2024-03-14', '08:00'));
      const queries = new RemindersQueries(rig.persistence.reads);
      const scope = scopeOn(CAMPAIGN.unitPath);
      const first = await queries.inbox(scope, OFFICER, { limit: 1 });
      expect(first.items).toEqual([
        expect.objectContaining({
          kind: 'campaign.reportDue',
          subject: { kind: 'campaign', id: CAMPAIGN.id },
          message: expect.objectContaining({ vi: expect.stringContaining('Còn 1 ngày') }),
          readAt: null,
        }),
      ]);
      const second = await queries.inbox(scope, OFFICER, { limit: 1, cursor: first.nextCursor! });
      expect(second.items[0]?.message.vi).toContain('Còn 7 ngày');
      expect(second.nextCursor).toBeNull();
      expect((await queries.inbox(scope, SECRETARY, PAGE)).items).toEqual([]);
    });

    it('show nothing of units that the seats do not reach', async () => {
      const rig = await make();
      await tellOf(rig);
      const queries = new RemindersQueries(rig.persistence.reads);
      const elsewhere = scopeOn('/019b0a6e-0000-7000-8000-0000000000ff/');
      expect((await queries.inbox(elsewhere, OFFICER, PAGE)).items).toEqual([]);
      expect((await queries.deliveries(elsewhere, { ...PAGE, subjectId: CAMPAIGN.id })).items).toEqual([]);
      expect(
        (await queries.deliveries(scopeOn(CAMPAIGN.unitPath), { ...PAGE, subjectId: CAMPAIGN.id })).items,
      ).toHaveLength(3);
    });
  });

  it('lets a feature tell users something at once, each once', async () => {
    const rig = await make();
    const notices = new NoticesService(rig.ids);
    const launched = {
      kind: 'campaign.launched',
      subjectKind: 'campaign',
      subjectId: CAMPAIGN.id,
      unitPath: CAMPAIGN.unitPath,
      message: { vi: 'Phong trào đã phát động.', en: 'The campaign was launched.' },
    };
    const told = await rig.persistence.uow.run((tx) => notices.notify(tx, [HEAD, OFFICER, HEAD], launched, EIGHT));
    expect(told).toBe(2);
    expect(await noticesTo(rig, OFFICER)).toEqual(['Phong trào đã phát động.']);
  });

  it('has migrations that make exactly the tables of its entities', async () => {
    const rig = await make();
    expect(await schemaDrift(rig.persistence.writer)).toEqual([]);
  });
});
