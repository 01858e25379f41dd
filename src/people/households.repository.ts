import { foldText, type Instant } from '../../workflows/kernel';
import type { Tx } from '../platform/persistence';

/** What is kept of a household beside the unit. */
export interface HouseholdDetails {
  readonly headName: string;
  /** Empty when it is not known. */
  readonly address: string;
}

/** Inserts a household at version 1. */
export async function insertHousehold(tx: Tx, id: string, unitId: string, details: HouseholdDetails): Promise<void> {
  const { headName, address } = details;
  await tx.change(
    'INSERT INTO households (id, head_name, head_name_folded, address, unit_id, version) VALUES (?, ?, ?, ?, ?, 1)',
    [id, headName, foldText(headName), address, unitId],
  );
}

/** Moves a household that was not erased to another unit; false when it is the one where the household is. */
export async function moveHousehold(tx: Tx, id: string, unitId: string): Promise<boolean> {
  const changed = await tx.change(
    'UPDATE households SET unit_id = ?, version = version + 1 WHERE id = ? AND unit_id <> ? AND erased_at IS NULL',
    [unitId, id, unitId],
  );
  return changed === 1;
}

/** The addresses of the households of a unit whose head has this name, whatever its accents. */
export async function readAddressesOfHead(tx: Tx, unitId: string, headName: string): Promise<readonly string[]> {
  const found = await tx.rows<{ address: string }>(
    'SELECT address FROM households WHERE head_name_folded = ? AND unit_id = ? AND erased_at IS NULL',
    [foldText(headName), unitId],
  );
  return found.map(({ address }) => address);
}

/** Replaces the details of a household; false when it was erased. */
export async function updateHousehold(tx: Tx, id: string, { headName, address }: HouseholdDetails): Promise<boolean> {
  const changed = await tx.change(
    `UPDATE households SET head_name = ?, head_name_folded = ?, address = ?, version = version + 1
     WHERE id = ? AND erased_at IS NULL`,
    [headName, foldText(headName), address, id],
  );
  return changed === 1;
}

/** Blanks the personal data of a household; false when that was done before. */
export async function eraseHousehold(tx: Tx, id: string, at: Instant): Promise<boolean> {
  const changed = await tx.change(
    `UPDATE households SET head_name = '', head_name_folded = '', address = '', erased_at = ?, version = version + 1
     WHERE id = ? AND erased_at IS NULL`,
    [at, id],
  );
  return changed === 1;
}
