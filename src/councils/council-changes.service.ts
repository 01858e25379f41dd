import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, type LocalDate } from '../../workflows/kernel';
import { SubjectDirectory } from '../people';
import { NotFoundError } from '../platform/errors/platform.errors';
import { KEEPERS } from '../platform/auth/permission';
import { derivedId } from '../platform/ids/derived-id';
import { ReadDatabase } from '../platform/persistence';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../platform/runner/feature-commands';
import { refusalsWhen } from '../platform/runner/refusals';
import { RegisterRunner, type RegisterRequest } from '../platform/runner/register-runner';
import type { CouncilRef } from './council';
import {
  endDelegation,
  insertDelegation,
  readDelegations,
  readDelegationsWithin,
} from './council-delegates.repository';
import { councilChangeForms } from './council-forms';
import { COUNCIL_REFUSALS } from './councils.errors';
import { dissolveCouncil, hasPartOn, lockCouncil, readCouncil } from './councils.repository';
import type {
  DissolveCouncilRequest,
  EndCouncilDelegationRequest,
  NameCouncilDelegateRequest,
  RotateSeatRequest,
} from './dto/council-changes.request';
import {
  endMembership,
  endMemberships,
  insertMembership,
  readMembership,
  readOverlapping,
  sitsInPart,
  sitsInWhole,
} from './memberships.repository';

