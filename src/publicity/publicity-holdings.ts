import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReminderSubjects } from '../reminders';
import { UnitHoldings } from '../units';
import { readPieceName } from './publicity-names.repository';

/** Tells units what hangs on them, and reminders what a piece is called. */
@Injectable()
export class PublicityHoldings implements OnModuleInit {
  constructor(
    private readonly holdings: UnitHoldings,
    private readonly subjects: ReminderSubjects,
  ) {}

  onModuleInit(): void {
    this.holdings.register({
      kind: 'publicityPiece',
      label: { vi: 'Nội dung tuyên truyền được giao', en: 'Pieces of publicity it is in charge of' },
      fate: 'carriedOn',
      table: 'publicity_pieces',
      unitColumn: 'charged_unit_id',
      where: 'dropped_at IS NULL AND due_on >= :day',
    });
    this.subjects.register('publicityPiece', async (rows, id) => {
      const name = await readPieceName(rows, id);
      return name === undefined ? undefined : { name, councilId: null };
    });
  }
}
