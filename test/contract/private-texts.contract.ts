import { VirtualClock } from '../../src/platform/clock/virtual-clock';
import { SeededRandomness } from '../../src/platform/ids/seeded-randomness';
import { appendEvents, newStream, readStream } from '../../src/platform/persistence/event-log';
import { PrivateTexts } from '../../src/platform/persistence/private-texts';
import { verifyStream } from '../../src/platform/persistence/verify-stream';
import { usePersistence, type DatabaseOf } from '../support/database';
import { anEntry, MORNING } from './event-samples';

/** That free text can be erased and the events that mention it still verify, on either database. */
export function privateTextsContract(database: DatabaseOf): void {
  describe(PrivateTexts.name, () => {
    const statements: string[] = [];
    const open = usePersistence(database, { onStatement: (sql) => statements.push(sql) });
    const texts = new PrivateTexts(new SeededRandomness('contract'), new VirtualClock(MORNING));
    const commitAll = (streamId: string, fields: Record<string, string>): Promise<Readonly<Record<string, string>>> =>
      open().uow.run((tx) => texts.commitAll(tx, streamId, fields));
    const commit = async (streamId: string, text: string): Promise<string> =>
      (await commitAll(streamId, { text })).text ?? '';
    const everything = (): Promise<object[]> => open().reads.rows('SELECT * FROM private_texts');

    it('gives one text another commitment each time, and each commitment its text', async () => {
      const one = await commit('s1', 'Đồng ý');
      const two = await commit('s1', 'Đồng ý');
      expect(one).toMatch(/^[0-9a-f]{64}$/);
      expect(two).not.toBe(one);
      const unknown = 'f'.repeat(64);
      expect(await texts.readTexts(open().reads, [one, two, one, unknown])).toEqual(
        new Map([
          [one, 'Đồng ý'],
          [two, 'Đồng ý'],
        ]),
      );
    });

    it('commits several fields under their names, an empty one to nothing', async () => {
      const { comment, reason, remark } = await commitAll('s2', { comment: 'a', reason: 'b', remark: ' ' });
      expect(await texts.readTexts(open().reads, [comment ?? '', reason ?? ''])).toEqual(
        new Map([
          [comment, 'a'],
          [reason, 'b'],
        ]),
      );
      expect(remark).toBe('');
    });

    it('stores any number of texts with one statement, and none with none', async () => {
      statements.length = 0;
      await commitAll(
        's6',
        Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`reason ${index}`, 'Do bão'])),
      );
      expect(statements).toEqual([expect.any(String), expect.stringContaining('INSERT INTO private_texts'), 'COMMIT']);
      statements.length = 0;
      await commitAll('s6', { reason: '' });
      expect(statements).toEqual([expect.any(String), 'COMMIT']);
    });

    it('keeps the chain of events valid when texts are erased, and nothing of the texts', async () => {
      const secret = 'Nơi cư trú: số 1 phố Dâu';
      const commitment = await commit('s3', secret);
      const head = await open().uow.run((tx) =>
        appendEvents(tx, newStream('s3', 'specimen'), [anEntry({ data: { commitment } })]),
      );
      expect(await open().uow.run((tx) => texts.eraseTextsOf(tx, 's3'))).toBe(1);
      expect(await open().uow.run((tx) => texts.eraseTextsOf(tx, 's3'))).toBe(0);
      expect(await texts.readTexts(open().reads, [commitment])).toEqual(new Map([[commitment, null]]));
      expect(JSON.stringify(await everything())).not.toContain('phố Dâu');
      expect(await everything()).toContainEqual({
        commitment,
        salt: null,
        text: null,
        stream_id: 's3',
        erased_at: MORNING,
      });
      expect(verifyStream(await readStream(open().reads, 's3'), head)).toEqual({ isWhole: true, head });
    });

    it('erases all texts of a stream and no others', async () => {
      const [one, two, other] = [await commit('s4', 'a'), await commit('s4', 'b'), await commit('s5', 'c')];
      expect(await open().uow.run((tx) => texts.eraseTextsOf(tx, 's4'))).toBe(2);
      expect([...(await texts.readTexts(open().reads, [one, two, other])).values()].sort()).toEqual(['c', null, null]);
    });
  });
}
