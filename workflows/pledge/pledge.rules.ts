import { compareDecimals, type Update } from '../kernel';
import type {
  Achievement,
  PledgeCommand,
  PledgeCommandOf,
  PledgeContext,
  PledgedValues,
  PledgeMeasure,
  PledgeOutcome,
} from './pledge.types';

/** The context of a pledge that has just been drafted. Only an agreement has members besides the unit itself. */
export function initialPledge(command: PledgeCommand): PledgeContext {
  const { campaignId, unitId, personId, kind, memberUnitIds, values } = (command as PledgeCommandOf<'pledge.draft'>)
    .input;
  return {
    campaignId,
    unitId,
    personId: personId ?? null,
    kind,
    memberUnitIds: kind === 'agreement' ? [...new Set(memberUnitIds)] : [unitId],
    signedUnitIds: [],
    values,
    valuesRevision: 1,
    planRevision: command.facts.planRevision,
    reports: [],
    outcome: null,
    successorUnitId: null,
  };
}

type PledgeUpdate = Update<PledgeContext, PledgeCommand>;

/** The changes of context that the machine names. */
export const pledgeUpdates = {
  takeValues: (context, command) => ({
    values: (command as PledgeCommandOf<'pledge.revise' | 'pledge.amend'>).input.values,
    valuesRevision: context.valuesRevision + 1,
    planRevision: command.facts.planRevision,
  }),
  // A signature belongs to the values that were signed.
  dropSignatures: () => ({ signedUnitIds: [] }),
  addSignature: (context, command) => ({
    signedUnitIds: [...context.signedUnitIds, (command as PledgeCommandOf<'pledge.sign'>).input.unitId],
  }),
  addReport: (context, command) => {
    const { id, period, asOf } = (command as PledgeCommandOf<'pledge.report'>).input;
    return { reports: [...context.reports, { id, period, asOf, status: 'reported' as const }] };
  },
  markVerified: (context, command) => {
    const { id } = (command as PledgeCommandOf<'pledge.verify'>).input;
    return {
      reports: context.reports.map((report) =>
        report.id === id ? { ...report, status: 'verified' as const } : report,
      ),
    };
  },
  nameSuccessor: (_, command) => ({
    successorUnitId: (command as PledgeCommandOf<'pledge.discontinue'>).input.successorUnitId ?? null,
  }),
  recordOutcome: (_, command) => ({ outcome: outcomeOf(command.facts.achievement) }),
} satisfies Record<string, PledgeUpdate>;

/** Names of the changes of context. */
export type PledgeUpdateName = keyof typeof pledgeUpdates;

/** The mandatory measures for which nothing is pledged. */
export function measuresWithoutValue(
  measures: readonly PledgeMeasure[],
  values: PledgedValues,
): readonly PledgeMeasure[] {
  return measures.filter((measure) => measure.isMandatory && pledgedFor(values, measure) === undefined);
}

/** The measures pledged on the wrong side of what the plan assigns, without a reason. */
export function measuresBelowAssigned(
  measures: readonly PledgeMeasure[],
  values: PledgedValues,
): readonly PledgeMeasure[] {
  return measures.filter((measure) => {
    const pledged = pledgedFor(values, measure);
    return pledged?.reason === null && fallsShort(measure, pledged.value);
  });
}

/**
 * How a pledge ends by its mandatory measures: missed when one is missed or was never reported,
 * exceeded when none is missed and at least one is better than pledged, else fulfilled.
 */
export function outcomeOf({ exceeded, missed, unreported }: Achievement): PledgeOutcome {
  if (missed + unreported > 0) return 'missed';
  return exceeded > 0 ? 'exceeded' : 'fulfilled';
}

/** Not whatever an object has under the name of a measure: a plan may well call one `constructor`. */
function pledgedFor(values: PledgedValues, { id }: PledgeMeasure): PledgedValues[string] | undefined {
  return Object.hasOwn(values, id) ? values[id] : undefined;
}

function fallsShort({ assigned, direction }: PledgeMeasure, value: PledgedValues[string]['value']): boolean {
  if (assigned === null || direction === 'none') return false;
  return compareDecimals(value, assigned) === (direction === 'higherIsBetter' ? -1 : 1);
}
