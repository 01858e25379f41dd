import {
  createActor,
  type AnyActorScope,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type EventObject,
} from 'xstate';

/** What a machine does on an event: the next snapshot, and its actions as data. */
export type PureTransition = (
  snapshot: AnyMachineSnapshot,
  event: EventObject,
) => readonly [AnyMachineSnapshot, readonly unknown[]];

/**
 * XState's `transition()` for one machine. XState makes an actor for every call, which is a quarter of its time and which
 * only machines that invoke or spawn ever use; here it is made once, and never started.
 */
export function pureTransition(machine: AnyStateMachine): PureTransition {
  const self = createActor(machine);
  const scope: Omit<AnyActorScope, 'actionExecutor'> = {
    self,
    system: self.system,
    id: '',
    sessionId: '',
    defer: nothing,
    logger: nothing,
    stopChild: nothing,
    emit: nothing,
  };
  return (snapshot, event) => {
    const actions: unknown[] = [];
    const actionExecutor: AnyActorScope['actionExecutor'] = (action) => void actions.push(action);
    return [machine.transition(snapshot, event, { ...scope, actionExecutor }) as AnyMachineSnapshot, actions];
  };
}

function nothing(): void {
  // Nobody listens: the actions are handed back.
}
