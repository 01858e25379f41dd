import { localDate } from '../../workflows/kernel';
import { scopeOf } from '../../src/platform/auth/scope';
import { DossiersQueries } from '../../src/awards/dossiers/dossiers.queries';
import { Awards } from '../factories/awards';
import { codesOf, named, TODAY, type SendOptions } from '../factories/awards-words';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const REASON = { reason: 'Thiếu báo cáo thành tích của ông Nguyễn Văn Mẫu' };

function dossiersContract(database: DatabaseOf): void {
  describe('dossiers', () => {
    let awards: Awards;
    beforeAll(async () => {
      awards = await Awards.open(database());
    });
    afterAll(() => awards.close());

    const by = (id: string, role: 'officer' | 'office' = 'officer'): SendOptions => ({ actor: awards[role], id });

    it('are refused with every reason while something is missing', async () => {
      const head = { unitId: awards.ward, number: '1/TTr', datedOn: '2024-11-16', signerTitle: 'Chủ tịch' };
      const id = await awards.accepted('dossier.draft', head, { actor: awards.officer });
      expect(codesOf(await awards.send('dossier.submit', {}, by(id)))).toEqual([
        'DOSSIER.NO_CASES',
        'DOSSIER.PAPERS_MISSING',
        'DOSSIER.DATED_IN_THE_FUTURE',
      ]);
      expect(codesOf(await awards.send('dossier.receive', {}, by(id, 'office')))).toEqual(['DOSSIER.NOT_IN_STATE']);
      expect(codesOf(await awards.send('dossier.receive', {}, by(id)))).toEqual(['forbidden']);
    });

    it('are not begun by a unit that was dissolved: what remains is proposed by whoever took over', async () => {
      const unitId = await awards.accepted('unit.add', {
        ...{ code: 'GIAITHE', name: 'Phường đã giải thể', kind: 'ward', level: 'commune' },
        ...{ parentId: awards.district, validFrom: '2020-01-01' },
      });
      await awards.accepted('unit.dissolve', { on: TODAY, document: '1/QĐ-UBND' }, { id: unitId });
      const head = { unitId, number: '9/TTr', datedOn: TODAY, signerTitle: 'Chủ tịch' };
      const actor = awards.seat('unitOfficer', awards.city, awards.district, unitId);
      expect(codesOf(await awards.send('dossier.draft', head, { actor }))).toEqual(['DOSSIER.UNIT_IS_DISSOLVED']);
    });

    it('take their cases along when they are submitted, received and returned', async () => {
      const id = await awards.aDossier();
      const cases = [await awards.aCase(id), await awards.aCase(id)];
      const states = (): Promise<string[]> => Promise.all(cases.map((each) => awards.stateOf(each)));
      await awards.accepted('dossier.submit', {}, by(id));
      expect(await states()).toEqual(['draft', 'draft']);
      await awards.drain();
      expect(await states()).toEqual(['submitted', 'submitted']);
      await awards.accepted('dossier.receive', {}, by(id, 'office'));
      await awards.drain();
      expect(await states()).toEqual(['received', 'received']);
      await awards.accepted('dossier.return', REASON, by(id, 'office'));
      await awards.drain();
      expect(await states()).toEqual(['returned', 'returned']);
      const [{ id: officerId }] = [awards.officer];
      const submitted = await awards.rows(`SELECT body FROM events WHERE stream_id = ? AND type = 'award.submit'`, [
        cases[0] ?? '',
      ]);
      expect(JSON.parse(String(submitted[0]?.body))).toMatchObject({ by: officerId });
    });

    it('keep the reason of a return out of the events and show it to those concerned', async () => {
      const id = await awards.aDossier();
      await awards.aCase(id);
      await awards.accepted('dossier.submit', {}, by(id));
      await awards.accepted('dossier.return', REASON, by(id, 'office'));
      await awards.drain();
      const seen = await awards.get(DossiersQueries).one(scopeOf(awards.officer), id);
      expect(seen).toMatchObject({ state: 'returned', returnReason: REASON.reason, caseCounts: { draft: 1 } });
      expect(await awards.rows('SELECT seq FROM events WHERE body LIKE ?', ['%Nguyễn Văn Mẫu%'])).toEqual([]);
      expect(await awards.rows('SELECT id FROM outbox WHERE payload LIKE ?', ['%Nguyễn Văn Mẫu%'])).toEqual([]);
    });

    it('may be received before the system got round to their cases', async () => {
      const id = await awards.aDossier();
      const caseId = await awards.aCase(id);
      await awards.accepted('dossier.submit', {}, by(id));
      await awards.all(awards.office, id, 'dossier.receive', 'dossier.markComplete');
      await awards.drain();
      expect(await awards.stateOf(caseId)).toBe('received');
    });

    it('may turn round before the system got to their cases, which then stand where the dossier does', async () => {
      const id = await awards.aDossier();
      const caseId = await awards.aCase(id);
      await awards.accepted('dossier.submit', {}, by(id));
      await awards.drain();
      await awards.accepted('dossier.return', REASON, by(id, 'office'));
      await awards.accepted('dossier.submit', {}, by(id));
      await awards.drain();
      const [dossier] = await awards.rows('SELECT state FROM dossiers WHERE id = ?', [id]);
      expect([dossier?.state, await awards.stateOf(caseId)]).toEqual(['submitted', 'submitted']);
    });

    it('take no case once they are on their way, and no case goes before them', async () => {
      const id = await awards.aDossier();
      const caseId = await awards.aCase(id);
      expect(codesOf(await awards.send('award.submit', {}, by(caseId)))).toEqual(['AWARD.DOSSIER_NOT_SUBMITTED']);
      await awards.accepted('dossier.submit', {}, by(id));
      const late = await awards.send(
        'award.draft',
        { dossierId: id, ...awards.nomination() },
        { actor: awards.officer },
      );
      expect(codesOf(late)).toEqual(['AWARD.DOSSIER_NOT_OPEN']);
    });

    it('are appraised only once they are complete', async () => {
      const id = await awards.aDossier();
      const caseId = await awards.aCase(id);
      await awards.accepted('dossier.submit', {}, by(id));
      await awards.accepted('dossier.receive', {}, by(id, 'office'));
      await awards.drain();
      const assign = { officerId: named('expert') };
      expect(codesOf(await awards.send('award.assign', assign, by(caseId, 'office')))).toEqual([
        'AWARD.DOSSIER_INCOMPLETE',
      ]);
      await awards.accepted('dossier.markComplete', {}, by(id, 'office'));
      await awards.accepted('award.assign', assign, by(caseId, 'office'));
    });

    it('tell a stale version from a present one', async () => {
      const id = await awards.aDossier();
      await awards.aCase(id);
      const submit = (expectedVersion: number, commandId: string): Promise<unknown> =>
        awards.send('dossier.submit', {}, { ...by(id), expectedVersion, commandId });
      expect(await submit(2, 'stale')).toEqual({ outcome: 'stale', version: 3 });
      const first = await submit(3, 'present');
      expect(first).toMatchObject({ outcome: 'accepted', version: 4 });
      expect(await submit(3, 'present')).toEqual({ ...(first as object), isRepeat: true });
    });

    it('go to the unit itself or to one above it', async () => {
      const head = { unitId: awards.ward, number: '2/TTr', datedOn: TODAY, signerTitle: 'Chủ tịch' };
      const draft = (more: object): Promise<unknown> =>
        awards.send('dossier.draft', { ...head, ...more }, { actor: awards.officer });
      expect(await draft({ authorityUnitId: awards.otherWard })).toMatchObject({
        reasons: [{ code: 'DOSSIER.UNKNOWN_AUTHORITY' }],
      });
      const cycle = { cycleId: named('cycle') };
      expect(await draft(cycle)).toMatchObject({ reasons: [{ code: 'DOSSIER.CYCLE_WITHOUT_CAMPAIGN' }] });
      expect(await draft({ campaignId: named('campaign') })).toMatchObject({
        reasons: [{ code: 'DOSSIER.UNKNOWN_CAMPAIGN' }],
      });
      const own = await awards.accepted(
        'dossier.draft',
        { ...head, authorityUnitId: awards.ward },
        { actor: awards.officer },
      );
      expect(await awards.rows('SELECT authority_unit_id, authority_level FROM dossiers WHERE id = ?', [own])).toEqual([
        { authority_unit_id: awards.ward, authority_level: 'commune' },
      ]);
    });

    it('tell the standing office once, however many cases they have', async () => {
      const userId = await awards.accepted('user.add', { login: 'thuong.truc' });
      const seat = { role: 'standingOffice', unitId: awards.district, validFrom: localDate('2020-01-01') };
      await awards.accepted('user.giveSeat', seat, { id: userId });
      const id = await awards.aDossier();
      for (let each = 0; each < 3; each += 1) await awards.aCase(id);
      await awards.accepted('dossier.submit', {}, by(id));
      await awards.drain();
      const notices = 'SELECT kind, subject_kind FROM notices WHERE subject_id = ? AND user_id = ?';
      expect(await awards.rows(notices, [id, userId])).toEqual([
        { kind: 'dossier.submitted', subject_kind: 'dossier' },
      ]);
    });

    it('are judged by the rules of the day of submission', async () => {
      awards.clock.set(awards.passDays(227));
      const id = await awards.aDossier();
      const caseId = await awards.aCase(id);
      expect(awards.clock.now()).toBe('2025-06-29T17:00:00.000Z');
      awards.passDays(1);
      await awards.accepted('dossier.submit', {}, by(id));
      await awards.drain();
      // District heads decided on GK until 30/06/2025; from 01/07/2025 there are no districts.
      expect(await awards.stateOf(caseId)).toBe('draft');
      expect(codesOf(await awards.send('award.submit', {}, by(caseId)))).toEqual(['AWARD.ROUTE_CHANGED']);
      expect(await awards.broken()).toEqual([]);
    });
  });
}

describeSqlite('on SQLite', dossiersContract);
describePostgresDatabase('on PostgreSQL', dossiersContract);
