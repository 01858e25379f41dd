import { insertCluster, insertLeaders } from '../../src/clusters/clusters.repository';
import { EvidenceDirectory } from '../../src/eligibility';
import { SYSTEM_ACTOR } from '../../src/platform/auth/actor';
import { derivedId } from '../../src/platform/ids';
import { ReadDatabase, UnitOfWork, type RowReader } from '../../src/platform/persistence';
import { localDate } from '../../workflows/kernel';
import { History } from '../factories/history';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const day = localDate;

function evidenceContract(database: DatabaseOf): void {
  describe('evidence', () => {
    let history: History;
    beforeAll(async () => {
      history = await History.open(database());
    });
    afterAll(() => history.world.close());

    const person = (id: string) => ({ kind: 'person', id }) as const;

    it('is everything that the registers hold, each item with the row that it comes from', async () => {
      const id = await history.aPerson({ gender: 'female' });
      const ratingId = await history.accepted('rating.record', history.rating(id));
      const record = await history.accepted('decisionRecord.enter', history.decision([id]));
      const initiativeId = await history.anInitiative([id], { scope: 'province' });
      const [award] = await history.world.rows<{ id: string }>(
        'SELECT id FROM award_records WHERE decision_record_id = ?',
        [record],
      );
      const awardRecordId = award?.id ?? '';
      await history.accepted('initiative.use', { awardRecordId }, initiativeId);
      const disciplineId = await history.accepted('discipline.record', history.discipline(id));
      const freeze = { subjectKind: 'person', subjectId: id, startsOn: '2024-11-10', reason: 'Đơn thư' };
      const freezeId = await history.accepted('subject.freeze', freeze);
      const directory = history.world.get(EvidenceDirectory);
      const question = { subject: person(id), showsDiscipline: true, completeFrom: null };
      const evidence = await directory.of(history.world.get(ReadDatabase), question);
      expect(evidence).toMatchObject({
        subject: { kind: 'person', id },
        ...{ isWoman: true, employedFrom: null, members: [], leaderships: [], judgements: [], completeFrom: null },
        ratings: [{ year: 2023, rating: 'excellent', source: { kind: 'register', id: ratingId } }],
        awards: [{ tier: 'CSTDCS', commendation: null, source: { kind: 'record', id: awardRecordId } }],
        initiatives: [{ scope: 'province', usedFor: [{ id: awardRecordId, tier: 'CSTDCS' }] }],
        disciplines: [{ form: 'reprimand', until: '2021-12-31', source: { id: disciplineId } }],
        freezes: [{ from: '2024-11-10', until: null, source: { id: freezeId } }],
      });
      const hidden = await directory.of(history.world.get(ReadDatabase), { ...question, showsDiscipline: false });
      expect([hidden.disciplines, hidden.freezes, hidden.ratings.length]).toEqual([[], [], 1]);
    });

    it('asks as many statements for many as for one', async () => {
      const people: string[] = [];
      for (let each = 0; each < 12; each += 1) people.push(await history.aPerson());
      for (const id of people) await history.anInitiative([id]);
      const reads = history.world.get(ReadDatabase);
      const count = async (ids: readonly string[]): Promise<number> => {
        let statements = 0;
        const rows: RowReader = {
          dialect: reads.dialect,
          rows: (sql, params) => {
            statements += 1;
            return reads.rows(sql, params);
          },
        };
        const questions = ids.map((id) => ({ subject: person(id), showsDiscipline: true, completeFrom: null }));
        expect(await history.world.get(EvidenceDirectory).ofMany(rows, questions)).toHaveLength(ids.length);
        return statements;
      };
      expect(await count(people)).toBe(await count(people.slice(0, 1)));
    });

    it('knows the members of a collective that is a unit, where the registers are complete, and the clusters that it led', async () => {
      const name = 'Phường Ba';
      const unit = { code: 'P-BA', name, kind: 'ward', level: 'commune', validFrom: '2020-01-01' };
      const ward = await history.accepted('unit.add', { ...unit, parentId: history.district }, undefined, SYSTEM_ACTOR);
      const send = (type: string, input: object) => history.accepted(type, input, undefined, SYSTEM_ACTOR);
      const collective = await send('collective.add', { name: `Tập thể ${name}`, unitId: ward });
      const team = await send('collective.add', { name: 'Tổ Một', unitId: ward });
      const people = [
        await send('person.add', { name: 'Người mẫu 1', unitId: ward, gender: 'female' }),
        await send('person.add', { name: 'Người mẫu 2', unitId: ward }),
      ];
      const period = { achievedFrom: '2023-01-01', achievedTo: '2023-12-31' };
      const decision = history.decision(people.slice(0, 1), { issuedOn: '2024-01-10' }, { tier: 'LDTT', ...period });
      await send('decisionRecord.enter', decision);
      for (const id of people) await send('rating.record', history.rating(id, { rating: 'good' }));
      await lead(ward);
      const directory = history.world.get(EvidenceDirectory);
      const question = { showsDiscipline: true, completeFrom: day('2023-01-01') };
      const [whole, incomplete, part] = await directory.ofMany(history.world.get(ReadDatabase), [
        { ...question, subject: { kind: 'collective', id: collective } },
        { ...question, subject: { kind: 'collective', id: collective }, completeFrom: null },
        { ...question, subject: { kind: 'collective', id: team } },
      ]);
      expect(whole).toMatchObject({
        members: [
          {
            ...{ year: 2023, members: 2, women: 1, gravestDiscipline: null },
            holders: { LDTT: 1, CSTDCS: 0 },
            ratedAtLeast: { completed: 2, good: 2, excellent: 0 },
          },
        ],
        leaderships: [{ of: 'cluster', year: 2024, level: 'district', months: null }],
      });
      expect(incomplete?.leaderships).toHaveLength(1);
      expect([part?.members, part?.leaderships]).toEqual([[], []]);
    });

    /** The conference of a cluster of the district elects this unit. */
    async function lead(unitId: string): Promise<void> {
      const { district, world } = history;
      const dates = { period: '2024', startsOn: day('2024-01-01'), endsOn: day('2024-12-31'), closedOn: null };
      const cluster = { id: derivedId('cluster', unitId), code: 'CUM-1', name: 'Cụm số 1', ...dates };
      const ballot = { reviewId: derivedId('review'), itemId: derivedId('item') };
      await world.get(UnitOfWork).run(async (tx) => {
        const place = { unitId: district, unitPath: `/${district}/` };
        await insertCluster(tx, { ...cluster, periodType: 'calendarYear', ...place });
        await insertLeaders(tx, [{ clusterId: cluster.id, unitId, place: 1, votes: 5, of: 6, ...ballot }]);
      });
    }
  });
}

describeSqlite('evidence on SQLite', evidenceContract);
describePostgresDatabase('evidence on PostgreSQL', evidenceContract);
