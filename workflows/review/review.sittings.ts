import { localDateOf } from '../kernel';
import type { Attendance, ReviewCommand, ReviewCommandOf, ReviewContext, Sitting } from './review.types';
import { presiderOver, rollWith, unpassable } from './roll';

/** Who signs, and how. */
export const signature = (command: ReviewCommand) => (command as ReviewCommandOf<'review.sign'>).input;

/** A signature that the member gave here is not among them. */
export function paperSignatures(
  { paperSignatures: before }: ReviewContext,
  command: ReviewCommand,
  of: 'minutes' | 'count',
): ReviewContext['paperSignatures'] {
  const { memberId, onPaper = false } = signature(command);
  return onPaper ? [...before, { of, memberId }] : before;
}

/** The sitting that begins with this command. */
export function sittingOf(presentIds: readonly string[], command: ReviewCommand): Sitting {
  const { absences = [] } = command.input as Attendance;
  return { on: localDateOf(command.at), presentIds, absences, movements: [] };
}

/** Members come late or leave early: between ballots, so that who could vote on an item is never in doubt. */
export function moved(
  context: ReviewContext,
  command: ReviewCommand,
  kind: 'arrived' | 'left',
): Partial<ReviewContext> {
  const { memberIds } = (command as ReviewCommandOf<'review.arrive'>).input;
  const [sitting] = context.sittings.slice(-1);
  if (!context.roll || !sitting) return {};
  const present = context.roll.presentIds;
  const presentIds = kind === 'arrived' ? [...present, ...memberIds] : present.filter((id) => !memberIds.includes(id));
  const roll = rollWith(context.roll, presentIds);
  const movements = [...sitting.movements, ...memberIds.map((memberId) => ({ memberId, kind, at: command.at }))];
  return {
    roll,
    chairId: presiderOver(roll, {}, []),
    unpassableItemIds: unpassable(context, roll, context.conflicts),
    sittings: [...context.sittings.slice(0, -1), { ...sitting, movements }],
  };
}
