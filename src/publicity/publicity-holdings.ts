import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CampaignDirectory } from '../campaigns';
import { ReminderSubjects } from '../reminders';
import { UnitHoldings } from '../units';
import { isCampaignOver } from './publicity';
import { readPieceName } from './publicity-names.repository';

/** Tells units what hangs on them, and reminders what a piece is called and whether it still matters. */
@Injectable()
export class PublicityHoldings implements OnModuleInit {
  constructor(
    private readonly holdings: UnitHoldings,
    private readonly subjects: ReminderSubjects,
    private readonly campaigns: CampaignDirectory,
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
      const piece = await readPieceName(rows, id);
      if (!piece) return undefined;
      const isOver = isCampaignOver(await this.campaigns.contextOf(rows, piece.campaignId));
      return { name: piece.name, councilId: null, isOver };
    });
  }
}
