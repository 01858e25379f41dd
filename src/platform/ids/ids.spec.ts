import { validate, version } from 'uuid';
import { instant } from '../../../workflows/kernel';
import { VirtualClock } from '../clock/virtual-clock';
import { SeededRandomness } from './seeded-randomness';
import { SystemRandomness } from './system-randomness';
import { UuidIds } from './uuid-ids';

const MOMENT = instant('2024-01-19T07:00:00.000Z');

describe(UuidIds.name, () => {
  it('makes UUIDs of version 7 that sort in the order in which they were made', () => {
    const clock = new VirtualClock(MOMENT);
    const ids = new UuidIds(clock, new SystemRandomness());
    const made = Array.from({ length: 1_000 }, (_, index) => {
      if (index % 100 === 0) clock.advance(1);
      return ids.next();
    });
    expect(made.every((id) => validate(id) && version(id) === 7)).toBe(true);
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(1_000);
  });

  it('holds the time of the clock in its first 48 bits', () => {
    const id = new UuidIds(new VirtualClock(MOMENT), new SystemRandomness()).next();
    expect(parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.parse(MOMENT));
  });

  it('makes other ids when the clock went back to a millisecond it had seen', () => {
    const clock = new VirtualClock(MOMENT);
    const ids = new UuidIds(clock, new SystemRandomness());
    const first = ids.next();
    clock.advance(5);
    const second = ids.next();
    clock.set(MOMENT);
    expect(new Set([first, second, ids.next()]).size).toBe(3);
  });

  it('makes the same ids from the same seed and clock', () => {
    const make = (): string[] => {
      const ids = new UuidIds(new VirtualClock(MOMENT), new SeededRandomness('seed'));
      return [ids.next(), ids.next()];
    };
    expect(make()).toEqual(make());
  });
});

describe(SeededRandomness.name, () => {
  it('gives the same stream for a seed, however it is cut', () => {
    const [whole, cut] = [new SeededRandomness('a'), new SeededRandomness('a')];
    const parts = [1, 31, 32, 33, 3].map((count) => cut.bytes(count));
    expect(Buffer.concat(parts)).toEqual(whole.bytes(100));
  });

  it('gives another stream for another seed', () => {
    expect(new SeededRandomness('a').bytes(16)).not.toEqual(new SeededRandomness('b').bytes(16));
  });
});

describe(SystemRandomness.name, () => {
  it('gives as many bytes as asked for, other ones each time', () => {
    const randomness = new SystemRandomness();
    expect(randomness.bytes(16)).toHaveLength(16);
    expect(randomness.bytes(16)).not.toEqual(randomness.bytes(16));
  });
});
