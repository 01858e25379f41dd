import { derivedId } from '../platform/ids/derived-id';
import { filled } from './format/data';
import { MADE_UP, referenceText, type Reference } from './format/reference';
import { UnknownNameError, type Names } from './names';
import { retyped } from './retyped';
import type { CommandStep } from './scenario';
import type { Outcome, RehearsalWorld, SentCommand, Thing } from './world/rehearsal-world';

/** Sends the commands of a file and keeps the names of what they make. */
export class CommandSteps {
  private sent = 0;

  constructor(
    private readonly world: RehearsalWorld,
    private readonly names: Names,
    private readonly seed: string,
  ) {}

  /** Sends one command and finishes the jobs that follow from it. Throws UnknownNameError. */
  async perform(step: CommandStep): Promise<Outcome> {
    const thing = step.on === null ? null : await this.thingOf(step.on);
    const before = step.ref !== null && thing ? await this.world.reads.partsOf(thing) : [];
    const outcome = await this.send(await this.commandOf(step, thing));
    if (outcome.outcome !== 'accepted') return outcome;
    await this.world.time.drain();
    if (step.ref !== null)
      await this.nameWhatCame(step.ref, step, thing, outcome.id, new Set(before.map(({ id }) => id)));
    return outcome;
  }

  private async commandOf(step: CommandStep, thing: Thing | null): Promise<SentCommand> {
    this.sent += 1;
    const { as, line, comment, version } = step;
    const input = (await filled(step.input, (reference) => this.idOf(reference))) as object;
    return {
      userId: as === 'system' ? null : this.names.thingOf({ name: as, part: null, line }).id,
      commandId: derivedId('rehearsal', this.seed, String(this.sent)),
      type: step.do,
      ...(thing ? { instanceId: thing.id } : {}),
      input,
      ...(comment === null ? {} : { comment }),
      ...(version === null ? {} : { expectedVersion: version }),
    };
  }

  /** A request that is wrong was not done, so that it can be sent again under the same id. */
  private async send(command: SentCommand): Promise<Outcome> {
    const outcome = await this.world.commands.send(command);
    if (outcome.outcome !== 'problem') return outcome;
    const input = retyped(command.input, outcome.reasons);
    return input === undefined ? outcome : this.world.commands.send({ ...command, input: input as object });
  }

  /** What a command opened has the kind of the command; what it added to something is that thing's newest part. */
  private async nameWhatCame(
    ref: string,
    step: CommandStep,
    thing: Thing | null,
    id: string,
    known: ReadonlySet<string>,
  ): Promise<void> {
    const [kind = ''] = step.do.split('.');
    if (thing === null) {
      this.names.set(ref, { kind, id });
      return;
    }
    const fresh = (await this.world.reads.partsOf(thing)).filter((part) => !known.has(part.id));
    const [only] = fresh;
    if (!only || fresh.length > 1) {
      throw new UnknownNameError({ name: ref, part: null, line: step.line });
    }
    this.names.set(ref, { kind: `part of ${kind}`, id: only.id });
  }

  private async thingOf(reference: Reference): Promise<Thing> {
    const thing = this.names.thingOf(reference);
    return reference.part === null ? thing : { ...thing, id: await this.idOf(reference) };
  }

  private idOf(reference: Reference): Promise<string> {
    if (reference.name !== MADE_UP || reference.part === null) return this.names.idOf(reference);
    return Promise.resolve(derivedId('rehearsal.uuid', this.seed, referenceText(reference)));
  }
}
