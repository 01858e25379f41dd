import { ConcurrencyError } from '../../src/platform/errors/platform.errors';
import {
  findProcessed,
  insertProcessed,
  purgeProcessed,
  type NewProcessed,
} from '../../src/platform/persistence/processed-messages';
import { usePersistence, type DatabaseOf } from '../support/database';
import { daysLater, MORNING } from './event-samples';

const aMessage = (changes: Partial<NewProcessed> = {}): NewProcessed => ({
  consumer: 'actor:u1',
  messageId: 'key-1',
  requestHash: 'a'.repeat(64),
  result: { outcome: 'accepted', version: 2 },
  createdAt: MORNING,
  ...changes,
});

/** What the memory of handled messages promises, on either database. */
export function processedMessagesContract(database: DatabaseOf): void {
  describe('processed messages', () => {
    const open = usePersistence(database);
    const insert = (message: NewProcessed): Promise<void> => open().uow.run((tx) => insertProcessed(tx, message));

    it('answers what came of a message, to its own consumer only', async () => {
      await insert(aMessage());
      const { requestHash, result, createdAt } = aMessage();
      expect(await findProcessed(open().reads, 'actor:u1', 'key-1')).toEqual({ requestHash, result, createdAt });
      expect(await findProcessed(open().reads, 'actor:u2', 'key-1')).toBeUndefined();
      await insert(aMessage({ consumer: 'actor:u2' }));
    });

    it('lets one of 20 who handle a message at once through; the others find its answer when they try again', async () => {
      const attempt = (result: number): Promise<number> =>
        open().uow.run(async (tx) => {
          const before = await findProcessed(tx, 'job', 'raced');
          if (before) return before.result as number;
          await insertProcessed(tx, aMessage({ consumer: 'job', messageId: 'raced', result }));
          return result;
        });
      const outcomes = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => attempt(index)));
      const errors = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
      expect(errors.every((error) => error instanceof ConcurrencyError)).toBe(true);
      const answers = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const again = await Promise.all(Array.from({ length: 20 }, (_, index) => attempt(100 + index)));
      expect(new Set([...answers, ...again])).toEqual(new Set([answers[0]]));
    });

    it('writes nothing of the one that came second', async () => {
      await insert(aMessage({ messageId: 'key-2' }));
      const second = open().uow.run(async (tx) => {
        await insertProcessed(tx, aMessage({ messageId: 'effect' }));
        await insertProcessed(tx, aMessage({ messageId: 'key-2' }));
      });
      await expect(second).rejects.toThrow(ConcurrencyError);
      expect(await findProcessed(open().reads, 'actor:u1', 'effect')).toBeUndefined();
    });

    it('forgets messages handled before an instant', async () => {
      await insert(aMessage({ messageId: 'new', createdAt: daysLater(30) }));
      await open().uow.run((tx) => purgeProcessed(tx, daysLater(30)));
      expect(await open().reads.rows('SELECT message_id FROM processed_messages')).toEqual([{ message_id: 'new' }]);
    });
  });
}
