import { scopeOf, SYSTEM_SCOPE } from '../../src/platform/auth/scope';
import type { Actor } from '../../src/platform/auth/actor';
import { NotFoundError } from '../../src/platform/errors/platform.errors';
import { PledgeDirectory } from '../../src/pledges';
import { PledgesQueries } from '../../src/pledges/pledges.queries';
import { ProgressReportsQueries } from '../../src/pledges/progress/progress-reports.queries';
import { instant } from '../../workflows/kernel';
import { codesOf, MEETING, PledgeWorld, VALUES } from '../factories/pledges';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

describeSqlite('on SQLite', agreeing);
describePostgresDatabase('on PostgreSQL', agreeing);

function agreeing(database: DatabaseOf): void {
  describe('an agreement of several wards', () => {
    let world: PledgeWorld;
    let campaign: string;
    let preparing: string;
    const queries = (): PledgesQueries => world.module.get(PledgesQueries, { strict: false });

    beforeAll(async () => {
      world = await PledgeWorld.open(database(), 4);
      preparing = world.ward(0);
    });
    afterAll(() => world.close());
    beforeEach(async () => {
      world.at(MEETING);
      campaign = await world.aCampaign();
    });
    afterEach(async () => expect(await world.violations()).toEqual([]));

    /** All wards but the last one. */
    const members = (): readonly string[] => world.wards.slice(0, 3);
    const draft = (more: object = {}) =>
      world.send(
        'pledge.draft',
        world.draftOf(campaign, preparing, { kind: 'agreement', memberUnitIds: members(), ...more }),
        { actor: world.officer(preparing) },
      );
    const anAgreement = async (): Promise<string> => {
      const result = await draft();
      if (result.outcome !== 'accepted') throw new Error(JSON.stringify(result));
      return result.id;
    };
    const sign = (id: string, unitId: string, actor: Actor = world.head(unitId)) =>
      world.send('pledge.sign', { unitId }, { id, actor });
    const possible = async (id: string, actor: Actor): Promise<readonly string[]> => {
      const { items } = await queries().commandsOf(scopeOf(actor), actor, id);
      return items.filter(({ isPossible }) => isPossible).map(({ type }) => type);
    };

    it('is complete when every ward has signed, each by its own head', async () => {
      const id = await anAgreement();
      await world.accepted('pledge.submit', {}, { id, actor: world.officer(preparing) });
      expect(codesOf(await world.send('pledge.accept', {}, { id }))).toEqual(['PLEDGE.NOT_ALL_SIGNED']);
      for (const unitId of members()) expect(await sign(id, unitId)).toMatchObject({ outcome: 'accepted' });
      expect(await world.send('pledge.accept', {}, { id })).toMatchObject({ state: 'registered' });
      const seen = await queries().one(scopeOf(world.head(world.ward(2))), id);
      expect(seen.members.map(({ isSigned }) => isSigned)).toEqual([true, true, true]);
      expect(seen.unitId).toBe(preparing);
    });

    it('is signed for a ward by nobody from elsewhere, and once', async () => {
      const id = await anAgreement();
      expect(await sign(id, world.ward(1), world.head(world.ward(2)))).toMatchObject({ outcome: 'forbidden' });
      await expect(sign(id, world.ward(3))).rejects.toMatchObject({ code: 'PLATFORM.NOT_FOUND' });
      await sign(id, world.ward(1));
      expect(codesOf(await sign(id, world.ward(1)))).toEqual(['PLEDGE.ALREADY_SIGNED']);
    });

    it('is revised by the ward that prepares it alone, and signed anew', async () => {
      const id = await anAgreement();
      await sign(id, world.ward(1));
      const revise = (actor: Actor) => world.send('pledge.revise', { values: VALUES }, { id, actor });
      expect(await revise(world.officer(world.ward(1)))).toMatchObject({ outcome: 'forbidden' });
      expect(await revise(world.officer(preparing))).toMatchObject({ outcome: 'accepted' });
      const { members: signers } = await queries().one(scopeOf(world.office), id);
      expect(signers.map(({ isSigned }) => isSigned)).toEqual([false, false, false]);
    });

    it('needs two wards or more under one unit, the preparing one among them', async () => {
      expect(codesOf(await draft({ memberUnitIds: [preparing] }))).toEqual(['PLEDGE.AGREEMENT_WITHOUT_MEMBERS']);
      expect(codesOf(await draft({ memberUnitIds: [world.ward(1), world.ward(2)] }))).toEqual([
        'PLEDGE.AGREEMENT_WITHOUT_MEMBERS',
      ]);
      const elsewhere = await world.aUnit('province', 'province');
      expect(codesOf(await draft({ memberUnitIds: [preparing, elsewhere] }))).toEqual([
        'PLEDGE.MEMBERS_WITHOUT_COMMON_UNIT',
      ]);
    });

    it('tells everybody what they themselves can do with it', async () => {
      const id = await anAgreement();
      expect(await possible(id, world.officer(preparing))).toEqual(['pledge.revise', 'pledge.submit']);
      expect(await possible(id, world.head(world.ward(1)))).toEqual(['pledge.sign']);
      await sign(id, world.ward(1));
      expect(await possible(id, world.head(world.ward(1)))).toEqual([]);
      await world.accepted('pledge.submit', {}, { id, actor: world.officer(preparing) });
      expect(await possible(id, world.office)).toEqual(['pledge.return', 'pledge.refuse']);
    });

    it('is seen by its members and above, and by no other ward', async () => {
      const id = await anAgreement();
      const list = async (actor: Actor) =>
        (await queries().list(scopeOf(actor), { campaignId: campaign, limit: 50 })).items.map((item) => item.id);
      for (const actor of [world.officer(world.ward(2)), world.office]) expect(await list(actor)).toEqual([id]);
      const stranger = world.officer(world.ward(3));
      expect(await list(stranger)).toEqual([]);
      await expect(queries().one(scopeOf(stranger), id)).rejects.toBeInstanceOf(NotFoundError);
      await expect(queries().commandsOf(scopeOf(stranger), stranger, id)).rejects.toBeInstanceOf(NotFoundError);
    });

    it('tells the heads and officers of all its wards when it is returned, each once', async () => {
      const told: string[] = [];
      for (const unitId of members()) {
        told.push(await world.aUser('unitHead', unitId), await world.aUser('unitOfficer', unitId));
      }
      for (const unitId of [world.ward(3), world.district]) await world.aUser('unitHead', unitId);
      const id = await anAgreement();
      await world.accepted('pledge.submit', {}, { id, actor: world.officer(preparing) });
      await world.accepted('pledge.return', { reason: 'Thiếu chữ ký' }, { id });
      await world.doJobs();
      const notices = await world.reads.rows<{ userId: string; vi: string }>(
        `SELECT user_id AS "userId", message_vi AS "vi" FROM notices WHERE subject_id = ?`,
        [id],
      );
      expect(notices.map(({ userId }) => userId).sort()).toEqual(told.sort());
      expect(notices[0]?.vi).toContain('Bản giao ước thi đua do Đơn vị');
    });

    it('answers for its wards in the overview of who has reported, where they have no pledge of their own', async () => {
      const id = await anAgreement();
      const own = await world.aRegistered(campaign, world.ward(1));
      for (const unitId of members()) await sign(id, unitId);
      await world.accepted('pledge.submit', {}, { id, actor: world.officer(preparing) });
      await world.accepted('pledge.accept', {}, { id });
      world.at(instant('2024-04-02T02:00:00.000Z'));
      const q1 = { period: '2024-Q1', asOf: '2024-03-31', values: [{ measureCode: 'income', value: '15' }] };
      await world.accepted('pledge.report', q1, { id, actor: world.officer(preparing) });

      const progress = await new PledgeDirectory().progressOf(world.reads, SYSTEM_SCOPE, campaign);
      const reported = [expect.objectContaining({ period: '2024-Q1', status: 'reported' })];
      expect(new Map(progress.map((unit) => [unit.unitId, unit]))).toEqual(
        new Map([
          [world.ward(0), { unitId: world.ward(0), pledgeId: id, pledgeState: 'reporting', reports: reported }],
          [world.ward(1), { unitId: world.ward(1), pledgeId: own, pledgeState: 'registered', reports: [] }],
          [world.ward(2), { unitId: world.ward(2), pledgeId: id, pledgeState: 'reporting', reports: reported }],
          [world.ward(3), { unitId: world.ward(3), pledgeId: null, pledgeState: null, reports: [] }],
        ]),
      );
      const wardOnly = scopeOf(world.officer(world.ward(3)));
      expect(await new PledgeDirectory().progressOf(world.reads, wardOnly, campaign)).toHaveLength(1);
    });

    it('lists reports to who sees their pledge, and pages through them', async () => {
      for (const unitId of members()) {
        const id = await world.aRegistered(campaign, unitId);
        const actor = world.officer(unitId);
        const early = { period: '2024-01', asOf: '2024-01-18', values: [{ measureCode: 'income', value: '1' }] };
        await world.accepted('pledge.report', early, { id, actor });
      }
      const reports = world.module.get(ProgressReportsQueries, { strict: false });
      const query = { campaignId: campaign, limit: 2 };
      const first = await reports.list(scopeOf(world.office), query);
      const second = await reports.list(scopeOf(world.office), { ...query, cursor: first.nextCursor ?? '' });
      expect([...first.items, ...second.items].map(({ unitId }) => unitId).sort()).toEqual([...members()].sort());
      expect(second.nextCursor).toBeNull();
      expect(first.items[0]?.values).toHaveLength(1);
      const own = await reports.list(scopeOf(world.officer(world.ward(1))), query);
      expect(own.items.map(({ unitId }) => unitId)).toEqual([world.ward(1)]);
      expect((await reports.list(scopeOf(world.officer(world.ward(3))), query)).items).toEqual([]);
    });
  });
}
