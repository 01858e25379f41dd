import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitHoldings, type HoldingKind } from '../units';

/** What a unit has pledged for itself ends with it; its successor pledges anew. */
const PLEDGES: HoldingKind = {
  kind: 'pledge',
  label: { vi: 'Đăng ký thi đua đang mở', en: 'Open pledges' },
  fate: 'ended',
  table: 'pledges',
  unitColumn: 'unit_id',
  where: `kind = 'registration' AND status = 'active'`,
  commandsFor: (_, ids, { document, effectiveOn }) =>
    ids.map((id) => ({
      type: 'pledge.discontinue',
      instanceId: id,
      input: { reason: `Sắp xếp đơn vị từ ngày ${effectiveOn} theo ${document}` },
    })),
};

/** What it prepared for several units concerns the others too: they decide what becomes of it. */
const AGREEMENTS: HoldingKind = {
  kind: 'agreement',
  label: { vi: 'Giao ước thi đua đang mở', en: 'Open agreements' },
  fate: 'carriedOn',
  table: 'pledges',
  unitColumn: 'unit_id',
  where: `kind = 'agreement' AND status = 'active'`,
};

/** What pledges hold of a unit. */
@Injectable()
export class PledgeHoldings implements OnModuleInit {
  constructor(private readonly holdings: UnitHoldings) {}

  onModuleInit(): void {
    this.holdings.register(PLEDGES, AGREEMENTS);
  }
}
