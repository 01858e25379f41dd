/** What can be an example to follow: somebody, or a way of doing things. */
export const EXAMPLE_KINDS = ['person', 'collective', 'household', 'model'] as const;

export type ExampleKind = (typeof EXAMPLE_KINDS)[number];

/** Where an example stands. */
export const EXAMPLE_STATES = ['found', 'proposed', 'accepted', 'declined', 'published', 'withdrawn'] as const;

export type ExampleState = (typeof EXAMPLE_STATES)[number];

/** What is known of whether those who are named agree; `notAsked` until somebody noted an answer. */
export const EXAMPLE_CONSENTS = ['notAsked', 'given', 'refused', 'withdrawn'] as const;

export type ExampleConsent = (typeof EXAMPLE_CONSENTS)[number];

/** What field of life it is an example in. */
export const EXAMPLE_FIELDS = [
  'economy',
  'culture',
  'education',
  'health',
  'environment',
  'security',
  'administration',
  'socialCare',
  'partyBuilding',
  'other',
] as const;

export type ExampleField = (typeof EXAMPLE_FIELDS)[number];

/** Where examples are published. */
export const PUBLICATION_CHANNELS = [
  'press',
  'television',
  'radio',
  'loudspeaker',
  'portal',
  'socialMedia',
  'printed',
  'event',
] as const;

export type PublicationChannel = (typeof PUBLICATION_CHANNELS)[number];

/** What can be linked to an example beside the subject it is about. */
export const EXAMPLE_LINKS = ['person', 'collective', 'household', 'achievement', 'case'] as const;

export type ExampleLinkKind = (typeof EXAMPLE_LINKS)[number];

/** Which examples count towards a target: all that were found and neither declined nor withdrawn, and so on. */
export const TARGET_STAGES = ['found', 'accepted', 'published'] as const;

export type TargetStage = (typeof TARGET_STAGES)[number];
