import { HISTORY_COMMANDS } from '../../../workflows/history';
import type { RegisterForm } from '../../platform/runner/feature-commands';
import { entriesOf } from '../../platform/runner/refusals';
import { ReasonRequest } from '../../platform/validation/reason.request';
import { RecordInitiativeRequest, ReleaseInitiativeRequest, UseInitiativeRequest } from './dto/initiative.request';
import { INITIATIVE_REFUSALS } from './initiatives.errors';

/** The form of every command on initiatives. */
export const initiativeForms = {
  'initiative.record': {
    input: RecordInitiativeRequest,
    texts: ['effect'],
    opens: true,
    label: HISTORY_COMMANDS['initiative.record'],
    refusals: entriesOf(INITIATIVE_REFUSALS, 'unknownAuthor'),
  },
  'initiative.use': {
    input: UseInitiativeRequest,
    texts: ['overrideReason'],
    label: HISTORY_COMMANDS['initiative.use'],
    refusals: [
      ...entriesOf(INITIATIVE_REFUSALS, 'withdrawn', 'oneTarget', 'unknownTarget', 'notTheAuthors'),
      ...entriesOf(INITIATIVE_REFUSALS, 'sameTarget', 'used'),
    ],
  },
  'initiative.release': {
    input: ReleaseInitiativeRequest,
    texts: ['reason'],
    label: HISTORY_COMMANDS['initiative.release'],
    refusals: entriesOf(INITIATIVE_REFUSALS, 'withdrawn', 'unknownUse'),
  },
  'initiative.withdraw': {
    input: ReasonRequest,
    texts: ['reason'],
    label: HISTORY_COMMANDS['initiative.withdraw'],
    refusals: entriesOf(INITIATIVE_REFUSALS, 'withdrawn', 'inUse'),
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;
