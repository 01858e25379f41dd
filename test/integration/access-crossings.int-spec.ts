import { derivedId } from '../../src/platform/ids';
import type { CommandResult } from '../../src/platform/runner/command-result';
import { fingerprint } from '../factories/access-dump';
import { openLand, type Land } from '../factories/access-land';
import type { Place } from '../factories/access-place';
import { refusalCodes } from '../factories/registers';
import { describeSqlite } from '../support/database';

/** Ids of other places, sent inside commands that the sender may well send: nothing must come of them. */
describeSqlite('ids of others inside a command', (database) => {
  describe('of a ward', () => {
    let land: Land;
    let before: number;
    beforeAll(async () => {
      land = await openLand(database());
    });
    beforeEach(async () => {
      before = await fingerprint(land.world);
    });
    afterEach(async () => {
      expect(await fingerprint(land.world)).toEqual(before);
    });
    afterAll(() => land.world.close());

    const dossierOf = (place: Place, more: object): Promise<CommandResult> =>
      land.world.send(
        'dossier.draft',
        { unitId: place.unitId, number: '9/TTr', datedOn: '2024-11-01', signerTitle: 'Chủ tịch', ...more },
        undefined,
        place.actors.unitOfficer,
      );
    const decide = (place: Place, caseIds: readonly string[]): Promise<CommandResult> =>
      land.world.send(
        'decision.draft',
        { authorityUnitId: place.unitId, caseIds },
        undefined,
        place.actors.standingOffice,
      );

    it('let nobody preside or vote in another council than the one that the seat names', async () => {
      const { world, a, district } = land;
      const [, later = ''] = a.ids.reviews ?? [];
      const permittedTo = async (token: string): Promise<readonly string[]> => {
        const { text } = await world.call(token, 'GET', `/api/v1/reviews/${later}/commands`);
        const { items } = JSON.parse(text) as { items: { type: string; isPermitted: boolean }[] };
        return items.filter(({ isPermitted }) => isPermitted).map(({ type }) => type);
      };
      expect(await permittedTo(a.tokens.councilChair)).not.toEqual([]);
      // The district lies above the ward, and its chair presides in the council of the district all the same.
      for (const role of ['councilChair', 'councilMember'] as const) {
        expect(await permittedTo(district.tokens[role])).toEqual([]);
        const postponed = await world.send(
          'review.postpone',
          { reason: 'Không phải Hội đồng này' },
          later,
          district.actors[role],
        );
        expect(postponed).toMatchObject({ outcome: 'forbidden' });
      }
    });

    it('do not let a dossier enter a campaign of another ward', async () => {
      const campaignId = land.b.ids.campaigns?.[0];
      expect(refusalCodes(await dossierOf(land.a, { campaignId }))).toEqual(['DOSSIER.UNKNOWN_CAMPAIGN']);
      expect(refusalCodes(await dossierOf(land.a, { campaignId: land.elsewhere.ids.campaigns?.[0] }))).toEqual([
        'DOSSIER.UNKNOWN_CAMPAIGN',
      ]);
    });

    it('do not let a council judge a case that was submitted to another unit', async () => {
      const agenda = (place: Place, caseId = ''): Promise<CommandResult> =>
        land.world.send(
          'review.putOnAgenda',
          { caseIds: [caseId] },
          place.ids.reviews?.[1],
          place.actors.standingOffice,
        );
      for (const place of [land.a, land.b, land.elsewhere]) {
        expect(refusalCodes(await agenda(place, land.a.ids.cases?.[1]))).toEqual(['REVIEW.CASES_NOT_LISTED']);
      }
    });

    it('do not let a dossier go to a unit that is not above', async () => {
      for (const { unitId } of [land.b, land.elsewhere]) {
        expect(refusalCodes(await dossierOf(land.a, { authorityUnitId: unitId }))).toEqual([
          'DOSSIER.UNKNOWN_AUTHORITY',
        ]);
      }
    });

    it('do not let an authority decide a case that was submitted to another one', async () => {
      const [, submittedUp] = land.a.ids.cases ?? [];
      const [ofOther] = land.b.ids.cases ?? [];
      for (const caseId of [submittedUp, ofOther]) {
        expect(refusalCodes(await decide(land.a, [caseId ?? '']))).toContain('DECISION.UNKNOWN_CASE');
      }
      expect(refusalCodes(await decide(land.district, [ofOther ?? '']))).toContain('DECISION.UNKNOWN_CASE');
    });

    it.each(['people', 'collectives', 'households'] as const)(
      'do not let a ward nominate, and so name, the %s of another one',
      async (kind) => {
        const subject = (place: Place): object => ({
          kind: { people: 'person', collectives: 'collective', households: 'household' }[kind],
          id: place.ids[kind]?.[0],
        });
        const [dossierId] = land.a.ids.dossiers ?? [];
        const nomination = {
          ...{ dossierId, tier: 'GK', commendation: 'merit', achievementId: derivedId('achievement', kind) },
          ...{ achievedFrom: '2024-01-01', achievedTo: '2024-10-31' },
        };
        const nominate = (place: Place): Promise<CommandResult> =>
          land.world.send(
            'award.draft',
            { ...nomination, subject: subject(place) },
            undefined,
            land.a.actors.unitOfficer,
          );
        for (const place of [land.b, land.elsewhere]) {
          expect(refusalCodes(await nominate(place))).toContain('AWARD.NO_SUCH_SUBJECT');
        }
        expect(refusalCodes(await nominate(land.a))).not.toContain('AWARD.NO_SUCH_SUBJECT');
      },
    );

    it('do not let a ward draft a case in the dossier of another one', async () => {
      const nomination = {
        ...{ dossierId: land.b.ids.dossiers?.[0], subject: { kind: 'person', id: land.a.ids.people?.[0] } },
        ...{ tier: 'GK', commendation: 'merit', achievementId: derivedId('achievement', 'foreign dossier') },
        ...{ achievedFrom: '2024-01-01', achievedTo: '2024-10-31' },
      };
      await expect(
        land.world.send('award.draft', nomination, undefined, land.a.actors.unitOfficer),
      ).rejects.toMatchObject({ code: 'PLATFORM.NOT_FOUND' });
    });

    it('do not let a ward pledge for another one, or in its campaign', async () => {
      const pledge = { unitId: land.a.unitId, kind: 'registration', values: [{ measureCode: 'm', value: '60' }] };
      const send = (input: object): Promise<CommandResult> =>
        land.world.send('pledge.draft', { ...pledge, ...input }, undefined, land.a.actors.unitOfficer);
      const notFound = { code: 'PLATFORM.NOT_FOUND' };
      await expect(send({ campaignId: land.b.ids.campaigns?.[0] })).rejects.toMatchObject(notFound);
      await expect(send({ campaignId: land.district.ids.campaigns?.[0], unitId: land.b.unitId })).rejects.toMatchObject(
        notFound,
      );
      await expect(send({ campaignId: land.district.ids.draftCampaigns?.[0] })).rejects.toMatchObject(notFound);
    });
  });
});
