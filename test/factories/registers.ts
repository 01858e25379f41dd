import { Global, Module, type ModuleMetadata } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { instant, localDate, type LocalDate } from '../../workflows/kernel';
import { councilsSchema, CouncilsModule } from '../../src/councils';
import { peopleSchema, PeopleModule } from '../../src/people';
import { SYSTEM_ACTOR, type Actor } from '../../src/platform/auth/actor';
import type { Role } from '../../src/platform/auth/permission';
import { VirtualClock } from '../../src/platform/clock/virtual-clock';
import { SeededRandomness } from '../../src/platform/ids/seeded-randomness';
import { PersistenceModule, type PersistenceOptions, type Schema } from '../../src/platform/persistence';
import { CommandFace } from '../../src/platform/http/commands/command-face';
import { CommandDispatcher } from '../../src/platform/runner/command-dispatcher';
import type { CommandResult } from '../../src/platform/runner/command-result';
import { RegisterRunner } from '../../src/platform/runner/register-runner';
import { unitsSchema, UnitsModule } from '../../src/units';
import { usersSchema, UsersModule } from '../../src/users';
import { migrated } from '../support/migrated';

/** Before anything that the tests date. */
export const LONG_AGO: LocalDate = localDate('2020-01-01');

const SCHEMAS = [unitsSchema, peopleSchema, usersSchema, councilsSchema];

/** The tables of all registers. */
export const registersSchema: Schema = {
  entities: SCHEMAS.flatMap(({ entities }) => entities),
  migrations: SCHEMAS.flatMap(({ migrations }) => migrations),
};

@Global()
@Module({
  providers: [CommandDispatcher, CommandFace, RegisterRunner],
  exports: [CommandDispatcher, CommandFace, RegisterRunner],
})
class DoorModule {}

/** The modules of the registers on a database, and the clock they go by. */
export function registerImports(database: PersistenceOptions): {
  readonly imports: NonNullable<ModuleMetadata['imports']>;
  readonly clock: VirtualClock;
} {
  const clock = new VirtualClock(instant('2024-01-19T07:00:00.000Z'));
  const persistence = PersistenceModule.forRoot({
    ...registersSchema,
    database: { useFactory: () => database },
    clock,
    randomness: new SeededRandomness('registers'),
  });
  return { imports: [persistence, DoorModule, UnitsModule, PeopleModule, CouncilsModule, UsersModule], clock };
}

/** What to send a command with. */
export interface SendOptions {
  /** The system unless told otherwise. */
  readonly actor?: Actor;
  readonly id?: string;
  readonly commandId?: string;
}

/** The registers on a database of their own, at 14:00 on 19/01/2024 in Vietnam until the clock is moved. */
export class Registers {
  private count = 0;

  private constructor(
    readonly module: TestingModule,
    readonly clock: VirtualClock,
  ) {}

  static async open(database: PersistenceOptions): Promise<Registers> {
    const { imports, clock } = registerImports(await migrated(database, registersSchema));
    const module = await Test.createTestingModule({ imports }).compile();
    await module.init();
    return new Registers(module, clock);
  }

  /** Sends a command under an id of its own unless told otherwise. */
  send(type: string, input: object, { actor = SYSTEM_ACTOR, id, commandId }: SendOptions = {}): Promise<CommandResult> {
    return this.module.get(CommandDispatcher).dispatch({
      actor,
      commandId: commandId ?? this.next('command'),
      type,
      input,
      ...(id === undefined ? {} : { instanceId: id }),
    });
  }

  /** Sends a command that must be accepted; answers the id of what it was about. */
  async accepted(type: string, input: object, options: SendOptions = {}): Promise<string> {
    const result = await this.send(type, input, options);
    if (result.outcome !== 'accepted') throw new Error(`${type}: ${JSON.stringify(result)}`);
    return result.id;
  }

  /** A ward under the given unit, or a root. */
  aUnit(input: object = {}): Promise<string> {
    const code = this.next('U');
    const unit = { code, name: `Phường ${code}`, kind: 'ward', level: 'commune', validFrom: LONG_AGO };
    return this.accepted('unit.add', { ...unit, ...input });
  }

  aPerson(unitId: string, input: object = {}): Promise<string> {
    return this.accepted('person.add', { name: `Người mẫu ${this.next('số')}`, unitId, ...input });
  }

  aUser(input: object = {}): Promise<string> {
    return this.accepted('user.add', { login: this.next('user.'), ...input });
  }

  aSeat(userId: string, role: Role, unitId: string, input: object = {}): Promise<string> {
    return this.accepted('user.giveSeat', { role, unitId, validFrom: LONG_AGO, ...input }, { id: userId });
  }

  aCouncil(unitId: string, input: object = {}): Promise<string> {
    const code = this.next('HD');
    return this.accepted('council.found', { code, name: `Hội đồng ${code}`, kind: 'fullCouncil', unitId, ...input });
  }

  aMember(councilId: string, personId: string, input: object = {}): Promise<string> {
    const membership = { personId, seat: 'member', validFrom: LONG_AGO, ...input };
    return this.accepted('council.seatMember', membership, { id: councilId });
  }

  /** A text that was not there before in these registers. */
  next(prefix: string): string {
    this.count += 1;
    return `${prefix}${this.count}`;
  }

  close(): Promise<void> {
    return this.module.close();
  }
}

/** The codes of a refusal; throws when the command was not refused. */
export function refusalCodes(result: CommandResult): readonly string[] {
  if (result.outcome !== 'refused') throw new Error(`not refused: ${JSON.stringify(result)}`);
  return result.reasons.map(({ code }) => code);
}

/** Somebody with one seat. */
export function actorWith(role: Role, unitId: string, unitPath: string): Actor {
  return {
    id: `${role}-${unitId}`,
    personId: null,
    isSystem: false,
    seats: [{ role, unitId, unitPath, councilId: null }],
  };
}
