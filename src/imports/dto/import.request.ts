import { DELIMITERS, IMPORT_KINDS, ROW_FATES, ROW_OUTCOMES, type ImportKindName } from '../../../workflows/import';
import type { RowFate, RowOutcome } from '../../../workflows/import';
import { PageQuery } from '../../platform/http/pages/page-query.request';
import { BoundedText, field, IsOneOf, IsUuid, type FieldRule } from '../../platform/http/validators';
import { IMPORT_LIMITS } from '../import-limits';

const DELIMITER_NAMES = ['comma', 'semicolon', 'tab'] as const;

/** The delimiter of each name. */
export const DELIMITER_OF = {
  comma: DELIMITERS[0],
  semicolon: DELIMITERS[1],
  tab: DELIMITERS[2],
} as const satisfies Readonly<Record<(typeof DELIMITER_NAMES)[number], string>>;

const csvText: FieldRule = {
  code: 'CSV_TEXT',
  message: {
    vi: `Phải là nội dung tệp CSV, tối đa ${IMPORT_LIMITS.bytes} byte.`,
    en: `Must be the content of a CSV file of at most ${IMPORT_LIMITS.bytes} bytes.`,
  },
  schema: { type: 'string', maxLength: IMPORT_LIMITS.bytes },
  accepts: (value) => typeof value === 'string' && Buffer.byteLength(value) <= IMPORT_LIMITS.bytes,
};

/** What is said of a file beside its content. */
export class ImportFileQuery {
  @IsOneOf(IMPORT_KINDS, { example: 'people' })
  readonly kind: ImportKindName;

  @IsUuid({
    optional: true,
    description: 'All that the file brings in lies in this unit or below. Only the system may leave it out, for units.',
  })
  readonly unitId?: string;

  @IsUuid({ optional: true, description: 'The dossier that candidates belong to; for cases.' })
  readonly dossierId?: string;

  @BoundedText({ max: 200, optional: true, example: 'nhan-su.csv' })
  readonly fileName?: string;

  @IsOneOf(DELIMITER_NAMES, { optional: true, description: 'Found by itself when left out.' })
  readonly delimiter?: keyof typeof DELIMITER_OF;
}

/** Input of `import.check`. */
export class CheckImportRequest extends ImportFileQuery {
  @field(csvText, {
    description: 'With headings in Vietnamese or English.',
    example: 'Họ và tên,Ngày sinh\nLê Mẫu,19/5/1980\n',
  })
  readonly content: string;
}

/** What to do with rows that look like what is there. */
export const SIMILAR = ['skip', 'another'] as const;

/** Input of `import.apply`. */
export class ApplyImportRequest {
  @IsOneOf(SIMILAR, {
    optional: true,
    description: 'Rows that look like what is there: pass them over (the default), or add them as something else.',
    example: 'skip',
  })
  readonly similar?: (typeof SIMILAR)[number];
}

/** Narrows the rows of a file. */
export class ImportRowsQuery extends PageQuery {
  @IsOneOf(ROW_FATES, { optional: true })
  readonly fate?: RowFate;

  @IsOneOf(ROW_OUTCOMES, { optional: true })
  readonly outcome?: RowOutcome;
}
