import type { LocalDate } from '../../workflows/kernel';
import type { PledgeContext } from '../../workflows/pledge';
import { ConcurrencyError } from '../platform/errors/platform.errors';
import type { SqlCondition } from '../platform/auth/scope';
import { insertRows, locking, placeholders, type Tx } from '../platform/persistence';

/** Counts the pledges that have the place of the unit, or of the person, in a campaign: none or one. */
export function placesOf(campaignId: string, unitId: string, personId: string | null): SqlCondition {
  const sql =
    personId === null
      ? 'SELECT COUNT(*) FROM pledge_places WHERE campaign_id = ? AND unit_id = ?'
      : 'SELECT COUNT(*) FROM pledge_person_places WHERE campaign_id = ? AND person_id = ?';
  return { sql, params: [campaignId, personId ?? unitId] };
}

/** Takes the pledger's place in a campaign. Throws ConcurrencyError when it is gone: decided anew, the caller hears why. */
export async function takePlace(tx: Tx, pledgeId: string, pledge: PledgeContext): Promise<void> {
  const { campaignId, unitId, personId } = pledge;
  const sql =
    personId === null
      ? 'INSERT INTO pledge_places (campaign_id, unit_id, pledge_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'
      : 'INSERT INTO pledge_person_places (campaign_id, person_id, pledge_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING';
  const taken = await tx.change(sql, [campaignId, personId ?? unitId, pledgeId]);
  if (taken === 0) throw new ConcurrencyError('The place of the pledger in the campaign');
}

/** Gives the place of a pledge back. */
export async function freePlace(tx: Tx, pledgeId: string, { personId }: PledgeContext): Promise<void> {
  const sql =
    personId === null
      ? 'DELETE FROM pledge_places WHERE pledge_id = ?'
      : 'DELETE FROM pledge_person_places WHERE pledge_id = ?';
  await tx.change(sql, [pledgeId]);
}

/** Whether two people have a place in the same campaign each. */
export async function havePlacesTogether(tx: Tx, one: string, other: string): Promise<boolean> {
  const found = await tx.rows(
    `SELECT a.pledge_id FROM pledge_person_places a JOIN pledge_person_places b ON b.campaign_id = a.campaign_id
     WHERE a.person_id = ? AND b.person_id = ?`,
    [one, other],
  );
  return found.length > 0;
}

/** Makes the places of one person those of another one, who is the same. */
export async function repointPlaces(tx: Tx, fromId: string, toId: string): Promise<void> {
  await tx.change('UPDATE pledge_person_places SET person_id = ? WHERE person_id = ?', [toId, fromId]);
}

/**
 * Writes the units that have to sign; false when one of them has ended by a day. The units are held by the same statement,
 * since many draft at once: one that ends meanwhile is found ended once its row is free.
 */
export async function insertMembers(
  tx: Tx,
  pledgeId: string,
  unitIds: readonly string[],
  day: LocalDate,
): Promise<boolean> {
  const inserted = await tx.change(
    `INSERT INTO pledge_members (pledge_id, unit_id, is_signed)
     SELECT ?, u.id, 0 FROM (
       SELECT id FROM units WHERE id IN ${placeholders(unitIds.length)} AND (valid_to IS NULL OR valid_to >= ?)
       ORDER BY id${locking(tx, 'held')}) u`,
    [pledgeId, ...unitIds, day],
  );
  return inserted === unitIds.length;
}

/** Notes the signature of a unit. */
export async function noteSignature(tx: Tx, pledgeId: string, unitId: string): Promise<void> {
  await tx.change('UPDATE pledge_members SET is_signed = 1 WHERE pledge_id = ? AND unit_id = ?', [pledgeId, unitId]);
}

/** Takes all signatures back: they belonged to other values. */
export async function dropSignatures(tx: Tx, pledgeId: string): Promise<void> {
  await tx.change('UPDATE pledge_members SET is_signed = 0 WHERE pledge_id = ?', [pledgeId]);
}

/** What a revision of the values consists of. */
export interface ValuesRevision {
  readonly pledgeId: string;
  readonly revision: number;
  readonly values: readonly {
    readonly measureCode: string;
    readonly value: string;
    /** Commitment. */
    readonly reason: string | null;
  }[];
}

/** Writes a revision of the values beside the older ones. */
export async function writeValues(tx: Tx, written: ValuesRevision): Promise<void> {
  const { pledgeId, revision, values } = written;
  await insertRows(
    tx,
    'pledge_values',
    values.map(({ measureCode, value, reason }) => ({
      pledge_id: pledgeId,
      values_revision: revision,
      measure_code: measureCode,
      value,
      reason,
    })),
  );
}