/** Commands on what changes in a council over the years: seats that rotate, delegates, its end. */
@Injectable()
export class CouncilChangesService implements FeatureCommands, OnModuleInit {
  readonly forms = councilChangeForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly subjects: SubjectDirectory,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when the council does not exist. */
  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { type, instanceId = '', input } = command;
    const council = await readCouncil(this.reads, instanceId);
    if (!council) throw new NotFoundError('council', instanceId);
    if (type === 'council.rotateSeat') return this.rotate(command, council, input as RotateSeatRequest);
    if (type === 'council.nameDelegate') {
      return this.nameDelegate(command, council, input as NameCouncilDelegateRequest);
    }
    if (type === 'council.endDelegation') {
      return this.endDelegation(command, council, input as EndCouncilDelegationRequest);
    }
    if (type === 'council.dissolve') return this.dissolve(command, council, input as DissolveCouncilRequest);
    throw new Error(`${type} changes no council`);
  }

  /** Ends a membership and seats somebody else in its place, in one step: the seat is never empty and never taken twice. */
  private rotate(command: FeatureCommand, council: CouncilRef, input: RotateSeatRequest): Promise<CommandResult> {
    const { memberId, personId, on } = input;
    const id = derivedId('member', command.actor.id, command.commandId);
    return this.registers.change(requestFor(command, council, { newMemberId: id }), async ({ tx }) => {
      await lockCouncil(tx, council.id);
      const member = await readMembership(tx, council.id, memberId);
      if (!member) return refusalsWhen([true, COUNCIL_REFUSALS.unknownMember]);
      const isKnown = await this.subjects.exists(tx, 'person', personId);
      const isInWhole = await sitsInWhole(tx, council, { personId, on });
      const isInPart = await sitsInPart(tx, council.id, member.personId, addDays(on, -1));
      await endMembership(tx, memberId, addDays(on, -1));
      const delegated = await readDelegationsWithin(tx, council.id, { validFrom: on, validTo: member.validTo });
      const seated = await readOverlapping(tx, council.id, { validFrom: on, validTo: member.validTo });
      const { seat, validTo } = member;
      await insertMembership(tx, { id, councilId: council.id, personId, seat, validFrom: on, validTo });
      return refusalsWhen(
        [!isKnown, COUNCIL_REFUSALS.unknownPerson],
        [on <= member.validFrom, COUNCIL_REFUSALS.endsBeforeStart],
        [validTo !== null && validTo < on, COUNCIL_REFUSALS.endedBefore],
        [isKnown && !isInWhole, COUNCIL_REFUSALS.notInFullCouncil],
        [isInPart, COUNCIL_REFUSALS.sitsInPart],
        [seated.some((other) => other.personId === personId), COUNCIL_REFUSALS.alreadySeated],
        [delegated.some((each) => each.personId === personId), COUNCIL_REFUSALS.sitsForAnother],
      );
    });
  }

  private nameDelegate(
    command: FeatureCommand,
    council: CouncilRef,
    input: NameCouncilDelegateRequest,
  ): Promise<CommandResult> {
    const { memberId, personId, validFrom, validTo = null, paper } = input;
    const id = derivedId('delegation', command.actor.id, command.commandId);
    return this.registers.change(requestFor(command, council, { delegationId: id }), async ({ tx }) => {
      await lockCouncil(tx, council.id);
      const member = await readMembership(tx, council.id, memberId);
      if (!member) return refusalsWhen([true, COUNCIL_REFUSALS.unknownMember]);
      const isKnown = await this.subjects.exists(tx, 'person', personId);
      const seated = await readOverlapping(tx, council.id, { validFrom, validTo });
      const delegated = await readDelegationsWithin(tx, council.id, { validFrom, validTo });
      const own = delegated.filter((each) => each.memberId === memberId);
      const others = delegated.filter((each) => each.memberId !== memberId);
      await insertDelegation(tx, { id, councilId: council.id, memberId, personId, validFrom, validTo, paper });
      return refusalsWhen(
        [!isKnown, COUNCIL_REFUSALS.unknownPerson],
        [validTo !== null && validTo < validFrom, COUNCIL_REFUSALS.endsBeforeStart],
        [!isWithin({ validFrom, validTo }, member), COUNCIL_REFUSALS.outsideMembership],
        [seated.some((other) => other.personId === personId), COUNCIL_REFUSALS.delegateSits],
        [others.some((each) => each.personId === personId), COUNCIL_REFUSALS.sitsForAnother],
        [own.length > 0, COUNCIL_REFUSALS.delegatedAlready],
      );
    });
  }

  private endDelegation(
    command: FeatureCommand,
    council: CouncilRef,
    { delegationId, validTo }: EndCouncilDelegationRequest,
  ): Promise<CommandResult> {
    return this.registers.change(requestFor(command, council), async ({ tx }) => {
      await lockCouncil(tx, council.id);
      const found = (await readDelegations(tx, council.id)).find(({ id }) => id === delegationId);
      if (!found) return refusalsWhen([true, COUNCIL_REFUSALS.unknownDelegation]);
      await endDelegation(tx, delegationId, validTo);
      return refusalsWhen(
        [validTo < found.validFrom, COUNCIL_REFUSALS.endsBeforeStart],
        [found.validTo !== null && found.validTo < validTo, COUNCIL_REFUSALS.endedBefore],
      );
    });
  }

  private dissolve(
    command: FeatureCommand,
    council: CouncilRef,
    { on }: DissolveCouncilRequest,
  ): Promise<CommandResult> {
    return this.registers.change(requestFor(command, council), async ({ tx }) => {
      await lockCouncil(tx, council.id);
      const hasPart = await hasPartOn(tx, council.id, on);
      const isDone = await dissolveCouncil(tx, council.id, on);
      const later = await endMemberships(tx, council.id, on);
      return refusalsWhen(
        [!isDone, COUNCIL_REFUSALS.dissolved],
        [later > 0, COUNCIL_REFUSALS.seatedLater],
        [hasPart, COUNCIL_REFUSALS.partStands],
      );
    });
  }
}

interface Span {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** An open end lasts as long as the membership does. */
function isWithin({ validFrom, validTo }: Span, member: Span): boolean {
  if (validFrom < member.validFrom) return false;
  return member.validTo === null || (validFrom <= member.validTo && (validTo === null || validTo <= member.validTo));
}

function requestFor(command: FeatureCommand, council: CouncilRef, made: object = {}): RegisterRequest {
  const input = { ...command.input, ...made };
  const of = { instanceId: council.id, kind: 'council', unitPath: council.unitPath };
  return { ...command, input, ...of, permissions: KEEPERS };
}
