import { ConcurrencyError } from '../../src/platform/errors/platform.errors';
import {
  appendEvents,
  chainEvents,
  FIRST_HASH,
  insertEvents,
  newStream,
  NO_EVENTS,
  readHead,
  readStream,
  type EventEntry,
  type Stream,
  type StreamHead,
} from '../../src/platform/persistence/event-log';
import { verifyStream } from '../../src/platform/persistence/verify-stream';
import { usePersistence, type DatabaseOf } from '../support/database';
import { anEntry } from './event-samples';

/** What the event log promises, on either database. */
export function eventLogContract(database: DatabaseOf): void {
  describe('the event log', () => {
    const heard: string[] = [];
    const open = usePersistence(database, { onStatement: (sql) => void heard.push(sql) });
    const append = (stream: Stream, entries: readonly EventEntry[]): Promise<StreamHead> =>
      open().uow.run((tx) => appendEvents(tx, stream, entries));

    it('numbers the events of a stream without a gap and chains their hashes over several appends', async () => {
      const stream = newStream('s1', 'specimen');
      const first = await append(stream, [anEntry({ kind: 'command' }), anEntry()]);
      const second = await append({ ...stream, ...first }, [anEntry({ data: { tên: 'Hồ Gươm', n: 2 } })]);
      const events = await readStream(open().reads, 's1');
      expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3]);
      expect(events.map(({ previousHash }) => previousHash)).toEqual([FIRST_HASH, events[0]!.hash, first.hash]);
      expect(second).toEqual({ seq: 3, hash: events[2]!.hash });
      expect(verifyStream(events, second)).toEqual({ isWhole: true, head: second });
      expect(await readHead(open().reads, 's1')).toEqual(second);
    });

    it('stores the canonical JSON of exactly the entry and where it stands', async () => {
      const entry = { ...anEntry({ data: { b: 1, a: 2 } }), smuggled: 'in' };
      await append(newStream('s2', 'specimen'), [entry]);
      const [event] = await readStream(open().reads, 's2');
      expect(event!.body).toBe(
        '{"at":"2024-01-19T01:00:00.000Z","by":"system","commandId":"c1","data":{"a":2,"b":1},' +
          '"definition":"specimen@1","kind":"fact","seq":1,"streamId":"s2","streamKind":"specimen",' +
          '"type":"specimen.changed","version":1}',
      );
    });

    it('appends with one statement and reads nothing for it', async () => {
      heard.length = 0;
      await append(newStream('s3', 'specimen'), [anEntry(), anEntry(), anEntry()]);
      expect(heard.map((sql) => sql.split(' ')[0])).toEqual(['BEGIN', 'INSERT', 'COMMIT']);
    });

    it('appends nothing for no entries', async () => {
      expect(await append(newStream('s4', 'specimen'), [])).toEqual(NO_EVENTS);
      expect(await readHead(open().reads, 's4')).toEqual(NO_EVENTS);
    });

    it('tells where a stream will stand before the events are stored', async () => {
      const chained = chainEvents(newStream('s5', 'specimen'), [anEntry(), anEntry()]);
      await open().uow.run((tx) => insertEvents(tx, chained.events));
      expect(await readHead(open().reads, 's5')).toEqual(chained.head);
    });

    it('lets one of 20 appends to one head through and tells the others of the conflict', async () => {
      const stream = newStream('raced', 'specimen');
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, (_, index) => append(stream, [anEntry({ commandId: `c${index}` }), anEntry()])),
      );
      const errors = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
      expect(errors).toHaveLength(19);
      expect(errors.every((error) => error instanceof ConcurrencyError)).toBe(true);
      expect((await readStream(open().reads, 'raced')).map(({ seq }) => seq)).toEqual([1, 2]);
    });

    it.each([
      ['change', "UPDATE events SET body = '{}'"],
      ['delete', 'DELETE FROM events'],
    ])('refuses to %s an event', async (_, sql) => {
      await expect(open().uow.run((tx) => tx.change(sql))).rejects.toThrow(/append only/);
    });

    it('refuses to replace an event by another', async () => {
      const { dialect } = open().reads;
      const columns = 'stream_id, seq, stream_kind, kind, type, body, previous_hash, hash, command_id, occurred_at';
      const verb = dialect === 'sqlite' ? 'INSERT OR REPLACE INTO' : 'INSERT INTO';
      const tail = dialect === 'sqlite' ? '' : " ON CONFLICT (stream_id, seq) DO UPDATE SET body = '{}'";
      const sql = `${verb} events (${columns}) SELECT ${columns} FROM events WHERE stream_id = 's1'${tail}`;
      await expect(open().uow.run((tx) => tx.change(sql))).rejects.toThrow(/append only/);
    });

    it('shows the first event that was changed behind its back', async () => {
      const head = await append(newStream('tampered', 'specimen'), [anEntry(), anEntry(), anEntry()]);
      const events = await readStream(open().reads, 'tampered');
      const changed = events.map((event) =>
        event.seq === 2 ? { ...event, body: event.body.replace('c1', 'c9') } : event,
      );
      expect(verifyStream(changed, head)).toEqual({ isWhole: false, brokenSeq: 2, reason: 'hash' });
    });
  });
}
