import { scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Randomness } from '../platform/ids/ids.port';
import type { RowReader, Tx } from '../platform/persistence';

const derive = promisify<string, Buffer, number, { N: number }, Buffer>(scrypt);

const SALT_BYTES = 32;
const HASH_BYTES = 32;
/** Some milliseconds a number: little for one, years for all twelve-digit numbers. */
const COST = 4_096;
/** Digits that stay readable, so that a keeper can tell two people of one name apart. */
const SHOWN = 3;

/** Keeps identity numbers so that the same number is found again and the number itself is nowhere. */
@Injectable()
export class NationalIds {
  constructor(private readonly randomness: Randomness) {}

  /** The hash under which a number is looked up. */
  async hashOf(tx: Tx, nationalId: string): Promise<string> {
    const salt = Buffer.from(await this.salt(tx), 'hex');
    return (await derive(nationalId, salt, HASH_BYTES, { N: COST })).toString('hex');
  }

  /** The hashes of many numbers, by number: the salt is read once. */
  async hashesOf(tx: Tx, nationalIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const different = [...new Set(nationalIds)];
    if (different.length === 0) return new Map();
    const salt = Buffer.from(await this.salt(tx), 'hex');
    const hashes = await Promise.all(different.map((each) => derive(each, salt, HASH_BYTES, { N: COST })));
    return new Map(different.map((each, index) => [each, hashes[index]?.toString('hex') ?? '']));
  }

  /** As `hashesOf`, for who only looks: no entry for any number as long as no number is kept. */
  async hashesKept(rows: RowReader, nationalIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const different = [...new Set(nationalIds)];
    const kept = different.length === 0 ? undefined : await readSalt(rows);
    if (kept === undefined) return new Map();
    const salt = Buffer.from(kept, 'hex');
    const hashes = await Promise.all(different.map((each) => derive(each, salt, HASH_BYTES, { N: COST })));
    return new Map(different.map((each, index) => [each, hashes[index]?.toString('hex') ?? '']));
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

async function readSalt(rows: RowReader): Promise<string | undefined> {
  const [row] = await rows.rows<{ salt: string }>(`SELECT salt FROM identity_salts WHERE name = 'nationalId'`);
  return row?.salt;
}
