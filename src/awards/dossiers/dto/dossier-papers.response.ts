import { ApiProperty } from '@nestjs/swagger';
import type { Citation, Label } from '../../../../workflows/kernel';
import { CitationResponse, LabelResponse } from '../../../platform/http/problems/problem';
import type { ChecklistItem } from '../dossier-checklist';
import type { DossierWarning } from '../dossier-warnings';

/** A paper that the checklists of a dossier name. */
export class ChecklistItemResponse implements ChecklistItem {
  @ApiProperty({ example: 'BAO_CAO' })
  readonly code: string;

  @ApiProperty({ type: () => LabelResponse })
  readonly name: Label;

  @ApiProperty({ type: String, nullable: true, description: 'Number of the form', example: 'Mẫu 13' })
  readonly form: string | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Sets of it; null where the receiving authority says how many.',
  })
  readonly copies: number | null;

  @ApiProperty()
  readonly isOriginal: boolean;

  @ApiProperty({ type: () => LabelResponse, nullable: true })
  readonly certifiedBy: Label | null;

  @ApiProperty({ type: () => LabelResponse, nullable: true, description: 'Which cases need it; null: all of them.' })
  readonly onlyIf: Label | null;

  @ApiProperty({ type: [String], description: 'The tiers whose checklist names it', example: ['CSTDCS'] })
  readonly tiers: readonly string[];

  @ApiProperty({ type: () => CitationResponse })
  readonly citation: Citation;

  @ApiProperty({ description: 'Whether the dossier holds a paper with this code.' })
  readonly isThere: boolean;
}

/** Something that whoever receives a dossier should know. */
export class DossierWarningResponse implements DossierWarning {
  @ApiProperty({ enum: ['DOSSIER.CHECKLIST_UNSURE', 'DOSSIER.ACHIEVEMENT_TOO_OLD'] })
  readonly code: string;

  @ApiProperty({ type: () => LabelResponse })
  readonly message: Label;

  @ApiProperty({ type: () => CitationResponse })
  readonly citation: Citation;
}
