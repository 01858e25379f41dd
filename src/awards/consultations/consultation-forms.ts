import { CONSULTATION_COMMAND_LABELS, type ConsultationCommand } from '../../../workflows/award';
import type { RegisterForm } from '../../platform/runner/feature-commands';
import { entriesOf } from '../../platform/runner/refusals';
import { CONSULTATION_FAULTS, CONSULTATION_REFUSALS } from './consultations.errors';
import { ReasonRequest } from '../../platform/validation/reason.request';
import { NoInput } from '../../platform/validation/no-input';
import {
  AnswerObjectionRequest,
  OpenConsultationRequest,
  RecordAnswerRequest,
  RecordObjectionRequest,
} from './dto/consultation.request';

const LABELS = CONSULTATION_COMMAND_LABELS;
const UNFIT = entriesOf(CONSULTATION_FAULTS, 'ended', 'otherKind');
const UNFIT_YET = [...UNFIT, CONSULTATION_FAULTS.notBegun];

/** The form of every command on a consultation. */
export const consultationForms: Readonly<Record<ConsultationCommand | 'consultation.open', RegisterForm>> = {
  'consultation.open': {
    input: OpenConsultationRequest,
    opens: true,
    label: LABELS['consultation.open'],
    refusals: [
      ...entriesOf(CONSULTATION_REFUSALS, 'oneTarget', 'caseSettled', 'outOfOrder', 'termMissing'),
      CONSULTATION_REFUSALS.alreadyAsked,
    ],
  },
  'consultation.recordObjection': {
    input: RecordObjectionRequest,
    texts: ['text'],
    label: LABELS['consultation.recordObjection'],
    refusals: [...UNFIT_YET, CONSULTATION_REFUSALS.answeredInTheFuture],
  },
  'consultation.answerObjection': {
    input: AnswerObjectionRequest,
    texts: ['answer'],
    label: LABELS['consultation.answerObjection'],
    refusals: [...UNFIT, CONSULTATION_REFUSALS.noObjection],
  },
  'consultation.close': {
    input: NoInput,
    label: LABELS['consultation.close'],
    refusals: [...UNFIT_YET, ...entriesOf(CONSULTATION_FAULTS, 'termRunning', 'objectionsOpen')],
  },
  'consultation.recordAnswer': {
    input: RecordAnswerRequest,
    label: LABELS['consultation.recordAnswer'],
    refusals: [...UNFIT_YET, CONSULTATION_REFUSALS.answeredInTheFuture],
  },
  'consultation.withdraw': {
    input: ReasonRequest,
    texts: ['reason'],
    label: LABELS['consultation.withdraw'],
    refusals: entriesOf(CONSULTATION_FAULTS, 'ended', 'objectionsOpen'),
  },
};
