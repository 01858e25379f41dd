import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitHoldings, type HoldingKind } from '../units';

/** A sitting goes on with the roll that was fixed for it. */
const REVIEWS: HoldingKind = {
  kind: 'review',
  label: { vi: 'Phiên họp xét chưa kết thúc', en: 'Open review rounds' },
  fate: 'carriedOn',
  table: 'review_rounds',
  unitColumn: 'unit_id',
  where: `status = 'active'`,
};

/** What review rounds hold of a unit. */
@Injectable()
export class ReviewHoldings implements OnModuleInit {
  constructor(private readonly holdings: UnitHoldings) {}

  onModuleInit(): void {
    this.holdings.register(REVIEWS);
  }
}
