import { endOfDay, startOfDay, type Instant, type Label, type LocalDate } from '../kernel';

/**
 * The consultations beside a review round: names published for comment before the sitting, the written opinion of the Party
 * committee, the opinions of other agencies. Written opinions of absent members belong to the review round itself.
 */
export const CONSULTATION_KINDS = ['publicComment', 'partyOpinion', 'agencyOpinion'] as const;

export type ConsultationKind = (typeof CONSULTATION_KINDS)[number];

/** `open` while it runs, then how it ended; `withdrawn` for one that was opened by mistake or asked anew. */
export const CONSULTATION_STATES = ['open', 'closed', 'inFavour', 'against', 'withdrawn'] as const;

export type ConsultationState = (typeof CONSULTATION_STATES)[number];

/** The commands on a consultation that exists. */
export const CONSULTATION_COMMANDS = [
  'consultation.recordObjection',
  'consultation.answerObjection',
  'consultation.close',
  'consultation.recordAnswer',
  'consultation.withdraw',
] as const;

export type ConsultationCommand = (typeof CONSULTATION_COMMANDS)[number];

/** What the rules of a consultation ask for. */
export interface ConsultationFacts {
  readonly kind: ConsultationKind;
  readonly state: ConsultationState;
  /** The first day. */
  readonly opensOn: LocalDate;
  /** The last day on which comments or an answer are in time; null where nobody set a term. */
  readonly dueOn: LocalDate | null;
  /** Objections that nobody has answered yet. */
  readonly openObjectionCount: number;
  readonly at: Instant;
}

/** Why a command on a consultation is refused; the sentence and the code are the catalogue's. */
export type ConsultationFault = 'ended' | 'otherKind' | 'termRunning' | 'objectionsOpen' | 'notBegun';

const FOR_COMMENT: ReadonlySet<ConsultationCommand> = new Set<ConsultationCommand>([
  'consultation.recordObjection',
  'consultation.answerObjection',
  'consultation.close',
]);

/** Every reason why a command on a consultation is refused; none when it may be done. */
export function mayConsultation(command: ConsultationCommand, facts: ConsultationFacts): readonly ConsultationFault[] {
  if (command === 'consultation.withdraw') {
    // Withdrawn, it counts as never opened: whoever objected gets an answer before.
    const { state, openObjectionCount } = facts;
    return [...when(state === 'withdrawn', 'ended'), ...when(openObjectionCount > 0, 'objectionsOpen')];
  }
  const isComment = facts.kind === 'publicComment';
  if (FOR_COMMENT.has(command) !== isComment) return ['otherKind'];
  if (facts.state !== 'open') return ['ended'];
  if (command === 'consultation.answerObjection') return [];
  return [
    ...when(facts.at < startOfDay(facts.opensOn), 'notBegun'),
    ...(command === 'consultation.close' ? closingFaults(facts) : []),
  ];
}

/** Whether somebody has let the term go by: an agency that was silent to its end lets the case go on. */
export function isSilent({ state, dueOn, at }: Pick<ConsultationFacts, 'state' | 'dueOn' | 'at'>): boolean {
  return state === 'open' && dueOn !== null && at >= endOfDay(dueOn);
}

/** Whether a consultation lets a case go on. */
export function isSettled(facts: Omit<ConsultationFacts, 'opensOn'>): boolean {
  switch (facts.kind) {
    case 'publicComment':
      return facts.state === 'closed' && facts.openObjectionCount === 0;
    case 'partyOpinion':
      return facts.state === 'inFavour';
    case 'agencyOpinion':
      return facts.state === 'inFavour' || facts.state === 'against' || isSilent(facts);
  }
}

/**
 * The kinds that hold up a case: each that was asked for and is not settled, and each that the rules ask for and nobody has
 * opened. What was withdrawn counts as never opened. Without repetition, in the order of the kinds.
 */
export function openConsultations(
  required: readonly ConsultationKind[],
  asked: readonly Omit<ConsultationFacts, 'opensOn'>[],
): readonly ConsultationKind[] {
  const living = asked.filter(({ state }) => state !== 'withdrawn');
  return CONSULTATION_KINDS.filter((kind) => {
    const ofKind = living.filter((each) => each.kind === kind);
    return ofKind.length === 0 ? required.includes(kind) : ofKind.some((each) => !isSettled(each));
  });
}

/** Words for the kinds. */
export const CONSULTATION_KIND_LABELS: Readonly<Record<ConsultationKind, Label>> = {
  publicComment: { vi: 'Lấy ý kiến công khai', en: 'Public comment' },
  partyOpinion: { vi: 'Ý kiến của cấp ủy Đảng', en: 'Opinion of the Party committee' },
  agencyOpinion: { vi: 'Lấy ý kiến hiệp y', en: 'Opinion of another agency' },
};

/** Words for the states. */
export const CONSULTATION_STATE_LABELS: Readonly<Record<ConsultationState, Label>> = {
  open: { vi: 'Đang lấy ý kiến', en: 'Open' },
  closed: { vi: 'Đã kết thúc', en: 'Closed' },
  inFavour: { vi: 'Đồng ý', en: 'In favour' },
  against: { vi: 'Không đồng ý', en: 'Against' },
  withdrawn: { vi: 'Đã hủy', en: 'Withdrawn' },
};

/** Words for the commands. */
export const CONSULTATION_COMMAND_LABELS: Readonly<Record<ConsultationCommand | 'consultation.open', Label>> = {
  'consultation.open': { vi: 'Lấy ý kiến', en: 'Consult' },
  'consultation.recordObjection': { vi: 'Ghi nhận phản ánh', en: 'Record an objection' },
  'consultation.answerObjection': { vi: 'Trả lời phản ánh', en: 'Answer an objection' },
  'consultation.close': { vi: 'Kết thúc công khai', en: 'Close the public comment' },
  'consultation.recordAnswer': { vi: 'Ghi nhận ý kiến trả lời', en: 'Record the answer' },
  'consultation.withdraw': { vi: 'Hủy việc lấy ý kiến', en: 'Withdraw' },
};

function closingFaults({ dueOn, at, openObjectionCount }: ConsultationFacts): readonly ConsultationFault[] {
  return [
    ...when(dueOn !== null && at < endOfDay(dueOn), 'termRunning'),
    ...when(openObjectionCount > 0, 'objectionsOpen'),
  ];
}

function when(holds: boolean, fault: ConsultationFault): readonly ConsultationFault[] {
  return holds ? [fault] : [];
}
