import { addDays, localDate } from '../../workflows/kernel';
import type { Actor } from '../../src/platform/auth/actor';
import { scopeOf } from '../../src/platform/auth/scope';
import { Planner } from '../../src/platform/deadlines/planner';
import { derivedId } from '../../src/platform/ids';
import { insertRows, UnitOfWork } from '../../src/platform/persistence';
import { LateQueries } from '../../src/reminders/late/late.queries';
import { WaitingQueries } from '../../src/reminders/waiting/waiting.queries';
import { AccessApp } from '../factories/access-app';
import { aUnit, settle, type Place } from '../factories/access-place';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';
import { vn } from './use-rig';

describeSqlite('on SQLite', inbox);
describePostgresDatabase('on PostgreSQL', inbox);

const PAGE = { limit: 50 };

/**
 * A district with two wards: one with all that can hang on it, one that does nothing. Its campaign names a unit outside the
 * district as well.
 */
function inbox(database: DatabaseOf): void {
  describe('the inbox', () => {
    let world: AccessApp;
    let district: Place;
    let ward: Place;
    let idle: string;
    let campaignId: string;
    let idleHead: string;
    let outsideHead: string;

    const waiting = async (actor: Actor): Promise<readonly string[]> => {
      const { items } = await world.get(WaitingQueries).list(actor, PAGE);
      return items.map(({ kind, dueOn }) => [kind, ...(dueOn === null ? [] : [dueOn])].join(' '));
    };
    const late = async (actor: Actor, query: object = {}): Promise<readonly string[]> => {
      const { items } = await world.get(LateQueries).list(scopeOf(actor), { ...PAGE, ...query });
      return items.map(({ unitId, daysLate }) => `${nameOf(unitId)} ${daysLate}`);
    };
    const nameOf = (unitId: string): string =>
      ({ [district.unitId]: 'district', [ward.unitId]: 'ward', [idle]: 'idle' })[unitId] ?? unitId;
    const tickAt = async (day: string): Promise<void> => {
      world.clock.set(vn(day, '08:00'));
      await world.get(Planner).tick(world.clock.now());
      await world.drain();
    };
    /** Who was told on a day, by login, with what. */
    const toldOn = async (day: string): Promise<readonly string[]> => {
      const rows = await world.rows<{ login: string; vi: string }>(
        `SELECT u.login, n.message_vi AS vi FROM notices n JOIN users u ON u.id = n.user_id
         WHERE n.kind = 'campaign.reportDue' AND n.subject_id = ? AND n.created_at = ? ORDER BY u.login`,
        [campaignId, vn(day, '08:00')],
      );
      return rows.map(({ login, vi }) => `${login}: ${vi}`);
    };

    /** Answers what was objected to a case and takes the question back, so that nothing holds the case up. */
    const settleOpinions = async (caseId: string, office: Actor): Promise<void> => {
      const objections = await world.rows<{ id: string; consultationId: string }>(
        `SELECT o.id, k.id AS "consultationId" FROM consultation_objections o
         JOIN consultations k ON k.id = o.consultation_id WHERE k.case_id = ?`,
        [caseId],
      );
      for (const { id, consultationId } of objections) {
        const answer = { objectionId: id, answer: 'Đã xác minh' };
        await world.accepted('consultation.answerObjection', answer, consultationId, office);
        await world.accepted('consultation.withdraw', { reason: 'Hỏi lại sau' }, consultationId, office);
      }
    };

    beforeAll(async () => {
      world = await AccessApp.open(database());
      const root = await aUnit(world, 'TINH', 'province');
      const districtId = await aUnit(world, 'MATD', 'district', root);
      const wardId = await aUnit(world, 'MATA', 'unit', districtId);
      idle = await aUnit(world, 'MATB', 'unit', districtId);
      idleHead = await world.aUser('truong.matb', idle, [{ role: 'unitHead', unitId: idle }]);
      const outside = await aUnit(world, 'NGOAI', 'unit', root);
      outsideHead = await world.aUser('truong.ngoai', outside, [{ role: 'unitHead', unitId: outside }]);
      const takesPart = [districtId, wardId, idle, outside];
      district = await settle(world, { mark: 'MATD', unitId: districtId, takesPart });
      ward = await settle(world, { mark: 'MATA', unitId: wardId, above: district });
      campaignId = district.ids.campaigns?.[0] ?? '';
      const office = district.actors.standingOffice;
      const request = { period: '2024-Q4', dueOn: '2024-11-20', unitIds: [wardId, idle, outside] };
      await world.accepted('campaign.requestReport', request, campaignId, office);
    }, 60_000);
    afterAll(() => world.close());

    it('shows a unit the report that it owes until it is sent, and then the office that it is to be verified', async () => {
      const officer = ward.actors.unitOfficer;
      expect(await waiting(officer)).toContain('reportOwed 2024-11-20');
      expect(await waiting(ward.actors.decidingAuthority)).not.toContain('reportOwed 2024-11-20');
      const [, pledgeId = ''] = ward.ids.pledges ?? [];
      const report = { period: '2024-Q4', asOf: '2024-11-14', values: [{ measureCode: 'm', value: '62' }] };
      expect(await waiting(district.actors.standingOffice)).not.toContain('reportToVerify');
      await world.accepted('pledge.report', report, pledgeId, officer);
      expect(await waiting(officer)).not.toContain('reportOwed 2024-11-20');
      expect(await waiting(district.actors.standingOffice)).toContain('reportToVerify');
      // The office of the ward keeps the pledges of the ward's own campaign, not of this one.
      expect(await waiting(ward.actors.standingOffice)).not.toContain('reportToVerify');
    });

    it('shows a pledge to whoever is to submit, sign and accept it in turn', async () => {
      const headOfIdle = await world.actorOf((await world.aToken(idleHead)).token);
      const values = [{ measureCode: 'm', value: '60' }];
      const draft = { campaignId, unitId: idle, kind: 'registration', values };
      const id = await world.accepted('pledge.draft', draft, undefined, headOfIdle);
      expect(await waiting(headOfIdle)).toEqual(['reportOwed 2024-11-20', 'pledgeToSubmit']);
      await world.accepted('pledge.submit', {}, id, headOfIdle);
      expect(await waiting(headOfIdle)).toEqual(['reportOwed 2024-11-20', 'pledgeToSign']);
      expect(await waiting(district.actors.standingOffice)).not.toContain('pledgeToAccept');
      await world.accepted('pledge.sign', { unitId: idle }, id, headOfIdle);
      expect(await waiting(headOfIdle)).toEqual(['reportOwed 2024-11-20']);
      expect(await waiting(district.actors.standingOffice)).toContain('pledgeToAccept');
      const counts = await world.get(WaitingQueries).counts(headOfIdle);
      expect(counts).toEqual({
        items: [{ kind: 'reportOwed', label: expect.anything() as object, count: 1 }],
        isCut: false,
      });
    });

    it('shows dossiers to whoever receives them, and the case to whoever appraises it', async () => {
      const [officer, office] = [ward.actors.unitOfficer, district.actors.standingOffice];
      const head = { unitId: ward.unitId, authorityUnitId: district.unitId, number: 'TTr-9', datedOn: '2024-11-14' };
      const dossierId = await world.accepted('dossier.draft', { ...head, signerTitle: 'Chủ tịch' }, undefined, officer);
      for (const code of ['BAO_CAO', 'BIEN_BAN']) {
        const paper = { title: 'Giấy tờ', code, number: '45/BC', issuer: 'UBND', date: '2024-11-14' };
        await world.accepted('dossier.addPaper', paper, dossierId, officer);
      }
      const nomination = {
        ...{ dossierId, subject: { kind: 'person', id: ward.ids.people?.[1] }, tier: 'GK', commendation: 'merit' },
        ...{ achievementId: derivedId('achievement', dossierId), achievedFrom: '2024-01-01', achievedTo: '2024-10-31' },
      };
      const caseId = await world.accepted('award.draft', nomination, undefined, officer);
      await world.accepted('dossier.submit', {}, dossierId, officer);
      expect(await waiting(office)).toContain('dossierToReceive');
      expect(await waiting(ward.actors.standingOffice)).not.toContain('dossierToReceive');
      await world.accepted('dossier.receive', {}, dossierId, office);
      expect(await waiting(office)).toContain('dossierToCheck');
      await world.accepted('dossier.markComplete', { appraisalDueOn: '2024-12-10' }, dossierId, office);
      await world.drain();
      await world.accepted('award.assign', { officerId: derivedId('officer', 'x') }, caseId, office);
      expect(await waiting(office)).toContain('caseToAppraise 2024-12-10');
      const days = async (): Promise<unknown[]> => {
        const { items } = await world.get(WaitingQueries).list(office, { ...PAGE, kind: 'caseToAppraise' });
        return items.filter(({ subject }) => subject.id === caseId).map(({ provisional }) => provisional?.en ?? null);
      };
      expect(await days()).toEqual([null]);
      const provisional = 'UPDATE deadlines SET is_provisional = 1 WHERE stream_id = ?';
      await world.get(UnitOfWork).run((tx) => tx.change(provisional, [dossierId]));
      expect(await days()).toEqual([expect.stringMatching(/^Provisional: /)]);
    });

    it('shows a member the round to vote in until the vote is cast, and nobody else', async () => {
      const [office, chair, member] = [
        district.actors.standingOffice,
        district.actors.councilChair,
        district.actors.councilMember,
      ];
      const { councilId } = district;
      const schedule = { councilId, meetsOn: '2024-11-15', kind: 'fullCouncil' };
      const id = await world.accepted('review.schedule', schedule, undefined, office);
      await settleOpinions(ward.ids.cases?.[1] ?? '', office);
      await world.accepted('review.putOnAgenda', { caseIds: [ward.ids.cases?.[1]] }, id, office);
      await world.drain();
      const members = await world.rows<{ id: string }>(
        'SELECT id FROM council_members WHERE council_id = ? ORDER BY ordinal',
        [councilId],
      );
      await world.accepted('review.convene', { presentIds: members.map((each) => each.id) }, id, office);
      expect(await waiting(member)).not.toContain('roundToVote 2024-11-15');
      const [item] = await world.rows<{ id: string }>('SELECT id FROM review_items WHERE review_id = ?', [id]);
      await world.accepted('review.openBallot', { itemIds: [item?.id] }, id, office);
      expect(await waiting(member)).toContain('roundToVote 2024-11-15');
      await world.accepted('review.cast', { itemId: item?.id, choice: 'inFavour' }, id, member);
      expect(await waiting(member)).not.toContain('roundToVote 2024-11-15');
      expect(await waiting(chair)).toContain('roundToVote 2024-11-15');
      expect(await waiting(office)).not.toContain('roundToVote 2024-11-15');
    });

    it('shows a decision to whoever signs it', async () => {
      const authority = district.actors.decidingAuthority;
      expect(await waiting(authority)).not.toContain('decisionToSign');
      await world.accepted(
        'decision.sendForSignature',
        {},
        district.ids.decisions?.[0],
        district.actors.standingOffice,
      );
      expect(await waiting(authority)).toContain('decisionToSign');
      expect(await waiting(ward.actors.decidingAuthority)).not.toContain('decisionToSign');
    });

    it('goes page by page, by day, and one kind alone when asked', async () => {
      const office = district.actors.standingOffice;
      const all = (await world.get(WaitingQueries).list(office, PAGE)).items;
      const queries = world.get(WaitingQueries);
      const first = await queries.list(office, { limit: 1 });
      const second = await queries.list(office, { limit: 50, cursor: first.nextCursor ?? '' });
      expect([...first.items, ...second.items]).toEqual(all);
      const kinds = (await queries.list(office, { ...PAGE, kind: 'caseToAppraise' })).items.map(({ kind }) => kind);
      expect(new Set(kinds)).toEqual(new Set(['caseToAppraise']));
    });

    it('tells afterwards only who owes, then the head, then the office above', async () => {
      for (const day of ['2024-11-20', '2024-11-21', '2024-11-23', '2024-11-25', '2024-11-30']) await tickAt(day);
      // The district takes part too, but the report is asked of its wards alone.
      const told = (await toldOn('2024-11-20')).map((line) => line.split(':')[0]);
      expect([...new Set(told)]).toEqual(['truong.matb', 'truong.ngoai', 'unithead.mata', 'unitofficer.mata']);
      expect(await toldOn('2024-11-21')).toEqual([
        expect.stringMatching(/^truong\.matb: .*quá hạn 1 ngày/),
        expect.stringMatching(/^truong\.ngoai: .*quá hạn 1 ngày/),
      ]);
      expect(await toldOn('2024-11-25')).toEqual([
        expect.stringMatching(/^truong\.matb: .*đề nghị Thủ trưởng/),
        expect.stringMatching(/^truong\.ngoai: .*đề nghị Thủ trưởng/),
      ]);
      expect(await toldOn('2024-11-30')).toEqual([expect.stringMatching(/^standingoffice\.matd: 1 đơn vị/)]);
    });

    it('shows a unit of another tree what the campaign that names it tells, and the campaign', async () => {
      const { token } = await world.aToken(outsideHead);
      expect((await late(await world.actorOf(token))).map((line) => line.split(' ')[1])).toEqual(['10']);
      const inbox = await world.call(token, 'GET', '/api/v1/notices?limit=50');
      const { items } = JSON.parse(inbox.text) as { items: { kind: string; subject: { id: string } }[] };
      expect(new Set(items.map(({ kind, subject }) => `${kind} ${subject.id}`))).toEqual(
        new Set([`campaign.launched ${campaignId}`, `campaign.reportDue ${campaignId}`]),
      );
      expect((await world.call(token, 'GET', `/api/v1/campaigns/${campaignId}`)).status).toBe(200);
    });

    it('shows the office who was told of its deadlines, and which mails somebody has to look at', async () => {
      const url = `/api/v1/deliveries?limit=200&subjectId=${campaignId}`;
      const told = async (token: string, more = ''): Promise<{ status: number; items: { channel: string }[] }> => {
        const { status, text } = await world.call(token, 'GET', url + more);
        return { status, items: (JSON.parse(text) as { items?: { channel: string }[] }).items ?? [] };
      };
      const { standingOffice: office, unitHead } = district.tokens;
      expect((await told(office)).items.length).toBeGreaterThan(5);
      expect(await told(office, '&state=unsettled')).toEqual({ status: 200, items: [] });
      expect((await told(ward.tokens.standingOffice)).items).toEqual([]);
      expect((await told(unitHead)).status).toBe(403);
    });

    it('marks as read what a user was told: one notice, or it and all older ones', async () => {
      const call = async (path: string, body?: object): Promise<{ status: number; text: string }> =>
        world.call(ward.tokens.unitHead, body ? 'POST' : 'GET', `/api/v1/notices${path}`, body);
      const listed = async (state: string): Promise<readonly { id: string; createdAt: string }[]> =>
        (JSON.parse((await call(`?limit=200&state=${state}`)).text) as { items: { id: string; createdAt: string }[] })
          .items;
      const told = await listed('unread');
      expect(told.length).toBeGreaterThan(2);
      const [newest, second] = told.map(({ id }) => id);
      const read = (id: string | undefined, input: object): Promise<{ status: number; text: string }> =>
        call(`/${id}/commands`, { type: 'notice.read', input });
      expect((await read(second, {})).status).toBe(200);
      expect((await listed('read')).map(({ id }) => id)).toEqual([second]);
      expect((await read(newest, { andOlder: true })).status).toBe(200);
      expect(await listed('unread')).toEqual([]);
      expect(await listed('read')).toHaveLength(told.length);
      // To say it again is no fault, and what was read keeps its moment.
      expect((await read(second, { andOlder: true })).status).toBe(200);
    });

    it('shows what waits page by page, what is due first, however many deadlines are to come', async () => {
      const [head, queries] = [await world.actorOf((await world.aToken(outsideHead)).token), world.get(WaitingQueries)];
      const before = (await waiting(head)).length;
      // As if the campaign asked for a dossier and a pledge every day for years: more than one statement looks at.
      const days = Array.from({ length: 550 }, (_, index) => addDays(localDate('2025-01-01'), index));
      const deadlines = days.flatMap((day) => [['dossiersDue', day] as const, ['registrationCloses', day] as const]);
      await world.get(UnitOfWork).run((tx) =>
        insertRows(
          tx,
          'deadlines',
          deadlines.map(([kind, day]) => ({
            ...{
              id: derivedId(kind, day),
              stream_kind: 'campaign',
              stream_id: campaignId,
              deadline_key: `${kind}:${day}`,
            },
            ...{ kind: `campaign.${kind}`, due_on: day, due_at: vn(addDays(day, 1), '00:00'), status: 'armed' },
            ...{ unit_id: district.unitId, unit_path: `/${district.unitId}/` },
            ...{ created_at: world.clock.now(), updated_at: world.clock.now() },
          })),
        ),
      );
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await queries.list(head, { limit: 150, ...(cursor === undefined ? {} : { cursor }) });
        seen.push(...page.items.map(({ dueOn, kind }) => `${dueOn} ${kind}`));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen.slice(before)).toEqual(days.flatMap((day) => [`${day} dossierOwed`, `${day} pledgeOwed`]));
      const { items, isCut } = await queries.counts(head);
      expect(items.reduce((sum, { count }) => sum + count, 0)).toBe(before + 1_100);
      expect(isCut).toBe(false);
      const reports = await queries.list(head, { ...PAGE, kind: 'reportOwed' });
      expect(reports.items.map(({ dueOn }) => dueOn)).toEqual(['2024-11-20']);
    });

    it('lists who is late, of what the asker may see and asks for', async () => {
      world.clock.set(vn('2024-11-30', '09:00'));
      const office = district.actors.standingOffice;
      expect(await late(office)).toEqual(['idle 10']);
      expect(await late(office, { campaignId, kind: 'campaign.reportDue', unitId: district.unitId })).toEqual([
        'idle 10',
      ]);
      expect(await late(office, { unitId: ward.unitId })).toEqual([]);
      expect(await late(office, { unitId: derivedId('nothing') })).toEqual([]);
      expect(await late(office, { kind: 'campaign.dossiersDue' })).toEqual([]);
      expect(await late(ward.actors.standingOffice)).toEqual([]);
      const counts = await world.get(LateQueries).counts(scopeOf(office), {});
      expect(counts).toEqual({ items: [expect.objectContaining({ campaignId, dueOn: '2024-11-20' })], isCut: false });
      expect(counts.items[0]).toMatchObject({ kind: 'campaign.reportDue', lateUnits: 1 });
    });

    it('lists what is due longest first, page by page, however many deadlines have passed since', async () => {
      const [scope, queries] = [scopeOf(district.actors.standingOffice), world.get(LateQueries)];
      // As 600 more award cycles would have them, by each of which all three units owe a dossier.
      await world.get(UnitOfWork).run((tx) =>
        insertRows(
          tx,
          'deadlines',
          Array.from({ length: 600 }, (_, index) => ({
            ...{ id: derivedId('cycle', String(index)), stream_kind: 'campaign', stream_id: campaignId },
            ...{ deadline_key: `dossiersDue:${index}`, kind: 'campaign.dossiersDue', due_on: '2024-11-25' },
            ...{ due_at: vn('2024-11-26', '00:00'), status: 'passed', unit_id: district.unitId },
            ...{ unit_path: district.actors.standingOffice.seats[0]?.unitPath ?? '' },
            ...{ created_at: world.clock.now(), updated_at: world.clock.now() },
          })),
        ),
      );
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await queries.list(scope, { limit: 200, ...(cursor === undefined ? {} : { cursor }) });
        seen.push(...page.items.map(({ deadlineId, unitId, dueOn }) => `${dueOn} ${deadlineId} ${unitId}`));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen[0]).toMatch(/^2024-11-20 /);
      expect(seen).toEqual([...new Set(seen)].sort());
      expect(seen).toHaveLength(1 + 600 * 3);
      const counts = await queries.counts(scope, {});
      expect(counts).toMatchObject({ isCut: false });
      expect(counts.items.map(({ lateUnits }) => lateUnits)).toEqual([1, ...Array.from({ length: 600 }, () => 3)]);
    });

    describe('preferences', () => {
      const url = '/api/v1/preferences';
      const token = (): string => ward.tokens.unitOfficer;
      const answer = async (...[method, payload]: ['GET' | 'POST', object?]) => {
        const { status, text } = await world.call(token(), method, url, payload);
        return { status, body: JSON.parse(text) as Record<string, unknown> };
      };

      it('are the installation’s until a user says otherwise, and theirs alone', async () => {
        expect((await answer('GET')).body).toMatchObject({
          ...{ language: null, mail: 'digest', quietHours: { from: '21:00', to: '06:30' }, mostQuietHours: 14 },
        });
        const said = { language: 'en', mail: 'daily', quietHours: { from: '20:00', to: '07:00' } };
        const set = await answer('POST', said);
        expect(set.status).toBe(201);
        expect((await answer('GET')).body).toMatchObject(said);
        const mine = `${url}/${String(set.body.id)}`;
        expect((await world.call(token(), 'GET', mine)).status).toBe(200);
        expect((await world.call(ward.tokens.unitHead, 'GET', mine)).status).toBe(404);
        expect((await answer('POST', {})).status).toBe(201);
        expect((await answer('GET')).body).toMatchObject({ language: null, mail: 'digest' });
      });

      it.each([
        [409, 'PREFERENCES.QUIET_HOURS_TOO_LONG', { quietHours: { from: '12:00', to: '08:00' } }],
        [409, 'PREFERENCES.QUIET_HOURS_EMPTY', { quietHours: { from: '08:00', to: '08:00' } }],
        [400, 'TIME_OF_DAY', { quietHours: { from: '24:00', to: '08:00' } }],
        [400, 'ONE_OF', { mail: 'hourly' }],
      ])('are refused with %i %s', async (status, code, input) => {
        const before = (await answer('GET')).body;
        const refused = await answer('POST', input);
        expect(refused.status).toBe(status);
        expect(JSON.stringify(refused.body)).toContain(code);
        expect((await answer('GET')).body).toEqual(before);
      });

      it('are nothing that the system has', async () => {
        expect(await world.send('preferences.set', {})).toMatchObject({ outcome: 'forbidden' });
      });
    });
  });
}
