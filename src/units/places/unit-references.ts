import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays } from '../../../workflows/kernel';
import { placeholders, type RowReader } from '../../platform/persistence';
import { UnitHoldings, type HoldingCommand, type HoldingKind } from '../unit-holdings';
import type { Succession } from '../unit-terms';

/** Units directly below go to the successor, with all that lies below them. */
const UNITS_BELOW: HoldingKind = {
  kind: 'unit',
  label: { vi: 'Đơn vị trực thuộc', en: 'Units below' },
  fate: 'moved',
  table: 'units',
  unitColumn: 'parent_id',
  where: '(valid_to IS NULL OR valid_to >= :day)',
  commandsFor: (_, ids, { successorId, effectiveOn, document }) =>
    successorId === null
      ? []
      : ids.map((id) => ({
          type: 'unit.move',
          instanceId: id,
          input: { parentId: successorId, on: effectiveOn, document },
        })),
};

/** Whoever signed for the head signs no more: the head of the successor names delegates anew. */
const DELEGATIONS: HoldingKind = {
  kind: 'delegation',
  label: { vi: 'Ủy quyền của thủ trưởng đơn vị', en: 'Delegations of the head' },
  fate: 'ended',
  table: 'unit_delegates',
  unitColumn: 'unit_id',
  where: '(valid_to IS NULL OR valid_to >= :day)',
  commandsFor: endingsOf,
};

/** What hangs on units among themselves. */
@Injectable()
export class UnitReferences implements OnModuleInit {
  constructor(private readonly holdings: UnitHoldings) {}

  onModuleInit(): void {
    this.holdings.register(UNITS_BELOW, DELEGATIONS);
  }
}

/** One that was to begin later never begins: there is nobody left to sign for. It is left to the keeper. */
async function endingsOf(
  rows: RowReader,
  ids: readonly string[],
  { predecessorId, effectiveOn }: Succession,
): Promise<readonly HoldingCommand[]> {
  const begun = await rows.rows<{ id: string }>(
    `SELECT id FROM unit_delegates WHERE id IN ${placeholders(ids.length)} AND valid_from < ? ORDER BY id`,
    [...ids, effectiveOn],
  );
  const validTo = addDays(effectiveOn, -1);
  return begun.map(({ id }) => ({
    type: 'unit.endDelegation',
    instanceId: predecessorId,
    input: { delegationId: id, validTo },
  }));
}
