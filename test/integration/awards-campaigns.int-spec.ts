import { instant } from '../../workflows/kernel';
import { CaseDirectory } from '../../src/awards';
import { QuotaBases } from '../../src/awards/quotas/quota-bases';
import { quotaAt } from '../../src/awards/quotas/tier-quota';
import { ReadDatabase } from '../../src/platform/persistence';
import { Awards } from '../factories/awards';
import { codesOf, named, START, TODAY, type SendOptions } from '../factories/awards-words';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const DUE = '2024-11-20';

function campaignsContract(database: DatabaseOf): void {
  describe('cases of a campaign', () => {
    let awards: Awards;
    let campaignId = '';
    const by = (id: string, role: 'officer' | 'office' | 'authority' = 'officer'): SendOptions => ({
      actor: awards[role],
      id,
    });
    const cycle = async (dossiersDueOn: string): Promise<string> => {
      await awards.accepted('campaign.openAwardCycle', { dossiersDueOn }, by(campaignId, 'office'));
      const [row] = await awards.rows<{ snapshot: string }>('SELECT snapshot FROM campaigns WHERE id = ?', [
        campaignId,
      ]);
      const { context } = JSON.parse(row?.snapshot ?? '{}') as { context: { awardCycles: { id: string }[] } };
      return context.awardCycles.at(-1)?.id ?? '';
    };

    beforeAll(async () => {
      awards = await Awards.open(database());
      const measure = { code: '1.1', name: 'Thu ngân sách', isMandatory: true, unit: 'tỷ đồng', direction: 'atLeast' };
      const plan = {
        ...{
          code: 'Q-2024',
          name: 'Thi đua 2024',
          kind: 'regular',
          periodType: 'calendarYear',
          rounds: [],
          allocations: [],
        },
        ...{ startsOn: '2024-01-01', endsOn: '2024-12-31', issuerIds: [awards.district], unitIds: [awards.ward] },
        indicators: [
          { code: '1', name: 'Kinh tế', measures: [{ ...measure, plans: [{ name: 'Quận', value: '60' }] }] },
        ],
      };
      campaignId = await awards.accepted('campaign.draft', plan, { actor: awards.office });
      await awards.accepted('campaign.submit', {}, by(campaignId, 'office'));
      const approval = { number: '15', symbol: 'KH-UBND', approvedOn: TODAY };
      await awards.accepted('campaign.approve', approval, by(campaignId, 'authority'));
      await awards.accepted('campaign.launch', {}, by(campaignId, 'authority'));
    });
    afterAll(() => awards.close());

    it('have no place before an award cycle is open', async () => {
      const head = { unitId: awards.ward, number: '1/TTr', datedOn: TODAY, signerTitle: 'Chủ tịch', campaignId };
      const draft = (more: object): Promise<unknown> =>
        awards.send('dossier.draft', { ...head, ...more }, { actor: awards.officer });
      expect(await draft({})).toMatchObject({ reasons: [{ code: 'DOSSIER.UNKNOWN_CYCLE' }] });
      expect(await draft({ cycleId: named('cycle') })).toMatchObject({ reasons: [{ code: 'DOSSIER.UNKNOWN_CYCLE' }] });
    });

    it('are limited to a share of the units that take part, where a rule says so', async () => {
      const share = { share: '1/2', base: 'participants', of: null, rounding: 'ceiling' } as const;
      const cited = { citation: 'Quy chế mẫu', status: 'verified', councilChoice: false } as const;
      const key = { tier: 'GK', scopeId: campaignId, year: null };
      const counted = (subjects: 'collective' | 'person') =>
        awards
          .get(QuotaBases)
          .countedFor(awards.get(ReadDatabase), quotaAt({ ...cited, ...share, scope: 'campaign', subjects }, key, '/'));
      expect(await counted('collective')).toBe(1);
      // Who of its people takes part no register says.
      expect(await counted('person')).toBeNull();
    });

    it('belong to the open cycle that ends first, and to the launching unit above', async () => {
      await cycle('2024-12-10');
      const first = await cycle(DUE);
      const id = await awards.aDossier({ campaignId });
      const [row] = await awards.rows('SELECT cycle_id, authority_unit_id FROM dossiers WHERE id = ?', [id]);
      expect(row).toEqual({ cycle_id: first, authority_unit_id: awards.district });
      const caseId = await awards.aCase(id);
      expect(await awards.rows('SELECT campaign_id, cycle_id FROM award_cases WHERE id = ?', [caseId])).toEqual([
        { campaign_id: campaignId, cycle_id: first },
      ]);
    });

    it('are counted for the campaign while they are on their way and when they are decided', async () => {
      const directory = awards.get(CaseDirectory);
      const counts = (): Promise<unknown> => directory.countsOfCampaign(awards.get(ReadDatabase), campaignId);
      expect(await counts()).toEqual({ openCaseCount: 0, decidedCaseCount: 0 });
      const id = await awards.aDossier({ campaignId });
      const caseId = await awards.aCase(id, { tier: 'LDTT' });
      await awards.complete(id);
      expect(await counts()).toEqual({ openCaseCount: 1, decidedCaseCount: 0 });
      await awards.appraise(caseId);
      await awards.all(awards.office, caseId, 'award.recommendWithoutCouncil');
      await awards.issued([caseId]);
      await awards.drain();
      expect(await counts()).toEqual({ openCaseCount: 0, decidedCaseCount: 1 });
      const summaries = await directory.summariesOf(awards.get(ReadDatabase), [caseId, named('no case')]);
      expect([...summaries.values()]).toEqual([
        {
          ...{
            id: caseId,
            release: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
            tier: 'LDTT',
            state: 'decided',
            subjectKind: 'person',
            subjectId: awards.person,
            campaignId,
          },
          ...{ unitId: awards.ward, unitPath: `/${awards.city}/${awards.district}/${awards.ward}/` },
          ...{ authorityUnitId: awards.district, submittedAt: START },
        },
      ]);
    });

    it('keep the campaign from its end as soon as their dossier is handed in, whenever the system gets round to them', async () => {
      const id = await awards.aDossier({ campaignId });
      const [counts, directory] = [{ decidedCaseCount: 1 }, awards.get(CaseDirectory)];
      const present = (): Promise<unknown> => directory.countsOfCampaign(awards.get(ReadDatabase), campaignId);
      await awards.aCase(id);
      expect(await present()).toEqual({ ...counts, openCaseCount: 0 });
      await awards.accepted('dossier.submit', {}, by(id));
      expect(await present()).toEqual({ ...counts, openCaseCount: 1 });
      await awards.drain();
      expect(await present()).toEqual({ ...counts, openCaseCount: 1 });
    });

    it('are judged by the release that the campaign rests on', async () => {
      const id = await awards.aDossier({ campaignId });
      const [before] = await awards.rows<{ snapshot: string }>('SELECT snapshot FROM campaigns WHERE id = ?', [
        campaignId,
      ]);
      const snapshot = before?.snapshot ?? '';
      const other = snapshot.replace(/"rulebookRelease":"[0-9a-f]{64}"/, `"rulebookRelease":"${'0'.repeat(64)}"`);
      await awards.damage('UPDATE campaigns SET snapshot = ? WHERE id = ?', [other, campaignId]);
      const refused = await awards.send(
        'award.draft',
        { dossierId: id, ...awards.nomination() },
        { actor: awards.officer },
      );
      expect(codesOf(refused)).toEqual(['AWARD.OTHER_RELEASE']);
      await awards.damage('UPDATE campaigns SET snapshot = ? WHERE id = ?', [snapshot, campaignId]);
      await awards.aCase(id);
    });

    it('are judged by the rules that their campaign pinned, also when other ones are in use by now', async () => {
      const id = await awards.aDossier({ campaignId });
      const pinnedRoute = async (): Promise<unknown> => {
        const caseId = await awards.aCase(id);
        const [stored] = await awards.rows<{ snapshot: string }>('SELECT snapshot FROM award_cases WHERE id = ?', [
          caseId,
        ]);
        return (JSON.parse(stored?.snapshot ?? '') as { context: { route: { council: string } } }).context.route
          .council;
      };
      expect(await pinnedRoute()).toBe('fullCouncil');
      const [kept] = await awards.rows<{ hash: string; rules: string }>('SELECT hash, rules FROM pinned_releases', []);
      const older = (kept?.rules ?? '').replaceAll('"council":"fullCouncil"', '"council":"standingCommittee"');
      expect(older).not.toBe(kept?.rules);
      const hash = 'a'.repeat(64);
      await awards.damage('INSERT INTO pinned_releases (hash, rules, pinned_at) VALUES (?, ?, ?)', [hash, older, 'x']);
      const pin = (release: string) =>
        awards.damage(
          'UPDATE campaigns SET rulebook_release = ?, snapshot = replace(snapshot, rulebook_release, ?) WHERE id = ?',
          [release, release, campaignId],
        );
      await pin(hash);
      expect(await pinnedRoute()).toBe('standingCommittee');
      await pin(kept?.hash ?? '');
      expect(await pinnedRoute()).toBe('fullCouncil');
    });

    it('come in time until the end of the last day, however late the system gets round to them', async () => {
      const inTime = await awards.aDossier({ campaignId });
      const caseId = await awards.aCase(inTime);
      const late = await awards.aDossier({ campaignId });
      await awards.aCase(late);
      // The last second of 20/11/2024 in Vietnam.
      awards.clock.set(instant('2024-11-20T16:59:59.000Z'));
      await awards.accepted('dossier.submit', {}, by(inTime));
      awards.passDays(1);
      expect(codesOf(await awards.send('dossier.submit', {}, by(late)))).toEqual(['DOSSIER.CAMPAIGN_CLOSED']);
      await awards.drain();
      expect(await awards.stateOf(caseId)).toBe('submitted');
    });

    it('wait while the campaign is suspended', async () => {
      const id = await awards.aDossier({ campaignId });
      await awards.aCase(id);
      await awards.accepted('campaign.suspend', { reason: 'Sắp xếp đơn vị' }, by(campaignId, 'authority'));
      expect(codesOf(await awards.send('dossier.submit', {}, by(id)))).toEqual(['DOSSIER.CAMPAIGN_CLOSED']);
      await awards.accepted('campaign.resume', {}, by(campaignId, 'authority'));
      await awards.accepted('dossier.submit', {}, by(id));
      await awards.drain();
      expect(await awards.broken()).toEqual([]);
    });
  });
}

describeSqlite('on SQLite', campaignsContract);
describePostgresDatabase('on PostgreSQL', campaignsContract);
