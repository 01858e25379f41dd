import { releaseLease, takeLease } from '../../src/platform/persistence/leases';
import { addMilliseconds } from '../../workflows/kernel';
import { usePersistence, type DatabaseOf } from '../support/database';
import { MORNING } from './event-samples';

const TTL_MS = 30_000;

/** What leases promise, on either database. */
export function leasesContract(database: DatabaseOf): void {
  describe('leases', () => {
    const open = usePersistence(database);
    const take = (name: string, holder: string, afterMs = 0): Promise<boolean> =>
      open().uow.run((tx) => takeLease(tx, name, holder, addMilliseconds(MORNING, afterMs), TTL_MS));

    it('gives a lease to one of 20 who want it at once', async () => {
      const taken = await Promise.all(Array.from({ length: 20 }, (_, index) => take('raced', `h${index}`)));
      expect(taken.filter(Boolean)).toHaveLength(1);
    });

    it('is prolonged by its holder and passes to another when it is over', async () => {
      expect(await take('relay', 'a')).toBe(true);
      expect(await take('relay', 'a', TTL_MS - 1)).toBe(true);
      expect(await take('relay', 'b', TTL_MS)).toBe(false);
      expect(await take('relay', 'b', 2 * TTL_MS - 1)).toBe(true);
      expect(await take('relay', 'a', 2 * TTL_MS)).toBe(false);
    });

    it('passes to another at once when its holder gives it back, and only then', async () => {
      expect(await take('planner', 'a')).toBe(true);
      await open().uow.run((tx) => releaseLease(tx, 'planner', 'b'));
      expect(await take('planner', 'b')).toBe(false);
      await open().uow.run((tx) => releaseLease(tx, 'planner', 'a'));
      expect(await take('planner', 'b')).toBe(true);
    });
  });
}
