import { localDateOf, type Refusal } from '../../workflows/kernel';
import { canBeReported } from '../../workflows/indicator';
import type { PledgeCommand, PledgeContext } from '../../workflows/pledge';
import type { Tx } from '../platform/persistence';
import type { WorkflowChange } from '../platform/runner/feature-workflow';
import { refusalsWhen } from '../platform/runner/refusals';
import { reasonOf, type PledgeInputOf } from './pledge-input';
import { measureRefusals, PLEDGE_REFUSALS } from './pledges.errors';
import { dropSignatures, freePlace, insertMembers, noteSignature, takePlace, writeValues } from './pledges.repository';
import type { JudgingPlan } from './progress/judge-report';
import { reportProgress, verifyProgress } from './progress/progress-writes';

/** Writes what a command changes beside the state row. Answers why not where the rules of a measure forbid it. */
export async function writePledge(tx: Tx, change: WorkflowChange, plan: JudgingPlan): Promise<readonly Refusal[]> {
  const { instanceId, command } = change;
  const pledge = change.decision.snapshot.context as PledgeContext;
  switch (command.type as PledgeCommand['type']) {
    case 'pledge.draft':
      await takePlace(tx, instanceId, pledge);
      return [
        ...refusalsWhen([
          !(await insertMembers(tx, instanceId, pledge.memberUnitIds, localDateOf(command.at))),
          PLEDGE_REFUSALS.unitIsDissolved,
        ]),
        ...(await takeValues(tx, change, plan)),
      ];
    case 'pledge.revise':
      await dropSignatures(tx, instanceId);
      return takeValues(tx, change, plan);
    case 'pledge.amend':
      return takeValues(tx, change, plan);
    case 'pledge.sign':
      await noteSignature(tx, instanceId, (command.input as PledgeInputOf<'pledge.sign'>).unitId);
      return [];
    case 'pledge.report':
      return reportProgress(tx, change, plan);
    case 'pledge.verify':
      return verifyProgress(tx, change, plan);
    case 'pledge.refuse':
    case 'pledge.withdraw':
    case 'pledge.discontinue':
      await freePlace(tx, instanceId, pledge);
      return [];
    case 'pledge.submit':
    case 'pledge.accept':
    case 'pledge.return':
    case 'pledge.conclude':
      return [];
  }
}

async function takeValues(tx: Tx, change: WorkflowChange, plan: JudgingPlan): Promise<readonly Refusal[]> {
  const { values, valuesRevision } = change.decision.snapshot.context as PledgeContext;
  const rules = await plan.rules();
  await writeValues(tx, {
    pledgeId: change.instanceId,
    revision: valuesRevision,
    values: Object.entries(values).map(([measureCode, pledged]) => ({
      measureCode,
      value: pledged.value,
      reason: reasonOf(change.command.input, measureCode, pledged),
    })),
  });
  const impossible = Object.entries(values).filter(([code, { value }]) => {
    const rule = rules.get(code);
    return rule !== undefined && !canBeReported(rule, value);
  });
  return measureRefusals(
    PLEDGE_REFUSALS.impossibleValue,
    impossible.map(([code]) => code),
  );
}
