import type { LocalDate } from '../../../../workflows/kernel';
import { BoundedText, field, IsLocalDate, IsUuid, type FieldRule } from '../../../platform/http/validators';

/** Opens a dossier for a unit. */
export class DraftDossierRequest {
  @IsUuid({ description: 'The unit that submits' })
  readonly unitId: string;

  @BoundedText({ max: 60, description: 'Number and symbol of the submission', example: '12/TTr-UBND' })
  readonly number: string;

  @IsLocalDate()
  readonly datedOn: LocalDate;

  @BoundedText({ max: 200, description: 'Office of the signer, never a name', example: 'Chủ tịch UBND phường' })
  readonly signerTitle: string;

  @IsUuid({ optional: true, description: 'Left out for what is commended outside campaigns' })
  readonly campaignId?: string;

  @IsUuid({ optional: true, description: 'Award cycle; when left out, the open one that ends first' })
  readonly cycleId?: string;

  @IsUuid({
    optional: true,
    description: 'The unit that receives it; when left out, the launching unit above, or the next unit above',
  })
  readonly authorityUnitId?: string;
}

const sha256Rule: FieldRule = {
  code: 'SHA256',
  message: { vi: 'Phải là mã băm SHA-256 gồm 64 chữ số hệ 16.', en: 'Must be a SHA-256 of 64 hexadecimal digits.' },
  schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  accepts: (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
};

/** A reference to a paper. The title may name people: events hold only its commitment. */
export class AddPaperRequest {
  @BoundedText({ max: 300, example: 'Báo cáo thành tích của tập thể' })
  readonly title: string;

  @BoundedText({ max: 60, example: '45/BC-UBND' })
  readonly number: string;

  @BoundedText({ max: 200, description: 'The body that issued it, never a person', example: 'UBND phường' })
  readonly issuer: string;

  @IsLocalDate()
  readonly date: LocalDate;

  @IsUuid({ optional: true, description: 'The achievement that it is evidence of' })
  readonly achievementId?: string;

  @BoundedText({ max: 32, optional: true, description: 'Code of the paper in the checklist', example: 'BAO_CAO' })
  readonly code?: string;

  @field(sha256Rule, { optional: true, description: 'Hash of the file, in small hexadecimal digits' })
  readonly sha256?: string;
}
