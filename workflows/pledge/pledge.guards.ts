import { startOfDay, type Guard } from '../kernel';
import { measuresBelowAssigned, measuresWithoutValue } from './pledge.rules';
import type { PledgeCommand, PledgeCommandOf, PledgeContext, PledgedValues, ReportedValue } from './pledge.types';

type PledgeGuard = Guard<PledgeContext, PledgeCommand>;

const has = (text: unknown): boolean => typeof text === 'string' && text.trim().length > 0;

/** The measures that a command speaks of, whether it pledges on them or reports on them. */
function measureIdsOf(command: PledgeCommand): readonly string[] {
  const { values } = command.input as { readonly values: PledgedValues | readonly ReportedValue[] };
  return Array.isArray(values) ? values.map(({ measureId }: ReportedValue) => measureId) : Object.keys(values);
}

const reportOf = (context: PledgeContext, command: PledgeCommand): PledgeContext['reports'][number] | undefined =>
  context.reports.find((report) => report.id === (command as PledgeCommandOf<'pledge.verify'>).input.id);

/** Predicates over a pledge; each name reads as a true statement and has exactly one refusal. */
export const pledgeGuards = {
  unitIsInCampaign: (_, command) => command.facts.unitIsInCampaign,
  campaignIsRunning: (_, command) => command.facts.campaignIsRunning,
  registrationIsOpen: (_, command) => command.facts.registrationIsOpen,
  unitHasNoOtherPledge: (_, command) => !command.facts.openPledgeOfUnit,
  personPledgesAlone: ({ personId, kind }) => personId === null || kind === 'registration',
  personIsOfUnit: (_, command) => command.facts.personIsOfUnit,
  agreementHasMembers: ({ kind, unitId, memberUnitIds }) =>
    kind === 'registration' || (memberUnitIds.length > 1 && memberUnitIds.includes(unitId)),
  everyMeasureIsOfTheCampaign: (_, command) => {
    const known = new Set(command.facts.measures.map((measure) => measure.id));
    return measureIdsOf(command).every((id) => known.has(id));
  },
  everyMandatoryMeasureHasAValue: (context, command) =>
    measuresWithoutValue(command.facts.measures, context.values).length === 0,
  noValueIsBelowTheAssignedWithoutReason: (context, command) =>
    measuresBelowAssigned(command.facts.measures, context.values).length === 0,
  // The same two rules over what is sent. They are guards of their own, since only these need input to be answered.
  everyMandatoryMeasureKeepsAValue: (_, command) =>
    measuresWithoutValue(command.facts.measures, (command as PledgeCommandOf<'pledge.amend'>).input.values).length ===
    0,
  noValueFallsBelowTheAssignedWithoutReason: (_, command) =>
    measuresBelowAssigned(command.facts.measures, (command as PledgeCommandOf<'pledge.amend'>).input.values).length ===
    0,
  allMembersSigned: ({ memberUnitIds, signedUnitIds }) => memberUnitIds.every((id) => signedUnitIds.includes(id)),
  signerIsAMember: (context, command) =>
    context.memberUnitIds.includes((command as PledgeCommandOf<'pledge.sign'>).input.unitId),
  notSignedYet: (context, command) =>
    !context.signedUnitIds.includes((command as PledgeCommandOf<'pledge.sign'>).input.unitId),
  reportHasValues: (_, command) => measureIdsOf(command).length > 0,
  reportIsNotFromTheFuture: (_, command) =>
    command.at >= startOfDay((command as PledgeCommandOf<'pledge.report'>).input.asOf),
  periodIsNotReportedYet: (context, command) => {
    const { period } = (command as PledgeCommandOf<'pledge.report'>).input;
    return context.reports.every((report) => report.period !== period);
  },
  reportExists: (context, command) => reportOf(context, command) !== undefined,
  reportIsNotVerifiedYet: (context, command) => reportOf(context, command)?.status !== 'verified',
  noReportAwaitsVerification: (context) => context.reports.every((report) => report.status === 'verified'),
  successorIsKnown: (_, command) => command.facts.successorIsKnown,
  successorIsAnotherUnit: (context, command) =>
    (command as PledgeCommandOf<'pledge.discontinue'>).input.successorUnitId !== context.unitId,
  reasonIsGiven: (_, command) => has((command.input as { readonly reason?: unknown }).reason),
} satisfies Record<string, PledgeGuard>;

/** Names of the guards. */
export type PledgeGuardName = keyof typeof pledgeGuards;
