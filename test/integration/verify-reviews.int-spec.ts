import { canonicalJson } from '../../workflows/kernel';
import { SeededRandomness } from '../../src/platform/ids';
import { InvariantRegistry, VerifyService, type Invariant } from '../../src/platform/invariants';
import { answersHaveEvents } from '../../src/platform/invariants/checks/answers';
import { ReadDatabase, UnitOfWork, type Dialect, type Tx } from '../../src/platform/persistence';
import { RegistryHolder } from '../../src/platform/runner/registry-holder';
import { BALLOT_KEY } from '../../src/reviews';
import { readBox, rewriteBox } from '../../src/reviews/ballots/ballots.repository';
import { openBox, sealBox, type BallotKey } from '../../src/reviews/ballots/sealed-box';
import { reviewsInvariants } from '../../src/reviews/reviews.invariants';
import { Reviews, type Round } from '../factories/reviews';
import { aQuota } from '../factories/reviews-quotas';
import { listedCases } from '../factories/reviews-town';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';
import { failing, verifyAfter } from './verify-after';

/** A damage to rolls, boxes or records of votes, and the checks that must notice: these and no others. */
interface Damage {
  readonly what: string;
  readonly noticedBy: readonly string[];
  readonly statements: (dialect: Dialect) => readonly string[];
}

const COUNTED = "(SELECT MIN(id) FROM review_items WHERE status = 'counted')";
const NOT_VOTED = `(SELECT MIN(id) FROM roll_entries WHERE item_id = ${COUNTED} AND has_voted = 0 AND kind = 'ballots')`;
const VOTED = `(SELECT MIN(id) FROM roll_entries WHERE item_id = ${COUNTED} AND has_voted = 1)`;
const on =
  (...statements: readonly string[]): Damage['statements'] =>
  () =>
    statements;
const named = (memberId: string): string =>
  `INSERT INTO roll_entries (id, review_id, item_id, vote_round, member_id, kind, has_voted)
   SELECT 'slipped in', review_id, item_id, vote_round, ${memberId}, kind, 0 FROM roll_entries WHERE id = ${NOT_VOTED}`;

