import type { ExampleConsent, ExampleKind, ExampleState } from '../../workflows/example';
import type { SubjectKind } from '../people';

/** An example as commands need it. */
export interface ExampleRecord {
  readonly id: string;
  readonly kind: ExampleKind;
  readonly subjectKind: SubjectKind | null;
  readonly subjectId: string | null;
  readonly unitId: string;
  readonly unitPath: string;
  readonly state: ExampleState;
  readonly consent: ExampleConsent;
}

/** Whose stream the texts on an example are kept with: whose personal data they are, so that they are erased with them. */
export function textsOwner({ id, kind, subjectId }: Pick<ExampleRecord, 'id' | 'kind' | 'subjectId'>): string {
  return kind === 'model' || kind === 'collective' ? id : (subjectId ?? id);
}
