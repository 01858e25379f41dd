import { HISTORY_COMMANDS } from '../../../workflows/history';
import type { RegisterForm } from '../../platform/runner/feature-commands';
import { entriesOf } from '../../platform/runner/refusals';
import { ReasonRequest } from '../../platform/validation/reason.request';
import { RecordRatingRequest } from './dto/rating.request';
import { RATING_REFUSALS } from './ratings.errors';

/** The form of every command on ratings. */
export const ratingForms = {
  'rating.record': {
    input: RecordRatingRequest,
    opens: true,
    label: HISTORY_COMMANDS['rating.record'],
    refusals: entriesOf(RATING_REFUSALS, 'alreadyRecorded', 'yearNotBegun'),
  },
  'rating.withdraw': {
    input: ReasonRequest,
    texts: ['reason'],
    label: HISTORY_COMMANDS['rating.withdraw'],
    refusals: entriesOf(RATING_REFUSALS, 'alreadyWithdrawn'),
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;
