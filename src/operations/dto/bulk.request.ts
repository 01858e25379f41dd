import {
  BoundedArray,
  BoundedText,
  field,
  IsOneOf,
  IsUuid,
  Nested,
  type FieldRule,
} from '../../platform/http/validators';
import { objectRule } from '../../platform/http/validators/value-rules';
import { uuidRule } from '../../platform/http/validators/text-rules';
import { BULK_COLLECTION_NAMES, BULK_TYPES, MOST_OF_A_BULK, type BulkCollectionName } from '../bulk/bulk-collections';

/** Picks things by what their rows say; all that is given must hold. */
export class BulkFilter {
  @IsUuid({ optional: true, description: 'For cases.' })
  readonly dossierId?: string;

  @IsUuid({ optional: true, description: 'For cases and pledges.' })
  readonly campaignId?: string;

  @IsUuid({ optional: true, description: 'For people: exactly this unit.' })
  readonly unitId?: string;

  @BoundedText({ max: 50, optional: true, description: 'For cases and pledges.', example: 'received' })
  readonly state?: string;

  @BoundedText({ max: 32, optional: true, description: 'For cases.' })
  readonly tier?: string;
}

const token: FieldRule = {
  code: 'PREVIEW_TOKEN',
  message: { vi: 'Phải là “token” của lần xem trước.', en: 'Must be the “token” of the preview.' },
  schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  accepts: (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
};

/** A command for many things, by their ids or by a filter. */
export class BulkRequest {
  @IsOneOf(BULK_TYPES, { example: 'award.assign' })
  readonly type: string;

  @field(objectRule, { optional: true, description: 'The input of the command, the same for all.', example: {} })
  readonly input?: object;

  @BoundedArray(uuidRule, { max: MOST_OF_A_BULK, min: 1, unique: true, optional: true })
  readonly ids?: readonly string[];

  @Nested(() => BulkFilter, { optional: true })
  readonly filter?: BulkFilter;

  @field(token, {
    optional: true,
    description: 'Of the preview of exactly this. Without it nothing is done: the answer is the preview.',
  })
  readonly token?: string;
}

/** Input of `job.startBulk`. */
export class StartBulkRequest extends BulkRequest {
  @IsOneOf(BULK_COLLECTION_NAMES, { example: 'cases' })
  readonly collection: BulkCollectionName;
}
