/** What can be nominated for a commendation. */
export const SUBJECT_KINDS = ['person', 'collective', 'household'] as const;

export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const GENDERS = ['female', 'male', 'other'] as const;

export type Gender = (typeof GENDERS)[number];

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
