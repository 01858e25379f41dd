import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Label } from '../../../../workflows/kernel';
import { CitationResponse, LabelResponse } from '../../../platform/http/problems/problem';
import type { Paper } from '../dossier';
import type { ChecklistItem } from '../dossier-checklist';
import type { DossierWarning } from '../dossier-warnings';
import { ChecklistItemResponse, DossierWarningResponse } from './dossier-papers.response';
import { DOSSIER_STATES, type DossierState } from '../dossier-states';

/** One dossier in a list. */
export class DossierSummary {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: '12/TTr-UBND' })
  readonly number: string;

  @ApiProperty({ format: 'date' })
  readonly datedOn: string;

  @ApiProperty({ example: 'Chủ tịch UBND phường' })
  readonly signerTitle: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly campaignId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly cycleId: string | null;

  @ApiProperty({ format: 'uuid', description: 'The unit that submits' })
  readonly unitId: string;

  @ApiProperty({ format: 'uuid', description: 'The unit that receives' })
  readonly authorityUnitId: string;

  @ApiProperty({ enum: DOSSIER_STATES })
  readonly state: DossierState;

  @ApiProperty({ type: () => LabelResponse })
  readonly stateLabel: Label;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly submittedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly receivedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'The clock of the appraisal starts.' })
  readonly completeAt: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Last day of the appraisal' })
  readonly appraisalDueOn: string | null;

  @ApiProperty({
    type: () => LabelResponse,
    nullable: true,
    description: 'Says that the last day of the appraisal may still move; null when it is final or there is none.',
  })
  readonly provisional: Label | null;

  @ApiProperty({ type: 'integer' })
  readonly version: number;
}

/** A reference to a paper. */
export class PaperResponse implements Paper {
  @ApiProperty()
  readonly title: string;

  @ApiProperty({ example: '45/BC-UBND' })
  readonly number: string;

  @ApiProperty()
  readonly issuer: string;

  @ApiProperty({ type: String, format: 'date' })
  readonly date: Paper['date'];

  @ApiPropertyOptional({ format: 'uuid', description: 'The achievement that it is evidence of' })
  readonly achievementId?: string;

  @ApiPropertyOptional({ description: 'SHA-256 of the file in hex' })
  readonly sha256?: string;

  @ApiPropertyOptional({ description: 'Code of the paper in the checklist', example: 'BAO_CAO' })
  readonly code?: string;
}

/** One dossier with its papers and how far its cases have come. */
export class DossierResponse extends DossierSummary {
  @ApiProperty({ type: [PaperResponse] })
  readonly papers: readonly PaperResponse[];

  @ApiProperty({ type: () => [ChecklistItemResponse], description: 'What the rules of its tiers ask for.' })
  readonly checklist: readonly ChecklistItem[];

  @ApiProperty({ type: () => [DossierWarningResponse], description: 'What to know at reception; it refuses nothing.' })
  readonly warnings: readonly DossierWarning[];

  @ApiProperty({
    type: [CitationResponse],
    description: 'The rules by which the last day of the appraisal was counted; none for a day that somebody named.',
  })
  readonly appraisalRules: readonly CitationResponse[];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why it was returned; null when it was not, or once erased.',
  })
  readonly returnReason: string | null;

  @ApiProperty({
    type: Object,
    additionalProperties: { type: 'integer' },
    description: 'How many of its cases are in each state.',
    example: { submitted: 12 },
  })
  readonly caseCounts: Readonly<Record<string, number>>;
}
