import type { ExampleConsent, ExampleKind, ExampleState, TargetStage } from './example.types';

/** What can be done with an example that was found. */
export const EXAMPLE_COMMANDS = [
  'example.correct',
  'example.propose',
  'example.accept',
  'example.decline',
  'example.noteConsent',
  'example.publish',
  'example.withdraw',
  'example.link',
  'example.unlink',
] as const;

export type ExampleCommand = (typeof EXAMPLE_COMMANDS)[number];

/** What the rules ask of an example. */
export interface ExampleFacts {
  readonly kind: ExampleKind;
  readonly state: ExampleState;
  readonly consent: ExampleConsent;
  /** True when the personal data of whom it is about were erased. */
  readonly isErased: boolean;
}

export type ExampleFault = 'notInState' | 'erased' | 'consentMissing' | 'nobodyToAsk';

const LIVE: readonly ExampleState[] = ['found', 'proposed', 'accepted', 'declined', 'published'];

const FROM: Readonly<Record<ExampleCommand, readonly ExampleState[]>> = {
  'example.correct': ['found', 'declined'],
  'example.propose': ['found', 'declined'],
  'example.accept': ['proposed'],
  'example.decline': ['proposed'],
  'example.noteConsent': LIVE,
  'example.publish': ['accepted', 'published'],
  'example.withdraw': LIVE,
  'example.link': LIVE,
  'example.unlink': LIVE,
};

const INTO: Readonly<Partial<Record<ExampleCommand, ExampleState>>> = {
  'example.propose': 'proposed',
  'example.accept': 'accepted',
  'example.decline': 'declined',
  'example.publish': 'published',
  'example.withdraw': 'withdrawn',
};

/** Of somebody who was erased nothing more is said: what is left is to end the example. */
const ENDING: readonly ExampleCommand[] = ['example.withdraw', 'example.unlink'];

/** Whether it names people, who are asked before it is published. */
export function namesPeople(kind: ExampleKind): boolean {
  return kind === 'person' || kind === 'household';
}

/** Every reason why a command cannot be done now; empty when it can. */
export function mayExample(
  command: ExampleCommand,
  { kind, state, consent, isErased }: ExampleFacts,
): readonly ExampleFault[] {
  return [
    ...when(!FROM[command].includes(state), 'notInState'),
    ...when(isErased && !ENDING.includes(command), 'erased'),
    ...when(command === 'example.publish' && namesPeople(kind) && consent !== 'given', 'consentMissing'),
    ...when(command === 'example.noteConsent' && !namesPeople(kind), 'nobodyToAsk'),
  ];
}

/** The state that a command leaves an example in. */
export function exampleAfter(command: ExampleCommand, state: ExampleState): ExampleState {
  return INTO[command] ?? state;
}

/** The state after somebody's answer was noted: what is published without consent is published no longer. */
export function exampleAfterConsent(state: ExampleState, consent: ExampleConsent): ExampleState {
  return state === 'published' && consent !== 'given' ? 'withdrawn' : state;
}

/** The states that count towards a target. */
export function statesCounted(stage: TargetStage): readonly ExampleState[] {
  if (stage === 'published') return ['published'];
  return stage === 'accepted' ? ['accepted', 'published'] : ['found', 'proposed', 'accepted', 'published'];
}

function when(holds: boolean, fault: ExampleFault): readonly ExampleFault[] {
  return holds ? [fault] : [];
}
