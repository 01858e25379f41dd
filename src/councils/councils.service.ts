import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SubjectDirectory } from '../people';
import { NotFoundError } from '../platform/errors/platform.errors';
import { derivedId } from '../platform/ids/derived-id';
import { ReadDatabase } from '../platform/persistence';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../platform/runner/feature-commands';
import { RegisterRunner, type RegisterRequest } from '../platform/runner/register-runner';
import { KEEPERS } from '../platform/auth/permission';
import { refusalsWhen, refused } from '../platform/runner/refusals';
import { UnitDirectory } from '../units';
import { readDelegationsWithin } from './council-delegates.repository';
import { councilSeatForms } from './council-forms';
import type { CouncilRef } from './council';
import { COUNCIL_REFUSALS } from './councils.errors';
import { insertCouncil, lockCouncil, readCouncil } from './councils.repository';
import type { EndMembershipRequest } from './dto/end-membership.request';
import type { FoundCouncilRequest } from './dto/found-council.request';
import type { SeatMemberRequest } from './dto/seat-member.request';
import {
  endMembership,
  insertMembership,
  readMembership,
  readOverlapping,
  sitsInPart,
  sitsInWhole,
} from './memberships.repository';

/** Commands on councils and their members. */
@Injectable()
export class CouncilsService implements FeatureCommands, OnModuleInit {
  readonly forms = councilSeatForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly units: UnitDirectory,
    private readonly subjects: SubjectDirectory,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when the council does not exist. */
  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { type, instanceId, input } = command;
    if (type === 'council.found') return this.found(command, input as FoundCouncilRequest);
    const council = await readCouncil(this.reads, instanceId ?? '');
    if (!council) throw new NotFoundError('council', instanceId ?? '');
    if (type === 'council.seatMember') return this.seatMember(command, council, input as SeatMemberRequest);
    if (type === 'council.endMembership') return this.endMembership(command, council, input as EndMembershipRequest);
    throw new Error(`${type} is no command on councils`);
  }

  private async found(command: FeatureCommand, input: FoundCouncilRequest): Promise<CommandResult> {
    const { actor, commandId } = command;
    const unitPath = await this.units.pathSeenBy(this.reads, actor, input.unitId);
    if (unitPath === undefined) return refused(COUNCIL_REFUSALS.unknownUnit);
    const { code, name, kind, unitId, partOfId = null } = input;
    const id = derivedId('council', actor.id, commandId);
    const council = { id, code, name, kind, unitId, unitPath, partOfId, dissolvedOn: null };
    return this.registers.change(requestFor(command, council), async ({ tx, at }) => {
      const whole = partOfId === null ? undefined : await readCouncil(tx, partOfId);
      const isPart = kind === 'standingCommittee' && whole?.kind === 'fullCouncil' && whole.unitId === unitId;
      const isOver = await this.units.isDissolved(tx, unitId, at);
      const isFree = await insertCouncil(tx, council);
      return refusalsWhen(
        [!isFree, COUNCIL_REFUSALS.codeTaken],
        [isOver, COUNCIL_REFUSALS.dissolvedUnit],
        [partOfId !== null && !isPart, COUNCIL_REFUSALS.partOfNothing],
      );
    });
  }

  private seatMember(command: FeatureCommand, council: CouncilRef, input: SeatMemberRequest): Promise<CommandResult> {
    const id = derivedId('member', command.actor.id, command.commandId);
    const request = { ...requestFor(command, council), input: { ...command.input, memberId: id } };
    return this.registers.change(request, async ({ tx }) => {
      const { personId, seat, validFrom, validTo = null } = input;
      await lockCouncil(tx, council.id);
      const seated = await readOverlapping(tx, council.id, { validFrom, validTo });
      const isKnown = await this.subjects.exists(tx, 'person', personId);
      // As it is now that nobody else changes it.
      const dissolvedOn = (await readCouncil(tx, council.id))?.dissolvedOn ?? null;
      const isOver = dissolvedOn !== null && (validTo ?? dissolvedOn) >= dissolvedOn;
      const isInWhole = await sitsInWhole(tx, council, { personId, on: validFrom });
      const delegated = await readDelegationsWithin(tx, council.id, { validFrom, validTo });
      await insertMembership(tx, { id, councilId: council.id, personId, seat, validFrom, validTo });
      return refusalsWhen(
        [!isKnown, COUNCIL_REFUSALS.unknownPerson],
        [validTo !== null && validTo < validFrom, COUNCIL_REFUSALS.endsBeforeStart],
        [isOver, COUNCIL_REFUSALS.dissolved],
        [isKnown && !isInWhole, COUNCIL_REFUSALS.notInFullCouncil],
        [seated.some((member) => member.personId === personId), COUNCIL_REFUSALS.alreadySeated],
        [delegated.some((each) => each.personId === personId), COUNCIL_REFUSALS.sitsForAnother],
        [seat === 'chair' && seated.some((member) => member.seat === 'chair'), COUNCIL_REFUSALS.chairTaken],
      );
    });
  }

  private endMembership(
    command: FeatureCommand,
    council: CouncilRef,
    input: EndMembershipRequest,
  ): Promise<CommandResult> {
    const { memberId, validTo } = input;
    return this.registers.change(requestFor(command, council), async ({ tx }) => {
      await lockCouncil(tx, council.id);
      const member = await readMembership(tx, council.id, memberId);
      if (!member) return refusalsWhen([true, COUNCIL_REFUSALS.unknownMember]);
      const isInPart = await sitsInPart(tx, council.id, member.personId, validTo);
      await endMembership(tx, memberId, validTo);
      return refusalsWhen(
        [isInPart, COUNCIL_REFUSALS.sitsInPart],
        [validTo < member.validFrom, COUNCIL_REFUSALS.endsBeforeStart],
        [member.validTo !== null && member.validTo < validTo, COUNCIL_REFUSALS.endedBefore],
      );
    });
  }
}

function requestFor(command: FeatureCommand, council: CouncilRef): RegisterRequest {
  return { ...command, instanceId: council.id, kind: 'council', permissions: KEEPERS, unitPath: council.unitPath };
}
