import type { IndexedTransition, Label, Refusal, Workflow } from '../../../workflows/kernel';
import { ALREADY_THERE } from './attempt';
import type { CommandForm } from './feature-commands';
import { refusal } from './refusals';

/** What there is to say of a command before it is sent. */
export interface DescribedCommand {
  readonly type: string;
  readonly form: CommandForm;
  readonly label: Label;
  /** Any one of these is needed; empty where the route asks it for all of its commands. */
  readonly permissions: readonly string[];
  /** Every reason that the rules may give, each code once; `{placeholders}` are filled when it is given. */
  readonly refusals: readonly Refusal[];
}

/**
 * Describes every command: by its form and, when a machine has it, by the newest definition. Nothing is written twice:
 * what a face says of a command is what decides it.
 */
export function describeCommands(
  forms: ReadonlyMap<string, CommandForm>,
  workflows: readonly Workflow[],
): ReadonlyMap<string, DescribedCommand> {
  const oldestFirst = [...workflows].sort((a, b) => a.definition.version - b.definition.version);
  const owners = new Map(
    oldestFirst.flatMap((workflow) =>
      Object.keys(workflow.definition.labels.commands).map((type) => [type, workflow] as const),
    ),
  );
  return new Map([...forms].map(([type, form]) => [type, describe(type, form, owners.get(type))]));
}

function describe(type: string, form: CommandForm, workflow: Workflow | undefined): DescribedCommand {
  const words = workflow?.definition.labels.commands[type];
  const ways = workflow ? waysOf(workflow, type) : [];
  const reasons = [
    ...(workflow && form.opens !== true ? [notInState(workflow)] : []),
    ...ways.flatMap((way) => (workflow ? guardsOf(workflow, way) : [])),
    ...(form.refusals ?? []).map(refusal),
    ALREADY_THERE,
  ];
  return {
    type,
    form,
    label: form.label ?? words ?? { vi: type, en: type },
    permissions: [...new Set(form.permissions ?? ways.flatMap((way) => way.permissions))],
    refusals: [...new Map(reasons.map((reason) => [reason.code, reason])).values()],
  };
}

function waysOf({ transitions }: Workflow, type: string): readonly IndexedTransition[] {
  return [transitions.opening, ...transitions.all()].filter((way) => way.command === type);
}

function guardsOf({ definition: { refusals } }: Workflow, way: IndexedTransition): readonly Refusal[] {
  return way.guards.flatMap((guard) => {
    const entry = refusals[guard];
    return entry ? [{ guard, code: entry.code, message: entry.message }] : [];
  });
}

function notInState({ definition: { name } }: Workflow): Refusal {
  return {
    code: `${name.toUpperCase()}.NOT_IN_STATE`,
    message: {
      vi: 'Không thể thực hiện lệnh này ở trạng thái hiện tại.',
      en: 'The command is not possible in the present state.',
    },
  };
}
