import type { PledgeCommand, PledgedValues } from '../../workflows/pledge';
import { derivedId } from '../platform/ids/derived-id';
import type { FeatureCommand } from '../platform/runner/feature-commands';
import type { DraftPledgeRequest } from './dto/draft-pledge.request';
import type { PledgedValueRequest, PledgeValuesRequest } from './dto/pledge-values.request';
import type { EvidenceRequest, ReportProgressRequest, VerifyReportRequest } from './dto/progress-report.request';

/** The machine's input of one type of command. */
export type PledgeInputOf<Type extends PledgeCommand['type']> = Extract<PledgeCommand, { type: Type }>['input'];

/** A value of a report with the plan that it claims; the machine looks at measure and value only. */
export type ClaimedValue = PledgeInputOf<'pledge.report'>['values'][number] & {
  readonly planName: string | null;
  readonly basis: 'percentOfPlan' | null;
};

/** A paper that shows values, without its title, which is kept apart. */
export type EvidenceRef = Omit<EvidenceRequest, 'title'>;

/** Stands in a value for a reason whose commitment is elsewhere: no text, and not null. */
const GIVEN = '';

/** What goes to the runner: the machine's input, and the free texts apart from it. */
export type PledgeRequest = Pick<FeatureCommand, 'input' | 'texts'>;

/** The machine's input from the request's. A report gets its id here, so that a command sent again names the same one. */
export function machineRequest(command: FeatureCommand): PledgeRequest {
  const { type, input, texts } = command;
  switch (type) {
    case 'pledge.draft': {
      const { memberUnitIds = [], ...draft } = input as DraftPledgeRequest;
      const { input: withPledged, texts: all } = withValues(draft, texts);
      return { input: { ...withPledged, memberUnitIds }, texts: all };
    }
    case 'pledge.revise':
    case 'pledge.amend':
      return withValues(input as PledgeValuesRequest, texts);
    case 'pledge.report':
      return reportRequest(command, input as ReportProgressRequest);
    case 'pledge.verify':
      return { input: verifyInput(input as VerifyReportRequest), texts };
    default:
      return { input, texts };
  }
}

/**
 * Reasons stand inside a list, but texts are kept apart by name: each travels under a name of its own, and the runner
 * puts its commitment into the input under that name. The value itself only says that there is one.
 */
function withValues({ values, ...others }: PledgeValuesRequest, texts: PledgeRequest['texts']): PledgeRequest {
  const reasons = values.flatMap(({ measureCode, reason }) =>
    reason === undefined ? [] : [[reasonField(measureCode), reason] as const],
  );
  return {
    input: { ...others, values: Object.fromEntries(values.map(valueEntry)) satisfies PledgedValues },
    texts: { ...texts, ...Object.fromEntries(reasons) },
  };
}

function valueEntry({ measureCode, value, reason }: PledgedValueRequest): [string, PledgedValues[string]] {
  return [measureCode, { value, reason: reason === undefined ? null : GIVEN }];
}

/** The commitment of the reason for a value, out of the input of the command that brought it; null without a reason. */
export function reasonOf(input: object, measureCode: string, { reason }: PledgedValues[string]): string | null {
  return reason === null ? null : String((input as Readonly<Record<string, unknown>>)[reasonField(measureCode)]);
}

function reasonField(measureCode: string): string {
  return `reason:${measureCode}`;
}

/** Titles of papers stand inside a list as reasons do, and travel as these. */
function reportRequest(
  { type, actor, commandId, texts }: FeatureCommand,
  { period, asOf, values, evidence = [] }: ReportProgressRequest,
): PledgeRequest {
  const claims = values.map(({ measureCode, value, plan, isPercentOfPlan = false }): ClaimedValue => ({
    measureId: measureCode,
    value,
    planName: plan ?? null,
    basis: isPercentOfPlan ? 'percentOfPlan' : null,
  }));
  const refs = evidence.map(({ title: _, ...ref }): EvidenceRef => ref);
  const titles = Object.fromEntries(evidence.map(({ title }, index) => [titleField(index), title]));
  const report = { id: derivedId(type, actor.id, commandId), period, asOf, values: claims };
  return { input: refs.length === 0 ? report : { ...report, evidence: refs }, texts: { ...texts, ...titles } };
}

/** The papers of a report with the commitments of their titles, out of the input of the command that brought it. */
export function evidenceOf(input: object): readonly (EvidenceRef & { readonly title: string })[] {
  const { evidence = [] } = input as { readonly evidence?: readonly EvidenceRef[] };
  const commitments = input as Readonly<Record<string, unknown>>;
  return evidence.map((ref, index) => ({ ...ref, title: String(commitments[titleField(index)]) }));
}

function titleField(index: number): string {
  return `evidence:${index}`;
}

function verifyInput({ reportId, values }: VerifyReportRequest): PledgeInputOf<'pledge.verify'> {
  return { id: reportId, values: values.map(({ measureCode, value }) => ({ measureId: measureCode, value })) };
}
