import { usePersistence, type DatabaseOf } from '../support/database';
import { Specimen, SpecimenFlow, specimenSchema } from './specimen';

const HASH = 'a'.repeat(64);
const AT = '2024-01-19T07:00:00.000Z';

/** That TypeORM's manager works on the very transaction of the unit of work, on either database. */
export function managerContract(database: DatabaseOf): void {
  describe('the manager of a unit of work', () => {
    const open = usePersistence(database, specimenSchema);
    const all = (): Promise<{ id: string }[]> => open().reads.rows('SELECT id FROM specimens ORDER BY id');
    const specimen = (id: string): Specimen => Object.assign(new Specimen(), { id, name: id, version: 1, amount: 5 });

    beforeEach(() => open().uow.run((tx) => tx.change('DELETE FROM specimens')));

    it('inserts, updates, deletes, finds and queries in the transaction', async () => {
      await open().uow.run(async (tx) => {
        await tx.manager.insert(Specimen, [specimen('a'), specimen('b'), specimen('c')]);
        await tx.manager.update(Specimen, { id: 'a' }, { name: 'changed' });
        await tx.manager.delete(Specimen, { id: 'b' });
        await tx.manager
          .createQueryBuilder()
          .update(Specimen)
          .set({ version: 9 })
          .where('id = :id', { id: 'c' })
          .execute();
        expect(await tx.manager.findOneByOrFail(Specimen, { id: 'a' })).toMatchObject({ name: 'changed', amount: 5 });
        expect(await tx.manager.createQueryBuilder(Specimen, 'specimen').getCount()).toBe(2);
        expect(await tx.rows('SELECT id, version FROM specimens ORDER BY id')).toEqual([
          { id: 'a', version: 1 },
          { id: 'c', version: 9 },
        ]);
        expect(await all()).toEqual([]);
      });
      expect((await all()).map(({ id }) => id)).toEqual(['a', 'c']);
    });

    it('begins no transaction of its own to save and remove, so that all of it rolls back', async () => {
      await open().uow.run((tx) => tx.manager.save(specimen('kept')));
      const work = open().uow.run(async (tx) => {
        await tx.manager.save([specimen('saved'), specimen('saved-too')]);
        await tx.manager.remove(await tx.manager.findOneByOrFail(Specimen, { id: 'kept' }));
        expect(await tx.manager.countBy(Specimen, {})).toBe(2);
        throw new Error('no');
      });
      await expect(work).rejects.toThrow('no');
      expect((await all()).map(({ id }) => id)).toEqual(['kept']);
    });

    it('makes a savepoint of a transaction inside', async () => {
      await open().uow.run(async (tx) => {
        await tx.manager.insert(Specimen, specimen('outer'));
        const inner = tx.manager.transaction(async (manager) => {
          await manager.insert(Specimen, specimen('inner'));
          throw new Error('inner');
        });
        await expect(inner).rejects.toThrow('inner');
      });
      expect((await all()).map(({ id }) => id)).toEqual(['outer']);
    });

    it('stores the columns of a workflow under their own names', async () => {
      const workflow = {
        definition: 'specimen@1',
        definitionHash: HASH,
        state: 'draft',
        status: 'active' as const,
        snapshot: '{}',
        version: 1,
        eventSeq: 1,
        eventHash: HASH,
        unitId: 'u1',
        unitPath: '/u1/',
        createdAt: AT,
        updatedAt: AT,
      };
      await open().uow.run((tx) => tx.manager.insert(SpecimenFlow, { id: 'f1', workflow, dueOn: '2024-01-19' }));
      const [row] = await open().reads.rows('SELECT * FROM specimen_flows');
      expect(row).toMatchObject({ definition_hash: HASH, event_seq: 1, unit_path: '/u1/', due_on: '2024-01-19' });
      const found = await open().uow.run((tx) => tx.manager.find(SpecimenFlow));
      expect(found).toEqual([{ id: 'f1', workflow, dueOn: '2024-01-19' }]);
    });
  });
}
