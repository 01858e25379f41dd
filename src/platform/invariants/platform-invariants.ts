import { eventAnchors } from './checks/anchors';
import { answersHaveEvents } from './checks/answers';
import { appendOnly } from './checks/append-only';
import { deadlinesMatch } from './checks/deadlines';
import { definitionsKnown } from './checks/definitions';
import { eventChain, eventNumbers } from './checks/event-streams';
import { outboxMoves } from './checks/outbox';
import { noPrivateText } from './checks/private-texts';
import { deliveriesOnce, occurrencesAreSettled } from './checks/reminders';
import { replayEqualsState } from './checks/replay';
import { stateHeads } from './checks/state-heads';
import { versionsCountCommands } from './checks/versions';
import type { Invariant } from './invariant';
import type { WorkflowTable } from './stored-instances';

/** What the platform itself promises, over the tables of these workflows. */
export function platformInvariants(tables: readonly WorkflowTable[]): readonly Invariant[] {
  return [
    eventNumbers,
    eventChain,
    eventAnchors,
    appendOnly,
    noPrivateText,
    stateHeads(tables),
    versionsCountCommands(tables),
    definitionsKnown(tables),
    replayEqualsState(tables),
    deadlinesMatch(tables),
    answersHaveEvents,
    outboxMoves,
    occurrencesAreSettled,
    deliveriesOnce,
  ];
}
