import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitHoldings } from '../units';

/** Tells units that examples hang on them: whoever carries a unit on carries them on. */
@Injectable()
export class ExampleHoldings implements OnModuleInit {
  constructor(private readonly holdings: UnitHoldings) {}

  onModuleInit(): void {
    this.holdings.register({
      kind: 'example',
      label: { vi: 'Gương điển hình, mô hình', en: 'Examples to follow' },
      fate: 'carriedOn',
      table: 'examples',
      unitColumn: 'unit_id',
      where: "state NOT IN ('declined', 'withdrawn')",
    });
  }
}
