import type { PledgeContext } from '../../workflows/pledge';
import { ConcurrencyError } from '../platform/errors/platform.errors';
import { insertRows, type RowReader, type Tx } from '../platform/persistence';

/** Whether another pledge has the unit's place in a campaign. */
export async function placeIsTaken(rows: RowReader, campaignId: string, unitId: string): Promise<boolean> {
  const taken = await rows.rows('SELECT pledge_id FROM pledge_places WHERE campaign_id = ? AND unit_id = ?', [
    campaignId,
    unitId,
  ]);
  return taken.length > 0;
}

/** Takes the unit's place in a campaign. Throws ConcurrencyError when it is gone: decided anew, the caller hears why. */
export async function takePlace(tx: Tx, pledgeId: string, { campaignId, unitId }: PledgeContext): Promise<void> {
  const taken = await tx.change(
    'INSERT INTO pledge_places (campaign_id, unit_id, pledge_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    [campaignId, unitId, pledgeId],
  );
  if (taken === 0) throw new ConcurrencyError('The place of the unit in the campaign');
}

/** Gives the place of a pledge back. */
export async function freePlace(tx: Tx, pledgeId: string): Promise<void> {
  await tx.change('DELETE FROM pledge_places WHERE pledge_id = ?', [pledgeId]);
}

/** Writes the units that have to sign. */
export async function insertMembers(tx: Tx, pledgeId: string, unitIds: readonly string[]): Promise<void> {
  await insertRows(
    tx,
    'pledge_members',
    unitIds.map((unitId) => ({ pledge_id: pledgeId, unit_id: unitId, is_signed: 0 })),
  );
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
  /** The plan that they were written under. */
  readonly planRevision: number;
  readonly values: readonly {
    readonly measureCode: string;
    readonly value: string;
    /** Commitment. */
    readonly reason: string | null;
  }[];
}

/** Writes a revision of the values beside the older ones. */
export async function writeValues(tx: Tx, written: ValuesRevision): Promise<void> {
  const { pledgeId, revision, planRevision, values } = written;
  await tx.change('UPDATE pledges SET plan_revision = ? WHERE id = ?', [planRevision, pledgeId]);
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

/** The plan that the present values of a pledge were written under. */
export async function planRevisionOf(rows: RowReader, pledgeId: string): Promise<number | undefined> {
  const [pledge] = await rows.rows<{ planRevision: number | null }>(
    'SELECT plan_revision AS "planRevision" FROM pledges WHERE id = ?',
    [pledgeId],
  );
  return pledge?.planRevision ?? undefined;
}
