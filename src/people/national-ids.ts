import { scrypt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Randomness } from '../platform/ids/ids.port';
import { inChunks, placeholders, type RowReader, type Tx } from '../platform/persistence';
import { fewAtOnce } from './few-at-once';

const SALT_BYTES = 32;
const HASH_BYTES = 32;
/** Some milliseconds a number: little for one, years for all twelve-digit numbers. */
const COST = 4_096;
/** Hashes at a time: half of the threads that SQLite and files wait for as well, so that nobody else stands still. */
const AT_ONCE = 2;
const MASKS_AT_ONCE = 500;
/** Digits that stay readable, so that a keeper can tell two people of one name apart. */
const SHOWN = 3;

/** Keeps identity numbers so that the same number is found again and the number itself is nowhere. */
@Injectable()
export class NationalIds {
  constructor(private readonly randomness: Randomness) {}

  /** The hash under which a number is looked up. */
  async hashOf(tx: Tx, nationalId: string): Promise<string> {
    return hashOf(nationalId, await this.salt(tx));
  }

  /** The hashes of many numbers, by number: the salt is read once. */
  async hashesOf(tx: Tx, nationalIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return nationalIds.length === 0 ? new Map() : hashAll(nationalIds, await this.salt(tx));
  }

  /**
   * As `hashesOf`, for who only looks: of a number that nobody kept can have, by the digits that stay readable, there is no
   * entry, and no time is spent on it.
   */
  async hashesKept(rows: RowReader, nationalIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const salt = nationalIds.length === 0 ? undefined : await readSalt(rows);
    if (salt === undefined) return new Map();
    const masks = await readMasks(rows, nationalIds.map(maskOf));
    return hashAll(
      nationalIds.filter((each) => masks.has(maskOf(each))),
      salt,
    );
  }

  private async salt(tx: Tx): Promise<string> {
    const found = await readSalt(tx);
    if (found !== undefined) return found;
    const fresh = this.randomness.bytes(SALT_BYTES).toString('hex');
    await tx.change(`INSERT INTO identity_salts (name, salt) VALUES ('nationalId', ?) ON CONFLICT (name) DO NOTHING`, [
      fresh,
    ]);
    return (await readSalt(tx)) ?? fresh;
  }
}

/** What is shown of a number: `*********123`. */
export function maskOf(nationalId: string): string {
  return nationalId.slice(-SHOWN).padStart(nationalId.length, '*');
}

function hashOf(nationalId: string, salt: string): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(nationalId, Buffer.from(salt, 'hex'), HASH_BYTES, { N: COST }, (error, key) => {
      if (error) reject(error);
      else resolve(key.toString('hex'));
    });
  });
}

async function hashAll(nationalIds: readonly string[], salt: string): Promise<ReadonlyMap<string, string>> {
  const hash = async (each: string): Promise<[string, string]> => [each, await hashOf(each, salt)];
  return new Map(await fewAtOnce([...new Set(nationalIds)], AT_ONCE, hash));
}

/** Those of these masks that somebody who is kept has. */
async function readMasks(rows: RowReader, masks: readonly string[]): Promise<ReadonlySet<string>> {
  const kept = new Set<string>();
  for (const some of inChunks([...new Set(masks)], MASKS_AT_ONCE)) {
    const found = await rows.rows<{ mask: string }>(
      `SELECT DISTINCT national_id_mask AS "mask" FROM people WHERE national_id_mask IN ${placeholders(some.length)}`,
      some,
    );
    for (const { mask } of found) kept.add(mask);
  }
  return kept;
}

async function readSalt(rows: RowReader): Promise<string | undefined> {
  const [row] = await rows.rows<{ salt: string }>(`SELECT salt FROM identity_salts WHERE name = 'nationalId'`);
  return row?.salt;
}
