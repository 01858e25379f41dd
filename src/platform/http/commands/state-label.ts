import type { Label, Workflow } from '../../../../workflows/kernel';

/** The state that every register is in: it has a history and no machine. */
const KEPT: Label = { vi: 'Đã ghi nhận', en: 'Kept' };

/** The words for a state; those of the outer state for a refined one without words of its own. */
export function stateLabelOf(workflow: Workflow | undefined, state: string): Label {
  const labels = workflow?.definition.labels.states ?? { kept: KEPT };
  return labels[state] ?? labels[state.split('.', 1)[0] ?? state] ?? { vi: state, en: state };
}
