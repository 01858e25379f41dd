import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitHoldings, type HoldingKind } from '../units';

const CAMPAIGNS: HoldingKind = {
  kind: 'campaign',
  label: { vi: 'Phong trào chưa kết thúc', en: 'Open campaigns' },
  fate: 'carriedOn',
  table: 'campaigns',
  unitColumn: 'unit_id',
  where: `status = 'active'`,
};

/** Days that are still to come: who is told is asked when they come, of the successor too. */
const DEADLINES: HoldingKind = {
  kind: 'deadline',
  label: { vi: 'Thời hạn sắp tới', en: 'Deadlines to come' },
  fate: 'carriedOn',
  table: 'deadlines',
  unitColumn: 'unit_id',
  where: `status = 'armed'`,
};

/** What campaigns, and the deadlines that hang on them, hold of a unit. */
@Injectable()
export class CampaignHoldings implements OnModuleInit {
  constructor(private readonly holdings: UnitHoldings) {}

  onModuleInit(): void {
    this.holdings.register(CAMPAIGNS, DEADLINES);
  }
}