const DAMAGES: readonly Damage[] = [
  { what: 'a stranger is put on a roll', noticedBy: ['ballot-rolls'], statements: on(named("'stranger'")) },
  {
    what: 'a member with a conflict of interest is put on a roll',
    noticedBy: ['ballot-rolls'],
    statements: on(
      named(
        `(SELECT MIN(id) FROM council_members
          WHERE id NOT IN (SELECT member_id FROM roll_entries WHERE item_id = ${COUNTED}))`,
      ),
    ),
  },
  {
    what: 'a name is struck off a roll',
    noticedBy: ['ballot-rolls'],
    statements: on(`DELETE FROM roll_entries WHERE id = ${NOT_VOTED}`),
  },
  {
    what: 'the name of somebody who voted is struck off a roll',
    noticedBy: ['ballot-rolls', 'papers-equal-ticked-names', 'votes-on-record'],
    statements: on(`DELETE FROM roll_entries WHERE id = ${VOTED}`),
  },
  {
    what: 'a name is ticked off without a vote',
    noticedBy: ['papers-equal-ticked-names', 'votes-on-record'],
    statements: on(`UPDATE roll_entries SET has_voted = 1 WHERE id = ${NOT_VOTED}`),
  },
  {
    what: 'a tick is taken back',
    noticedBy: ['papers-equal-ticked-names', 'votes-on-record'],
    statements: on(`UPDATE roll_entries SET has_voted = 0 WHERE id = ${VOTED}`),
  },
  {
    what: 'a box is lost',
    noticedBy: ['ballot-boxes'],
    statements: on(`DELETE FROM ballot_boxes WHERE item_id = ${COUNTED} AND kind = 'opinions'`),
  },
  {
    what: 'a box has another size',
    noticedBy: ['ballot-boxes'],
    statements: on(`UPDATE ballot_boxes SET capacity = capacity + 1 WHERE item_id = ${COUNTED}`),
  },
  {
    what: 'a box is of no item',
    noticedBy: ['ballot-boxes'],
    statements: on(
      `INSERT INTO ballot_boxes (item_id, vote_round, kind, capacity, paper_length, sealed)
       SELECT 'nowhere', vote_round, kind, capacity, paper_length, sealed FROM ballot_boxes WHERE item_id = ${COUNTED}`,
    ),
  },
  {
    what: 'two boxes are exchanged',
    noticedBy: ['papers-equal-ticked-names'],
    statements: on(
      `UPDATE ballot_boxes SET sealed = (SELECT b.sealed FROM ballot_boxes b
         WHERE b.item_id = ${COUNTED} AND b.kind = 'opinions' AND b.vote_round = 1)
       WHERE item_id = ${COUNTED} AND kind = 'ballots' AND vote_round = 1`,
    ),
  },
  {
    what: 'a stored vote says what was chosen',
    noticedBy: ['votes-without-choice'],
    statements: (dialect) => [
      `DROP TRIGGER events_refuse_update${dialect === 'postgres' ? ' ON events' : ''}`,
      `UPDATE events SET body = REPLACE(body, '"input":{', '"input":{"choice":"inFavour",') WHERE stream_id = ${VOTED}`,
    ],
  },
  {
    what: 'the idempotency record of a vote says what was chosen',
    noticedBy: ['votes-without-choice'],
    statements: on(
      `UPDATE processed_messages SET result = REPLACE(result, '{"id"', '{"choice":"inFavour","id"')
       WHERE message_id = (SELECT command_id FROM events WHERE stream_id = ${VOTED})`,
    ),
  },
  {
    what: 'the row of an open item has a result',
    noticedBy: ['no-result-while-open'],
    statements: on("UPDATE review_items SET is_passed = 1 WHERE status = 'open'"),
  },
  {
    what: 'the snapshot of an open item has a result',
    noticedBy: ['no-result-while-open'],
    statements: on(
      `UPDATE review_rounds SET snapshot = REPLACE(snapshot, '"result":null', '"result":{"passed":true}')
       WHERE id IN (SELECT review_id FROM review_items WHERE status = 'open')`,
    ),
  },
  {
    what: 'a quota has fewer places than were given',
    noticedBy: ['quota-ledgers'],
    statements: on('UPDATE review_quotas SET places = 0'),
  },
  {
    what: 'a count is stored with a command before it is time',
    noticedBy: ['no-result-while-open'],
    statements: (dialect) => [
      `DROP TRIGGER events_refuse_update${dialect === 'postgres' ? ' ON events' : ''}`,
      `UPDATE events SET body = REPLACE(body, '"counts":{}', '"counts":{"i":{"inFavour":5}}')
       WHERE type = 'review.openBallot'`,
    ],
  },
];

