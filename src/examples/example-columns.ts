import type { ExampleConsent, ExampleField, ExampleKind, ExampleState } from '../../workflows/example';
import type { SubjectKind } from '../people';

/** What a list needs of an example; `e` is the table. */
export const SUMMARY_COLUMNS = `e.id, e.kind, e.subject_kind AS "subjectKind", e.subject_id AS "subjectId", e.title,
  e.field, e.campaign_id AS "campaignId", e.unit_id AS "unitId", e.found_on AS "foundOn", e.state, e.consent, e.version`;

/** All of it; texts as their commitments. */
export const EXAMPLE_COLUMNS = `${SUMMARY_COLUMNS}, e.unit_path AS "unitPath", e.evidence, e.account,
  e.consent_on AS "consentOn", e.consent_note AS "consentNote", e.reviewed_at AS "reviewedAt", e.review,
  e.withdrawn_at AS "withdrawnAt", e.withdrawal`;

/** A row of SUMMARY_COLUMNS. */
export interface SummaryRow {
  readonly id: string;
  readonly kind: ExampleKind;
  readonly subjectKind: SubjectKind | null;
  readonly subjectId: string | null;
  readonly title: string;
  readonly field: ExampleField;
  readonly campaignId: string | null;
  readonly unitId: string;
  readonly foundOn: string;
  readonly state: ExampleState;
  readonly consent: ExampleConsent;
  readonly version: number;
}

/** A row of EXAMPLE_COLUMNS. */
export interface ExampleRow extends SummaryRow {
  readonly unitPath: string;
  readonly evidence: string;
  readonly account: string;
  readonly consentOn: string | null;
  readonly consentNote: string | null;
  readonly reviewedAt: string | null;
  readonly review: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawal: string | null;
}
