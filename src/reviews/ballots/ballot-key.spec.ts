import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SeededRandomness } from '../../platform/ids/seeded-randomness';
import { loadBallotKey } from './ballot-key';

describe(loadBallotKey.name, () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'thidua-key-'));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true, force: true });
  });

  const load = (name: string): Buffer => loadBallotKey(join(directory, name), new SeededRandomness(name));
  const codeOf = (content: string): unknown => {
    writeFileSync(join(directory, 'odd.key'), content);
    try {
      return load('odd.key').toString('hex');
    } catch (error) {
      return (error as { code?: unknown }).code;
    }
  };

  it('makes a missing key with its directory, for this user only, and leaves nothing else behind', () => {
    const key = load('data/ballot.key');
    expect(key).toHaveLength(32);
    expect(statSync(join(directory, 'data', 'ballot.key')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(directory, 'data'))).toEqual(['ballot.key']);
    expect(readFileSync(join(directory, 'data', 'ballot.key'), 'utf8')).toBe(`${key.toString('base64')}\n`);
  });

  it('keeps the key that is there', () => {
    const first = load('ballot.key');
    expect(loadBallotKey(join(directory, 'ballot.key'), new SeededRandomness('another'))).toEqual(first);
  });

  it.each([
    ['an empty file', ''],
    ['a short key', Buffer.alloc(31, 1).toString('base64')],
    ['a long key', Buffer.alloc(33, 1).toString('base64')],
    ['a key that was cut off', Buffer.alloc(32, 1).toString('base64').slice(0, 40)],
    ['text around a key', `key: ${Buffer.alloc(32, 1).toString('base64')}`],
    ['a key with something in it that is no base64', Buffer.alloc(32, 1).toString('base64').replace('QE', 'Q!E')],
  ])('refuses %s', (_, content) => {
    expect(codeOf(content)).toBe('REVIEW.BALLOT_KEY_INVALID');
    expect(readFileSync(join(directory, 'odd.key'), 'utf8')).toBe(content);
  });

  it('says that a file cannot be read, and makes no other key in its place', () => {
    mkdirSync(join(directory, 'ballot.key'));
    expect(() => load('ballot.key')).toThrow(expect.objectContaining({ code: 'REVIEW.BALLOT_KEY_UNREADABLE' }));
  });

  it('says that a key cannot be made where nothing can be written', () => {
    symlinkSync(join(directory, 'gone'), join(directory, 'dangling'));
    expect(() => load('dangling/ballot.key')).toThrow(
      expect.objectContaining({ code: 'REVIEW.BALLOT_KEY_NOT_WRITABLE' }),
    );
  });
});
