import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../src/app/app.module';
import { SYSTEM_ACTOR } from '../../src/platform/auth/actor';
import type { Role } from '../../src/platform/auth/permission';
import { VirtualClock } from '../../src/platform/clock';
import { createHttpApp } from '../../src/platform/http/create-http-app';
import { JsonLogger } from '../../src/platform/logging/json-logger';
import { ReadDatabase } from '../../src/platform/persistence';
import { RecipientDirectory, ReminderSubjects } from '../../src/reminders';
import { TokensService } from '../../src/users';
import { configOn, REASON, Reviews, SITTING, TODAY } from '../factories/reviews';
import { aPerson, listedCases } from '../factories/reviews-town';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';
import { useTemporaryDirectory } from '../support/temporary-directory';

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Record<string, unknown> & { readonly items?: readonly Record<string, unknown>[] };
}

interface Command {
  readonly type: string;
  readonly isPossible: boolean;
  readonly isPermitted: boolean;
  readonly reasons: readonly { readonly code: string; readonly message: object }[];
}

const LONG_AGO = '2020-01-01';
const WORDS = /inFavour|against|abstained/;

function httpContract(database: DatabaseOf): void {
  describe('review rounds over HTTP', () => {
    const directory = useTemporaryDirectory();
    let app: NestFastifyApplication;
    let world: Reviews;
    const tokens = new Map<string, string>();
    const log: string[] = [];

    const call = async (user: string, path: string, body?: object, key?: string): Promise<Answer> => {
      const headers = { authorization: `Bearer ${tokens.get(user) ?? ''}`, ...(key ? { 'idempotency-key': key } : {}) };
      const response = await app.inject({
        method: body ? 'POST' : 'GET',
        url: `/api/v1/${path}`,
        headers,
        ...(body ? { payload: body } : {}),
      });
      const { statusCode: status, payload: text } = response;
      return { status, text, headers: response.headers, body: response.json() };
    };

    /** A command on a round that must be accepted. */
    const done = async (user: string, id: string, type: string, input: object = {}): Promise<Answer> => {
      const answer = await call(user, `reviews/${id}/commands`, { type: `review.${type}`, input });
      if (answer.status !== 200) throw new Error(answer.text);
      return answer;
    };

    const castOf = async (
      user: string,
      id: string,
    ): Promise<{ readonly cast: Command | undefined; readonly votes: unknown }> => {
      const { body } = await call(user, `reviews/${id}/commands`);
      const commands = (body.items ?? []) as unknown as readonly Command[];
      return { cast: commands.find(({ type }) => type === 'review.cast'), votes: body.votes };
    };

    const codes = (command: Command | undefined): readonly string[] => command?.reasons.map(({ code }) => code) ?? [];

    /** Somebody with an account, one seat and a token. */
    const aUser = async (login: string, role: Role, personId: string): Promise<void> => {
      const { district } = world.town;
      const id = await world.accepted('user.add', { login, personId, unitId: district });
      const inCouncil = role === 'standingOffice' ? {} : { councilId: world.town.council };
      await world.accepted('user.giveSeat', { role, unitId: district, validFrom: LONG_AGO, ...inCouncil }, { id });
      const request = { actor: SYSTEM_ACTOR, commandId: `token ${login}`, userId: id };
      tokens.set(login, (await app.get(TokensService, { strict: false }).issue(request)).token ?? '');
    };

    /** A round with an open ballot on its items; answers its id and those of the items. */
    const voting = async (
      count: number,
      people: readonly string[] = [],
    ): Promise<{ id: string; itemIds: string[] }> => {
      const caseIds = await listedCases(world, count, { people });
      const scheduled = await call('office', 'reviews', {
        councilId: world.town.council,
        meetsOn: TODAY,
        kind: 'fullCouncil',
      });
      const id = String(scheduled.body.id);
      await done('office', id, 'putOnAgenda', { caseIds });
      await world.drain();
      await done('office', id, 'convene', { presentIds: world.first(8) });
      const { items = [] } = (await call('office', `reviews/${id}`)).body;
      const itemIds = caseIds.map((caseId) => String(items.find((item) => item.caseId === caseId)?.id));
      await done('chair', id, 'openBallot', { itemIds });
      return { id, itemIds };
    };

    beforeAll(async () => {
      const clock = new VirtualClock(SITTING);
      const config = configOn(database(), join(directory(), 'data'));
      const logger = new JsonLogger('trace', { write: (line) => void log.push(line) });
      app = await createHttpApp(AppModule.forRoot({ config, clock }), config, logger);
      await app.init();
      await app.getHttpAdapter().getInstance().ready();
      world = await Reviews.on(app, clock);
      const persons = world.members.map(({ personId }) => personId);
      await aUser('office', 'standingOffice', await aPerson(world, world.town.district));
      await aUser('stranger', 'councilMember', await aPerson(world, world.town.district));
      await aUser('chair', 'councilChair', persons[0] ?? '');
      for (const member of [3, 4, 8]) await aUser(`member${member}`, 'councilMember', persons[member] ?? '');
    });
    afterAll(() => world.close());

    it('schedules, lists and shows a round, and tells strangers to the unit nothing', async () => {
      const input = { councilId: world.town.council, meetsOn: TODAY, kind: 'fullCouncil' };
      const scheduled = await call('office', 'reviews', input, 'schedule');
      expect(scheduled).toMatchObject({ status: 201, body: { state: 'scheduled' }, headers: { etag: '"1"' } });
      const again = await call('office', 'reviews', input, 'schedule');
      expect(again).toMatchObject({ body: { id: scheduled.body.id }, headers: { 'idempotent-replayed': 'true' } });
      const path = `reviews/${String(scheduled.body.id)}`;
      expect((await call('member3', path)).body).toMatchObject({ state: 'scheduled', meetsOn: TODAY, items: [] });
      const list = await call('member3', `reviews?state=scheduled&councilId=${world.town.council}`);
      expect(list.body.items).toMatchObject([{ id: scheduled.body.id }]);
      expect((await call('member3', 'reviews', input)).status).toBe(403);
      expect((await call('member3', `${path}/commands`, { type: 'review.cancel', input: REASON })).status).toBe(403);
      const unknown = await call('office', 'reviews', { ...input, councilId: scheduled.body.id });
      expect(unknown).toMatchObject({ status: 404, body: { code: 'PLATFORM.NOT_FOUND' } });
    });

    it('reminds those who sit in it, of the standing committee no others of the council', async () => {
      const told = async (kind: string): Promise<readonly string[]> => {
        const input = { councilId: world.town.council, meetsOn: TODAY, kind };
        const id = await world.accepted('review.schedule', input, { actor: world.office });
        const [reads, at] = [world.get(ReadDatabase), world.clock.now()];
        const subject = await world.get(ReminderSubjects).find(reads, 'review', id);
        const query = { recipient: 'councilMembers' as const, unitPath: `/${world.town.city}/`, ...subject };
        const users = await world.get(RecipientDirectory).recipientsFor(reads, query, at);
        const rows = await world.rows<{ id: string; login: string }>('SELECT id, login FROM users');
        return users.map(({ userId }) => rows.find((row) => row.id === userId)?.login ?? '').sort();
      };
      expect(await told('fullCouncil')).toEqual(['chair', 'member3', 'member4', 'member8']);
      expect(await told('standingCommittee')).toEqual(['chair', 'member8']);
    });

    it('describes its answers, those of other collections beside them', async () => {
      const response = await app.inject({ method: 'GET', url: '/api/openapi.json' });
      const { components } = response.json<{ components: { schemas: Record<string, { properties: object }> } }>();
      const properties = (name: string): readonly string[] => Object.keys(components.schemas[name]?.properties ?? {});
      expect(properties('ReviewCommands')).toEqual(['items', 'votes']);
      expect(properties('AvailableCommands')).toEqual(['items']);
      expect(properties('ItemResultResponse')).toContain('isRecorded');
    });

    it('takes a vote once, says so to whoever sends it again, and never says or logs what was chosen', async () => {
      const { id, itemIds } = await voting(1);
      const path = `reviews/${id}/commands`;
      const vote = (choice: string): object => ({ type: 'review.cast', input: { itemId: itemIds[0], choice } });
      const before = log.length;
      const first = await call('member3', path, vote('inFavour'), 'my-vote');
      expect(first).toMatchObject({ status: 200, body: { id, state: 'voting' } });
      const replayed = await call('member3', path, vote('against'), 'my-vote');
      expect(replayed).toMatchObject({ status: 200, body: first.body, headers: { 'idempotent-replayed': 'true' } });
      const second = await call('member3', path, vote('against'), 'another-key');
      expect(second).toMatchObject({
        status: 409,
        body: {
          code: 'REVIEW.ALREADY_VOTED',
          failedGuards: [{ message: { vi: 'Thành viên này đã bỏ phiếu nội dung này.', en: expect.any(String) } }],
        },
      });
      const stranger = await call('stranger', path, vote('abstained'));
      expect(stranger).toMatchObject({ status: 409, body: { code: 'REVIEW.NOT_ON_ROLL' } });
      const wrong = await call('member4', path, vote('perhaps'));
      expect(wrong).toMatchObject({ status: 400, body: { errors: [{ field: 'input.choice', code: 'CHOICE' }] } });
      const odd = { type: 'review.cast', input: { itemId: itemIds[0], choice: [itemIds[0]] } };
      expect(await call('member4', path, odd)).toMatchObject({
        status: 409,
        body: { code: 'REVIEW.CHOICE_NOT_OFFERED' },
      });
      const remark = { ...vote('abstained'), comment: 'Tôi chọn abstained' };
      expect(await call('member4', path, remark)).toMatchObject({ body: { code: 'REVIEW.REMARK_ON_VOTE' } });
      for (const user of ['chair', 'office', 'member3', 'member4']) {
        const seen = [`reviews/${id}`, path, 'reviews', `reviews/${id}/minutes`, `reviews/${id}/count-minutes`];
        for (const each of seen) expect((await call(user, each)).text).not.toMatch(WORDS);
      }
      for (const answer of [first, replayed, second, stranger]) expect(answer.text).not.toMatch(WORDS);
      const lines = log.slice(before);
      expect(lines.filter((line) => line.includes('"request"')).length).toBeGreaterThan(7);
      for (const line of lines) {
        expect(line).not.toMatch(WORDS);
        expect(line).not.toContain('perhaps');
      }
      await done('chair', id, 'closeBallot', { itemIds });
      expect((await call('member3', `reviews/${id}`)).text).not.toMatch(WORDS);
      await done('office', id, 'count');
      const counted = await call('member3', `reviews/${id}`);
      expect(counted.body.items).toMatchObject([{ isPassed: false, result: { inFavour: 1, valid: 1 } }]);
    });

    it('shows minutes as data and as text, and keeps quotas, for the seats of the council', async () => {
      const { id, itemIds } = await voting(1);
      await done('chair', id, 'closeBallot', { itemIds });
      await done('office', id, 'count');
      const data = await call('member3', `reviews/${id}/minutes`);
      expect(data.body).toMatchObject({ isDraft: true, kind: 'fullCouncil', items: [{ isPassed: false }] });
      for (const [name, title] of [
        ['minutes', 'BIÊN BẢN (DỰ THẢO): Họp toàn thể Hội đồng'],
        ['count-minutes', 'BIÊN BẢN KIỂM PHIẾU'],
      ] as const) {
        const headers = { authorization: `Bearer ${tokens.get('member3') ?? ''}`, accept: 'text/plain' };
        const text = await app.inject({ method: 'GET', url: `/api/v1/reviews/${id}/${name}`, headers });
        expect([text.statusCode, text.headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
        expect(text.body).toContain(title);
      }
      const quota = {
        councilId: world.town.council,
        tier: 'CSTDCS',
        share: { fraction: '1/5', base: 9, rounding: 'up' },
      };
      const opened = await call('office', 'quotas', quota);
      expect(opened.status).toBe(201);
      expect((await call('member3', 'quotas', quota)).status).toBe(403);
      const wrong = await call('office', 'quotas', { ...quota, share: { ...quota.share, fraction: '0.2' } });
      expect(wrong).toMatchObject({ status: 400, body: { errors: [{ field: 'share.fraction', code: 'FRACTION' }] } });
      expect((await call('member3', `quotas/${String(opened.body.id)}`)).body).toMatchObject({
        places: 2,
        entries: [],
        nextCursor: null,
      });
      expect((await call('office', 'quotas')).body.items).toMatchObject([{ id: opened.body.id, isOpen: true }]);
    });

    it('logs a fault of the box without a word of what was in the paper', async () => {
      const { id, itemIds } = await voting(1);
      await world.damage("UPDATE ballot_boxes SET sealed = 'AAAA' WHERE item_id = ?", [itemIds[0] ?? '']);
      const before = log.length;
      const vote = { type: 'review.cast', input: { itemId: itemIds[0], choice: 'against' } };
      const answer = await call('member3', `reviews/${id}/commands`, vote);
      expect(answer).toMatchObject({ status: 500, body: { code: 'PLATFORM.FAULT', errorId: expect.any(String) } });
      const lines = log.slice(before);
      expect(lines.some((line) => line.includes('REVIEW.BOX_DAMAGED'))).toBe(true);
      for (const line of [...lines, answer.text]) expect(line).not.toMatch(WORDS);
    });

    it('says to each member what stands in the way of a vote, item by item', async () => {
      const { id, itemIds } = await voting(2, [world.member(4).personId]);
      const possible = { isPossible: true, reasons: [] };
      const free = await castOf('member3', id);
      expect([free.cast?.isPossible, codes(free.cast)]).toEqual([true, []]);
      expect(free.votes).toEqual(expect.arrayContaining(itemIds.map((itemId) => ({ itemId, ...possible }))));
      const vote = (itemId?: string): object => ({ type: 'review.cast', input: { itemId, choice: 'inFavour' } });
      expect((await call('member3', `reviews/${id}/commands`, vote(itemIds[0]))).status).toBe(200);
      const half = await castOf('member3', id);
      expect(half.cast?.isPossible).toBe(true);
      expect(half.votes).toContainEqual({
        itemId: itemIds[0],
        isPossible: false,
        reasons: [expect.objectContaining({ code: 'REVIEW.ALREADY_VOTED', message: expect.any(Object) })],
      });
      expect(half.votes).toContainEqual({ itemId: itemIds[1], ...possible });
      expect((await call('member3', `reviews/${id}/commands`, vote(itemIds[1]))).status).toBe(200);
      const over = await castOf('member3', id);
      expect([over.cast?.isPossible, codes(over.cast)]).toEqual([false, ['REVIEW.ALREADY_VOTED']]);

      const conflicted = await castOf('member4', id);
      expect(conflicted.cast?.isPossible).toBe(true);
      expect(conflicted.votes).toContainEqual({
        itemId: itemIds[0],
        isPossible: false,
        reasons: [expect.objectContaining({ code: 'REVIEW.CONFLICT_OF_INTEREST' })],
      });
      expect(codes((await castOf('stranger', id)).cast)).toEqual(['REVIEW.NOT_ON_ROLL']);
      expect(codes((await castOf('member8', id)).cast)).toEqual(['REVIEW.NOT_PRESENT']);
      const office = await castOf('office', id);
      expect([office.cast?.isPermitted, office.votes]).toEqual([false, []]);
      await done('chair', id, 'closeBallot', { itemIds });
      const closed = await castOf('member3', id);
      expect([closed.cast?.isPossible, codes(closed.cast), closed.votes]).toEqual([
        false,
        ['REVIEW.BALLOT_NOT_OPEN'],
        [],
      ]);
    });
  });
}

describeSqlite('on SQLite', httpContract);
describePostgresDatabase('on PostgreSQL', httpContract);
