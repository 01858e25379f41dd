import { endOfDay, localDate, addMilliseconds } from '../../workflows/kernel';
import { NotFoundError } from '../../src/platform/errors/platform.errors';
import { codesOf, MEETING, PledgeWorld, VALUES } from '../factories/pledges';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const CLOSES_ON = localDate('2024-02-29');
const reason = 'Để bổ sung chỉ tiêu';

describeSqlite('on SQLite', registering);
describePostgresDatabase('on PostgreSQL', registering);

function registering(database: DatabaseOf): void {
  describe('registering for a campaign', () => {
    let world: PledgeWorld;
    let campaign: string;

    beforeAll(async () => {
      world = await PledgeWorld.open(database());
    });
    afterAll(() => world.close());
    beforeEach(async () => {
      world.at(MEETING);
      campaign = await world.aCampaign();
    });
    afterEach(async () => expect(await world.violations()).toEqual([]));

    const tryDraft = (unitId = world.ward(0)) =>
      world.send('pledge.draft', world.draftOf(campaign, unitId), { actor: world.officer(unitId) });

    describe('in a window with a last day', () => {
      beforeEach(() => world.accepted('campaign.openRegistration', { closesOn: CLOSES_ON }, { id: campaign }));

      it('is possible until the last moment of that day', async () => {
        world.at(addMilliseconds(endOfDay(CLOSES_ON), -1));
        expect(await tryDraft()).toMatchObject({ outcome: 'accepted' });
      });

      it('is closed from the first moment of the next day, although nobody has closed the window yet', async () => {
        const id = await world.aDraft(campaign, world.ward(1));
        world.at(endOfDay(CLOSES_ON));
        expect(codesOf(await tryDraft())).toEqual(['PLEDGE.REGISTRATION_CLOSED']);
        const submit = await world.send('pledge.submit', {}, { id, actor: world.officer(world.ward(1)) });
        expect(codesOf(submit)).toEqual(['PLEDGE.REGISTRATION_CLOSED']);
        const [row] = await world.reads.rows<{ snapshot: string }>('SELECT snapshot FROM campaigns WHERE id = ?', [
          campaign,
        ]);
        expect(row?.snapshot).toContain('"status":"open"');
      });

      it('lets a pledge that was handed in in time and returned come back after the day', async () => {
        const officer = world.officer(world.ward(0));
        const id = await world.aDraft(campaign);
        await world.accepted('pledge.submit', {}, { id, actor: officer });
        world.at(endOfDay(CLOSES_ON));
        await world.accepted('pledge.return', { reason }, { id });
        expect(await world.send('pledge.submit', {}, { id, actor: officer })).toMatchObject({ state: 'submitted' });
      });
    });

    it('is closed when somebody has closed the window', async () => {
      await world.accepted('campaign.openRegistration', { closesOn: null }, { id: campaign });
      await world.accepted('campaign.closeRegistration', {}, { id: campaign });
      expect(codesOf(await tryDraft())).toEqual(['PLEDGE.REGISTRATION_CLOSED']);
    });

    it('is refused to a unit that the plan does not name, with every reason at once', async () => {
      const unitId = await world.aUnit('ward', 'commune', world.district);
      const draft = world.draftOf(campaign, unitId, { values: [{ measureCode: 'other', value: '1' }] });
      const result = await world.send('pledge.draft', draft, { actor: world.officer(unitId) });
      expect(codesOf(result)).toEqual(['PLEDGE.UNIT_NOT_IN_CAMPAIGN', 'PLEDGE.UNKNOWN_MEASURE']);
    });

    it('accepts one of twenty drafts that come for one unit at once', async () => {
      const unitId = world.ward(0);
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          world.send('pledge.draft', world.draftOf(campaign, unitId), {
            actor: world.actor('unitOfficer', unitId, `officer ${index}`),
          }),
        ),
      );
      const refused = results.filter(({ outcome }) => outcome === 'refused');
      expect(results.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1);
      expect(refused.map(codesOf)).toEqual(Array.from({ length: 19 }, () => ['PLEDGE.UNIT_HAS_PLEDGE']));
    });

    it.each(['pledge.withdraw', 'pledge.refuse'])('is open to the unit again after %s', async (ending) => {
      const id = await world.aDraft(campaign);
      await world.accepted('pledge.submit', {}, { id, actor: world.officer(world.ward(0)) });
      expect(codesOf(await tryDraft())).toEqual(['PLEDGE.UNIT_HAS_PLEDGE']);
      const actor = ending === 'pledge.withdraw' ? world.head(world.ward(0)) : world.office;
      await world.accepted(ending, { reason }, { id, actor });
      expect(await tryDraft()).toMatchObject({ outcome: 'accepted' });
    });

    it('keeps a campaign from being concluded while a pledge is open', async () => {
      const id = await world.aRegistered(campaign);
      const conclude = () => world.send('campaign.conclude', {}, { id: campaign, actor: world.authority });
      expect(codesOf(await conclude())).toEqual(['CAMPAIGN.PLEDGES_OPEN']);
      await world.accepted('pledge.conclude', {}, { id });
      expect(await conclude()).toMatchObject({ outcome: 'accepted' });
      expect(codesOf(await tryDraft(world.ward(1)))).toContain('PLEDGE.CAMPAIGN_NOT_RUNNING');
    });

    describe('is nothing to a stranger', () => {
      it('who may not draft for a unit that their seat does not reach', async () => {
        const stranger = { actor: world.officer(world.ward(1)) };
        const draft = world.send('pledge.draft', world.draftOf(campaign, world.ward(0)), stranger);
        await expect(draft).rejects.toBeInstanceOf(NotFoundError);
      });

      it('who does not hear that a pledge of another ward exists', async () => {
        const id = await world.aDraft(campaign);
        const stranger = { id, actor: world.officer(world.ward(1)) };
        await expect(world.send('pledge.revise', { values: VALUES }, stranger)).rejects.toBeInstanceOf(NotFoundError);
      });

      it('nor may the office pledge for a ward, or the ward register its own pledge', async () => {
        const draft = await world.send('pledge.draft', world.draftOf(campaign, world.ward(0)));
        expect(draft).toMatchObject({ outcome: 'forbidden', permissions: ['pledge.prepare'] });
        const id = await world.aDraft(campaign);
        const officer = { id, actor: world.officer(world.ward(0)) };
        expect(await world.send('pledge.sign', { unitId: world.ward(0) }, officer)).toMatchObject({
          outcome: 'forbidden',
          permissions: ['pledge.sign'],
        });
        await world.accepted('pledge.submit', {}, officer);
        expect(await world.send('pledge.accept', {}, officer)).toMatchObject({ permissions: ['pledge.keep'] });
      });

      it('finds nothing for a campaign that is not there', async () => {
        const draft = world.draftOf(world.district, world.ward(0));
        const unknown = world.send('pledge.draft', draft, { actor: world.officer(world.ward(0)) });
        await expect(unknown).rejects.toThrow('There is no campaign');
      });
    });
  });
}
