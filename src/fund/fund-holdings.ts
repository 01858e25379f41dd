import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitHoldings } from '../units';

/** Tells units that books of funds hang on them: the seats of the successor keep them until they are closed. */
@Injectable()
export class FundHoldings implements OnModuleInit {
  constructor(private readonly holdings: UnitHoldings) {}

  onModuleInit(): void {
    this.holdings.register({
      kind: 'fundYear',
      label: { vi: 'Quỹ thi đua, khen thưởng chưa khóa sổ', en: 'Open books of the fund' },
      fate: 'carriedOn',
      table: 'fund_years',
      unitColumn: 'unit_id',
      where: 'closed_at IS NULL',
    });
  }
}