function verifyReviewsContract(database: DatabaseOf): void {
  describe('verify of review rounds', () => {
    let world: Reviews;
    let counted: Round;
    const invariants = (): readonly Invariant[] =>
      reviewsInvariants(world.app.get<BallotKey>(BALLOT_KEY, { strict: false }));
    const after = (
      change: (tx: Tx) => Promise<unknown>,
      checks: readonly Invariant[] = invariants(),
    ): ReturnType<typeof verifyAfter> => {
      const [uow, registry] = [world.get(UnitOfWork), world.get(RegistryHolder)];
      return verifyAfter({ uow, registry, clock: world.clock, invariants: checks }, change);
    };

    beforeAll(async () => {
      world = await Reviews.open(database());
      // One member is away, one has a conflict of interest, one does not vote; one item is voted on again.
      const first = await world.convened(await listedCases(world, 1), 8);
      const [itemId = ''] = first.itemIds;
      await world.kept(first, ['declareConflict', { itemId, memberId: world.member(6).memberId }]);
      await world.kept(first, ['openBallot', { itemIds: [itemId] }]);
      await world.castAll(first, 0, ['inFavour', 'inFavour', 'against']);
      await world.kept(first, ['closeBallot', { itemIds: [itemId] }], ['count']);
      await world.lead(first, 'revote', { itemIds: [itemId], reason: 'Có ý kiến khác nhau về tiêu chuẩn' });
      await world.castAll(first, 0, ['inFavour', 'inFavour', 'inFavour', 'inFavour', 'inFavour']);
      await world.kept(first, ['closeBallot', { itemIds: [itemId] }], ['count']);
      await aQuota(world, { tier: 'GK', places: 1 });
      await world.kept(first, ['allotPlaces']);
      counted = first;
      const open = await world.voting(await listedCases(world, 2));
      await world.castAll(open, 0, ['inFavour', 'abstained']);
      await world.drain();
    });
    afterAll(() => world.close());

    it('finds nothing wrong with rounds that were counted and rounds that are open', async () => {
      const report = await after(() => Promise.resolve());
      expect(report.checks.flatMap(({ violations }) => violations)).toEqual([]);
      expect(report.checks.filter(({ checked }) => checked === 0)).toEqual([]);
      expect(report.checks.map(({ name }) => name)).toContain('papers-equal-ticked-names');
    });

    it('reads each round once for all checks that go through them, and for one that is asked for alone', async () => {
      const [reads, registry] = [world.get(ReadDatabase), world.get(RegistryHolder)];
      const played: string[] = [];
      const counting: ReadDatabase = {
        dialect: reads.dialect,
        rows: (sql, params) => {
          if (sql.includes('snapshot FROM review_rounds')) played.push(sql);
          return reads.rows(sql, params);
        },
      };
      const service = new VerifyService(new InvariantRegistry(invariants()), counting, registry, world.clock);
      expect((await service.run()).ok).toBe(true);
      expect(played).toHaveLength(1);
      const { checks } = await service.run({ only: ['ballot-boxes'] });
      expect(checks.map(({ name, checked }) => [name, checked > 0])).toEqual([['ballot-boxes', true]]);
      expect(played).toHaveLength(2);
    });

    it.each(DAMAGES)('notices that $what', async ({ statements, noticedBy }) => {
      const report = await after(async (tx) => {
        for (const sql of statements(tx.dialect)) await tx.change(sql);
      });
      expect(failing(report)).toEqual(noticedBy);
    });

    it('has a damage for each of its checks', () => {
      const noticed = new Set(DAMAGES.flatMap(({ noticedBy }) => noticedBy));
      expect(invariants().filter(({ name }) => !noticed.has(name))).toEqual([]);
    });

    it('notices a paper that somebody with the key slipped in, and says how many there are, not what they say', async () => {
      const key = world.app.get<BallotKey>(BALLOT_KEY, { strict: false });
      const label = { itemId: counted.itemIds[0] ?? '', voteRound: 2, kind: 'ballots' } as const;
      const report = await after(async (tx) => {
        const box = await readBox(tx, label);
        if (!box) throw new Error('There is no box');
        const papers = [...openBox(box.sealed, box, label, key), 'y'];
        await rewriteBox(tx, label, sealBox(papers, box, label, key, new SeededRandomness('slip')));
      });
      expect(failing(report)).toEqual(['papers-equal-ticked-names']);
      expect(canonicalJson(report.checks.at(-1)?.violations)).toContain('holds 6 papers, 5 names are ticked off');
    });

    it('says so when boxes were sealed with another key, and checks their shape without any', async () => {
      const nothing = (): Promise<void> => Promise.resolve();
      expect(failing(await after(nothing, reviewsInvariants(Buffer.alloc(32))))).toEqual(['papers-equal-ticked-names']);
      expect(failing(await after(nothing, reviewsInvariants()))).toEqual([]);
    });

    it('finds every accepted vote among the events, in a stream of its own', async () => {
      const report = await world.get(VerifyService).run({ only: ['answers-have-events', 'event-chain'] });
      expect(report.checks.flatMap(({ violations }) => violations)).toEqual([]);
      const lost = await after(
        async (tx) => {
          await tx.change(`DROP TRIGGER events_refuse_delete${tx.dialect === 'postgres' ? ' ON events' : ''}`);
          await tx.change(`DELETE FROM events WHERE stream_id = ${VOTED}`);
        },
        [answersHaveEvents],
      );
      expect(lost.checks.map(({ violationCount }) => violationCount)).toEqual([1]);
    });
  });
}

describeSqlite('on SQLite', verifyReviewsContract);
describePostgresDatabase('on PostgreSQL', verifyReviewsContract);
