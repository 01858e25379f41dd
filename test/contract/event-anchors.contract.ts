import { checkAnchors, writeAnchor } from '../../src/platform/persistence/event-anchors';
import type { Anchor } from '../../src/platform/persistence/anchor';
import { appendOnlyTriggers } from '../../src/platform/persistence/append-only';
import { appendEvents, newStream, FIRST_HASH } from '../../src/platform/persistence/event-log';
import { instant, localDate, type Instant, type LocalDate } from '../../workflows/kernel';
import { usePersistence, type DatabaseOf } from '../support/database';
import { untilSomebodyWaitsForALock } from '../support/lock-waits';
import { anEntry, daysLater } from './event-samples';
import { aMoment } from './moment';

const [DAY_1, DAY_2, DAY_3, DAY_4, DAY_5] = ['19', '20', '21', '22', '23'].map((day) =>
  localDate(`2024-01-${day}`),
) as [LocalDate, LocalDate, LocalDate, LocalDate, LocalDate];

/** That a change behind the log's back shows in the anchors, on either database. */
export function eventAnchorsContract(database: DatabaseOf): void {
  describe('event anchors', () => {
    const open = usePersistence(database);
    const anchor = (day: LocalDate, now: Instant = daysLater(30)): Promise<Anchor> =>
      open().uow.run((tx) => writeAnchor(tx, day, now));
    const append = (id: string, ...at: string[]): Promise<unknown> =>
      open().uow.run((tx) =>
        appendEvents(
          tx,
          newStream(id, 'specimen'),
          at.map((moment) => anEntry({ at: instant(moment) })),
        ),
      );

    beforeAll(async () => {
      // The day ends at 17:00 UTC: the second event of s1 is of the next day.
      await append('s1', '2024-01-19T16:59:59.999Z', '2024-01-19T17:00:00.000Z');
      await append('s2', '2024-01-19T03:00:00.000Z', '2024-01-19T04:00:00.000Z');
    });

    it('refuses a day that is not over', async () => {
      await expect(anchor(DAY_1, instant('2024-01-19T16:59:59.999Z'))).rejects.toMatchObject({
        code: 'PERSISTENCE.ANCHOR_OUT_OF_ORDER',
      });
    });

    it('sums up the events of each local day and names the anchor before', async () => {
      const first = await anchor(DAY_1, instant('2024-01-19T17:00:00.000Z'));
      const second = await anchor(DAY_2);
      expect(first).toMatchObject({ eventCount: 3, previousHash: FIRST_HASH });
      expect(second).toMatchObject({ eventCount: 1, previousHash: first.rootHash });
      expect(await checkAnchors(open().reads)).toEqual([]);
    });

    it('anchors a day once and days in their order', async () => {
      const again = await anchor(DAY_2, daysLater(60));
      expect(again.createdAt).toBe(daysLater(30));
      await expect(anchor(DAY_1)).rejects.toMatchObject({ code: 'PERSISTENCE.ANCHOR_OUT_OF_ORDER' });
    });

    it('anchors a day without events', async () => {
      expect(await anchor(DAY_3)).toMatchObject({ eventCount: 0 });
      expect(await checkAnchors(open().reads)).toEqual([]);
    });

    it('sums up an event of an anchored day with the next anchor: the clock went back', async () => {
      await append('s3', '2024-01-20T03:00:00.000Z');
      expect(await checkAnchors(open().reads)).toEqual([]);
      expect(await anchor(DAY_4)).toMatchObject({ eventCount: 1 });
      expect(await checkAnchors(open().reads)).toEqual([]);
    });

    it('misses no event whose unit of work is still open while its day is anchored', async () => {
      const [written, asked] = [aMoment(), aMoment()];
      const appended = open().uow.run(async (tx) => {
        await appendEvents(tx, newStream('s4', 'specimen'), [anEntry({ at: instant('2024-01-23T16:59:59.999Z') })]);
        written.reach();
        await asked.reached;
      });
      await written.reached;
      const anchored = anchor(DAY_5);
      // On PostgreSQL the two run side by side: the anchor must be seen to wait before the event is let go.
      await untilSomebodyWaitsForALock(open().reads);
      asked.reach();
      await appended;
      expect(await anchored).toMatchObject({ eventCount: 1 });
      expect(await checkAnchors(open().reads)).toEqual([]);
    });

    it('refuses to change an anchor', async () => {
      const change = open().uow.run((tx) => tx.change('UPDATE event_anchors SET event_count = 0'));
      await expect(change).rejects.toThrow(/append only/);
    });

    it('shows the day of an event that was taken away with the triggers off', async () => {
      const [, refuseDelete] = appendOnlyTriggers('events');
      const onTable = open().reads.dialect === 'postgres' ? ' ON events' : '';
      await open().writer.query(`DROP TRIGGER ${refuseDelete}${onTable}`);
      await open().uow.run((tx) => tx.change("DELETE FROM events WHERE stream_id = 's1' AND seq = 2"));
      expect(await checkAnchors(open().reads)).toEqual([{ day: DAY_2, reason: 'events' }]);
    });
  });
}
