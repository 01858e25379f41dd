/** What can be nominated for a commendation. */
export const SUBJECT_KINDS = ['person', 'collective', 'household'] as const;

export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const GENDERS = ['female', 'male', 'other'] as const;

export type Gender = (typeof GENDERS)[number];

/** The levels at which somebody may lead: those of the rules, from a unit up. */
export const LEADER_LEVELS = ['unit', 'commune', 'district', 'province', 'state'] as const;

export type LeaderLevel = (typeof LEADER_LEVELS)[number];

/** A subject by its kind and id. */
export interface SubjectRef {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** A subject with the name that lists and papers show. */
export interface SubjectLabel extends SubjectRef {
  /** Name of the person or the collective, or of the head of the household; empty when erased or unknown. */
  readonly name: string;
  readonly isErased: boolean;
}

/** The unit that a subject belongs to. */
export interface SubjectUnit {
  readonly id: string;
  /** `/<id>/<id>/`. */
  readonly path: string;
}
