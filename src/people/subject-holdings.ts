import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Label } from '../../workflows/kernel';
import { UnitDirectory, UnitHoldings, type HoldingKind } from '../units';
import { PersonReferences } from './person-references';
import type { SubjectKind } from './subject';

/** Subjects go to the successor; without one they stay for the keeper of the unit above to place. */
function moved(kind: SubjectKind, label: Label, table: string, where: string): HoldingKind {
  return {
    kind,
    label,
    fate: 'moved',
    table,
    unitColumn: 'unit_id',
    where,
    commandsFor: (_, ids, { successorId }) =>
      successorId === null
        ? []
        : ids.map((id) => ({ type: `${kind}.move`, instanceId: id, input: { unitId: successorId } })),
  };
}

/** What the registers of subjects hold of a unit, and what a unit holds of people. */
@Injectable()
export class SubjectHoldings implements OnModuleInit {
  constructor(
    private readonly holdings: UnitHoldings,
    private readonly references: PersonReferences,
    private readonly units: UnitDirectory,
  ) {}

  onModuleInit(): void {
    this.holdings.register(
      moved('person', { vi: 'Người', en: 'People' }, 'people', 'erased_at IS NULL AND merged_into_id IS NULL'),
      moved('collective', { vi: 'Tập thể', en: 'Collectives' }, 'collectives', '1 = 1'),
      moved('household', { vi: 'Hộ gia đình', en: 'Households' }, 'households', 'erased_at IS NULL'),
    );
    this.references.register(async (tx, fromId, toId) => {
      await this.units.repointDelegates(tx, fromId, toId);
      return [];
    });
  }
}
