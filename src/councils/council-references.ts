import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonReferences } from '../people';
import { refusalsWhen } from '../platform/runner/refusals';
import { UnitHoldings, type HoldingKind } from '../units';
import { repointDelegations } from './council-delegates.repository';
import { COUNCIL_REFUSALS } from './councils.errors';
import { repointMemberships, sitTogether } from './memberships.repository';

/** The successor may found its own; what the old one has begun it finishes. */
const COUNCILS: HoldingKind = {
  kind: 'council',
  label: { vi: 'Hội đồng', en: 'Councils' },
  fate: 'carriedOn',
  table: 'councils',
  unitColumn: 'unit_id',
  where: 'dissolved_on IS NULL',
};

/** What councils hold of units and of people. */
@Injectable()
export class CouncilReferences implements OnModuleInit {
  constructor(
    private readonly holdings: UnitHoldings,
    private readonly people: PersonReferences,
  ) {}

  onModuleInit(): void {
    this.holdings.register(COUNCILS);
    this.people.register(async (tx, fromId, toId) => {
      const isTwice = await sitTogether(tx, fromId, toId);
      await repointMemberships(tx, fromId, toId);
      await repointDelegations(tx, fromId, toId);
      return refusalsWhen([isTwice, COUNCIL_REFUSALS.alreadySeated]);
    }, COUNCIL_REFUSALS.alreadySeated);
  }
}
