import { AskedSubjects } from '../../src/eligibility/asked-subjects';
import { ComparisonsQueries } from '../../src/eligibility/comparisons.queries';
import { EligibilityRules } from '../../src/eligibility/eligibility-rules';
import { EvaluationsQueries } from '../../src/eligibility/evaluations.queries';
import { derivedId } from '../../src/platform/ids';
import { ReadDatabase } from '../../src/platform/persistence';
import { RulebooksService } from '../../src/rulebooks';
import { PlaceCodes, UnitDirectory } from '../../src/units';
import { SYSTEM_ACTOR } from '../../src/platform/auth/actor';
import { fingerprint } from '../factories/access-dump';
import type { Answer } from '../factories/access-app';
import { History, PAPER } from '../factories/history';
import { simpleRules } from '../factories/simple-rules';
import { describeSqlite } from '../support/database';

const NOBODY = derivedId('nobody');
describeSqlite('eligibility', (database) => {
  describe('what subjects may be proposed for', () => {
    let history: History;
    let evaluations: EvaluationsQueries;
    let comparisons: ComparisonsQueries;

    beforeAll(async () => {
      history = await History.open(database());
      const get = history.world.get.bind(history.world);
      const rulebooks = new RulebooksService(simpleRules(get(RulebooksService).release()));
      const rules = new EligibilityRules(get(ReadDatabase), rulebooks, get(UnitDirectory), get(PlaceCodes));
      evaluations = new EvaluationsQueries(rules, get(AskedSubjects));
      comparisons = new ComparisonsQueries(rules, get(AskedSubjects));
    });
    afterAll(() => history.world.close());

    const person = (id: string, more: object = {}) => ({ kind: 'person', id, ...more }) as const;
    const asked = (subjects: readonly object[], more: object = {}) => ({
      ...{ on: '2024-12-20', unitId: history.district, subjects },
      ...more,
    });
    const post = (path: string, body: object, { token } = history.of('standingOffice', 'A')): Promise<Answer> =>
      history.world.call(token, 'POST', `/api/v1/${path}`, body);

    describe('an evaluation', () => {
      const of = (subjects: readonly object[], more: object = {}) =>
        evaluations.of(history.office, asked(subjects, { tier: 'CSTDCS', ...more }) as never);

      it('answers with the tree, the evidence, the article and the words for it', async () => {
        const id = await history.aPerson();
        const ratingId = await history.accepted('rating.record', history.rating(id, { year: 2024 }));
        const { rulebook, subjects } = await of([person(id)]);
        expect(rulebook).toEqual({ id: 'vn-r2', regime: 'R2', layers: [] });
        expect(subjects).toMatchObject([
          {
            ...{ isDisciplineSeen: true, mayBeProposedFor: ['CSTDCS'], next: [] },
            answers: [
              {
                ...{ tier: 'CSTDCS', tierName: { vi: 'Chiến sĩ thi đua cơ sở' }, finding: 'met', status: 'verified' },
                standard: {
                  ...{ kind: 'any', finding: 'met' },
                  parts: [
                    { is: 'ratedAtLeast', finding: 'met', used: [{ source: { kind: 'register', id: ratingId } }] },
                    { is: 'initiativesAtLeast', finding: 'notProven' },
                  ],
                },
                common: [{ is: 'nothingPending', finding: 'met' }],
              },
            ],
          },
        ]);
        const [answer] = subjects[0]?.answers ?? [];
        expect(answer?.lines).toHaveLength(5);
        expect(answer?.lines?.[2]).toMatchObject({ depth: 2, citation: 'Điều 23', finding: 'met' });
        for (const { text } of answer?.lines ?? []) expect(text.vi).not.toBe(text.en);
      });

      it('says what is missing for what comes next, and leaves it to a person', async () => {
        const id = await history.aPerson();
        const [subject] = (await of([person(id)], { tier: undefined })).subjects;
        expect(subject?.mayBeProposedFor).toEqual([]);
        expect(subject?.answers.length).toBeGreaterThan(1);
        expect(subject?.next).toMatchObject([{ tier: 'CSTDCS', finding: 'notProven' }]);
        expect(subject?.next[0]?.obstacles.map(({ depth, missing }) => [depth, missing.length > 0])).toEqual([
          [0, false],
          [1, true],
          [1, true],
        ]);
      });

      it('takes what is stated beside the registers, and says that it was', async () => {
        const id = await history.aPerson();
        const stated = { ratings: [{ year: 2024, rating: 'excellent' }] };
        const [subject] = (await of([person(id, { stated })])).subjects;
        expect(subject?.answers[0]).toMatchObject({
          finding: 'met',
          standard: { parts: [{ used: [{ source: { kind: 'stated', id: 'ratings[0]' } }] }, {}] },
        });
      });

      it('tells no officer that nothing is pending, nor that something is', async () => {
        const [free, frozen] = [await history.aPerson(), await history.aPerson()];
        for (const id of [free, frozen]) await history.accepted('rating.record', history.rating(id, { year: 2024 }));
        const freeze = { subjectKind: 'person', subjectId: frozen, startsOn: '2024-11-10', reason: 'Đơn thư' };
        await history.accepted('subject.freeze', freeze);
        const findings = async (actor = history.office) => {
          const request = asked([person(free), person(frozen)], { tier: 'CSTDCS', findingsOnly: true });
          const { subjects } = await evaluations.of(actor, request as never);
          return subjects.map(({ answers, isDisciplineSeen }) => [answers[0]?.finding, isDisciplineSeen]);
        };
        expect(await findings()).toEqual([
          ['met', true],
          ['notMet', true],
        ]);
        expect(await findings(history.of('unitOfficer', 'A').actor)).toEqual([
          ['notProven', false],
          ['notProven', false],
        ]);
      });
    });

    it('puts two rulebooks side by side and marks where they differ', async () => {
      const [rated, inventive] = [await history.aPerson(), await history.aPerson()];
      await history.accepted('rating.record', history.rating(rated, { year: 2024 }));
      await history.anInitiative([inventive], { paper: { ...PAPER, date: '2024-10-01' } });
      const request = asked([person(rated), person(inventive)], { tier: 'CSTDCS', rulebookIds: ['vn-r1', 'vn-r2'] });
      const { rulebooks, differingCount, subjects } = await comparisons.of(history.office, request as never);
      expect([rulebooks.map(({ regime }) => regime), differingCount]).toEqual([['R1', 'R2'], 1]);
      expect(subjects).toMatchObject([
        {
          isDifferent: true,
          tiers: [
            {
              isDifferent: true,
              findings: [
                { finding: 'notProven', obstacles: [{ citation: 'Điều 23' }] },
                { finding: 'met', obstacles: [] },
              ],
            },
          ],
        },
        { isDifferent: false, tiers: [{ findings: [{ finding: 'met' }, { finding: 'met' }] }] },
      ]);
    });

    describe('over HTTP', () => {
      interface Refusal {
        readonly code: string;
        readonly errors: readonly { readonly field: string; readonly code: string }[];
      }
      const refusal = async (path: string, body: object): Promise<readonly string[]> => {
        const { status, text } = await post(path, body);
        const { code, errors } = JSON.parse(text) as Refusal;
        return [`${status} ${code}`, ...errors.map((error) => `${error.field} ${error.code}`)];
      };

      it.each<[string, object, (id: string) => object, string]>([
        ['an unknown tier', { tier: 'KHONG_CO' }, () => ({}), 'tier UNKNOWN_TIER'],
        ['a day outside all rulebooks', { on: '2016-01-01' }, () => ({}), 'on NO_RULEBOOK'],
        ['a tier of collectives for a person', { tier: 'TTLDTT' }, () => ({}), 'subjects[0].kind TIER_NOT_FOR_KIND'],
        [
          'an achievement that ends before it begins',
          { achievedFrom: '2024-02-01', achievedTo: '2024-01-31' },
          () => ({}),
          'achievedTo ENDS_BEFORE_IT_BEGINS',
        ],
        [
          'a second rating of a year',
          {},
          () => ({ stated: { ratings: [{ year: 2023, rating: 'good' }] } }),
          'subjects[0].stated.ratings[0] TWO_RATINGS',
        ],
        [
          'a discipline that ends before it begins',
          {},
          () => ({ stated: { disciplines: [{ form: 'warning', from: '2024-05-01', until: '2024-04-30' }] } }),
          'subjects[0].stated.disciplines[0] ENDS_BEFORE_IT_BEGINS',
        ],
        [
          'an award that no rulebook knows',
          {},
          () => ({ stated: { awards: [{ tier: 'KHONG_CO', decidedOn: '2024-01-10' }] } }),
          'subjects[0].stated.awards[0].tier UNKNOWN_TIER',
        ],
        [
          'a judgement that no rule asks for',
          {},
          () => ({ stated: { judgements: [{ condition: 'luckyPerson', finding: 'met' }] } }),
          'subjects[0].stated.judgements[0].condition UNKNOWN_CONDITION',
        ],
        ['an unknown field', {}, () => ({ stated: { rating: 'good' } }), 'subjects[0].stated.rating UNKNOWN_FIELD'],
      ])('%s is refused by its place, and nothing is written', async (_, more, about, problem) => {
        const id = await history.aPerson();
        await history.accepted('rating.record', history.rating(id));
        const before = await fingerprint(history.world);
        const body = asked([person(id, about(id))], { tier: 'CSTDCS', ...more });
        expect(await refusal('eligibility/evaluations', body)).toEqual(['400 HTTP.INVALID_REQUEST', problem]);
        expect(await fingerprint(history.world)).toEqual(before);
      });

      it('names two rows of one person that contradict each other', async () => {
        const [first, second] = [await history.aPerson(), await history.aPerson()];
        await history.accepted('rating.record', history.rating(first));
        await history.accepted('rating.record', history.rating(second, { rating: 'good' }));
        await history.accepted('person.merge', { intoId: second }, first, SYSTEM_ACTOR);
        expect(await refusal('eligibility/evaluations', asked([person(second)], { tier: 'CSTDCS' }))).toEqual([
          '400 HTTP.INVALID_REQUEST',
          'subjects[0] TWO_RATINGS',
        ]);
      });

      it('knows nobody who is out of sight, and asks a seat that sees subjects', async () => {
        const id = await history.aPerson();
        const body = asked([person(id)], { tier: 'CSTDCS', unitId: history.wardB });
        expect((await post('eligibility/evaluations', body, history.of('standingOffice', 'B'))).status).toBe(404);
        const nobody = asked([person(id), person(NOBODY)], { tier: 'CSTDCS' });
        expect((await post('eligibility/evaluations', nobody)).status).toBe(404);
        expect((await post('eligibility/evaluations', asked([person(id)], { unitId: NOBODY }))).status).toBe(404);
      });

      it('answers by the delivered rules, also for all tiers at once, and compares them', async () => {
        const id = await history.aPerson();
        const before = await fingerprint(history.world);
        // An authority without rules of its own stays under R2 for half a year (Decree 152/2025/NĐ-CP, article 60.2).
        const regimes = [
          ['2023-12-31', 'R1'],
          ['2025-12-31', 'R2'],
          ['2026-01-01', 'R3'],
        ] as const;
        for (const [on, regime] of regimes) {
          const { status, text } = await post('eligibility/evaluations', asked([person(id)], { on }));
          expect([on, status, JSON.parse(text)]).toMatchObject([on, 200, { rulebook: { regime } }]);
        }
        const body = asked([person(id)], { rulebookIds: ['vn-r2', 'vn-r9'] });
        expect(await refusal('eligibility/comparisons', body)).toEqual([
          '400 HTTP.INVALID_REQUEST',
          'rulebookIds[1] UNKNOWN_RULEBOOK',
        ]);
        expect((await post('eligibility/comparisons', { ...body, rulebookIds: ['vn-r1', 'vn-r2'] })).status).toBe(200);
        expect(await fingerprint(history.world)).toEqual(before);
      });

      it('takes the rules that the receiving province made of its own', async () => {
        const unit = {
          code: 'TINH-MAU',
          name: 'Tỉnh Mẫu',
          kind: 'province',
          level: 'province',
          validFrom: '2020-01-01',
        };
        const unitId = await history.accepted('unit.add', unit, undefined, SYSTEM_ACTOR);
        const request = asked([person(await history.aPerson())], { unitId, on: '2026-03-01', tier: 'CSTDCS' });
        const { rulebook } = await history.world.get(EvaluationsQueries).of(SYSTEM_ACTOR, request as never);
        const [layer] = rulebook.layers;
        const list = await history.get<{ layers: readonly { id: string; rows: readonly object[] }[] }>('rulebooks');
        const shown = list?.layers.find(({ id }) => id === layer);
        expect([rulebook.layers.length, (shown?.rows.length ?? 0) > 0]).toEqual([1, true]);
      });

      it('explains no more at once than can be read', async () => {
        const id = await history.aPerson();
        const many = asked(Array.from({ length: 500 }, () => person(id)));
        expect(await refusal('eligibility/evaluations', many)).toEqual([
          '400 HTTP.INVALID_REQUEST',
          'subjects TOO_MANY_ANSWERS',
        ]);
        expect((await post('eligibility/evaluations', { ...many, findingsOnly: true })).status).toBe(200);
      });

      it('lists the rulebooks with how sure they are, and shows each row with its article', async () => {
        const list = await history.get<{ release: string; items: readonly { id: string }[] }>('rulebooks');
        expect(list?.items.map(({ id }) => id)).toEqual(['vn-r1', 'vn-r2', 'vn-r3', 'vn-r4']);
        const one = await history.get<{ rows: readonly object[]; rowCounts: object }>('rulebooks/vn-r2');
        expect(one?.rows).toContainEqual(
          expect.objectContaining({
            ...{ place: 'tiers.CSTDCS.vote', citation: 'Nghị định 98/2023/NĐ-CP, Điều 30 khoản 7', status: 'verified' },
            says: expect.objectContaining({ threshold: { fraction: '4/5', comparator: 'atLeast' } }) as unknown,
          }),
        );
        const counted = Object.values(one?.rowCounts ?? {}).reduce((sum: number, each: number) => sum + each, 0);
        expect(counted).toBe(one?.rows.length);
        expect(await history.get('rulebooks/vn-r9')).toBeUndefined();
      });
    });
  });
});
