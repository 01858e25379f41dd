import { instant } from '../../../workflows/kernel';
import { chainEvents, eventHash, newStream, NO_EVENTS, type StoredEvent } from './event-log';
import { verifyStream } from './verify-stream';

const entry = {
  kind: 'fact',
  type: 'specimen.changed',
  at: instant('2024-01-19T07:00:00.000Z'),
  by: 'system',
  commandId: 'c1',
  definition: null,
  version: 1,
  data: {},
} as const;
const { events, head } = chainEvents(newStream('s1', 'specimen'), [entry, entry, entry]);

const changing = (seq: number, change: (event: StoredEvent) => Partial<StoredEvent>): StoredEvent[] =>
  events.map((event) => (event.seq === seq ? { ...event, ...change(event) } : event));

describe(verifyStream.name, () => {
  it('finds a stream whole that is as it was written', () => {
    expect(verifyStream(events, head)).toEqual({ isWhole: true, head });
    expect(verifyStream([], NO_EVENTS)).toEqual({ isWhole: true, head: NO_EVENTS });
  });

  it('finds the event that is missing in the middle', () => {
    const broken = events.filter(({ seq }) => seq !== 2);
    expect(verifyStream(broken)).toEqual({ isWhole: false, brokenSeq: 2, reason: 'gap' });
  });

  it('finds a changed body', () => {
    const broken = changing(2, ({ body }) => ({ body: body.replace('system', 'nobody') }));
    expect(verifyStream(broken)).toEqual({ isWhole: false, brokenSeq: 2, reason: 'hash' });
  });

  it('finds a changed body even when its hash was made anew', () => {
    const broken = changing(2, ({ body, previousHash }) => {
      const changed = body.replace('system', 'nobody');
      return { body: changed, hash: eventHash(previousHash, changed) };
    });
    expect(verifyStream(broken)).toEqual({ isWhole: false, brokenSeq: 3, reason: 'chain' });
  });

  it.each<Partial<StoredEvent>>([
    { type: 'specimen.other' },
    { kind: 'command' },
    { streamId: 's2' },
    { streamKind: 'other' },
    { commandId: 'c2' },
    { occurredAt: instant('2024-01-20T07:00:00.000Z') },
  ])('finds a column that says something else than the body: %j', (change) => {
    expect(verifyStream(changing(3, () => change))).toEqual({ isWhole: false, brokenSeq: 3, reason: 'column' });
  });

  it('finds that the last events are missing, or were added, by the head on the state row', () => {
    expect(verifyStream(events.slice(0, 2))).toMatchObject({ isWhole: true });
    expect(verifyStream(events.slice(0, 2), head)).toEqual({ isWhole: false, brokenSeq: 3, reason: 'head' });
    expect(verifyStream(events, NO_EVENTS)).toEqual({ isWhole: false, brokenSeq: 1, reason: 'head' });
  });
});
