import { derivedId } from '../platform/ids/derived-id';
import { filled } from './format/data';
import { MADE_UP, referenceText, type Reference } from './format/reference';
import { UnknownNameError, type Names } from './names';
import { retyped } from './retyped';
import type { CommandStep } from './scenario';
import type { Outcome, RehearsalWorld, SentCommand, Thing } from './world/rehearsal-world';

type ReadId = (reference: Reference) => Promise<string>;

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

  /** Sends one command that opens something, and leaves the jobs that follow from it for later. Throws UnknownNameError. */
  async open(step: CommandStep): Promise<Outcome> {
    const outcome = await this.send(await this.commandOf(step, null));
    this.nameWhatOpened(step, outcome);
    return outcome;
  }

  /**
   * Sends many commands as one piece of work, then finishes the jobs that follow from all of them. Answers in their order;
   * in the place of a command that uses an unknown name the error that says so.
   */
  async performMany(steps: readonly CommandStep[]): Promise<readonly (Outcome | UnknownNameError)[]> {
    const read = this.names.reader();
    const made: (SentCommand | UnknownNameError)[] = [];
    for (const step of steps) made.push(await this.tryCommandOf(step, read));
    const sent = made.filter((each): each is SentCommand => !(each instanceof UnknownNameError));
    const answers = new Map((await this.sendMany(sent)).map((answer, index) => [sent[index], answer]));
    await this.world.time.drain();
    const outcomes = made.map((each) => (each instanceof UnknownNameError ? each : (answers.get(each) as Outcome)));
    outcomes.forEach((outcome, index) => this.nameWhatOpened(steps[index], outcome));
    return outcomes;
  }

  private async tryCommandOf(step: CommandStep, read: ReadId): Promise<SentCommand | UnknownNameError> {
    try {
      return await this.commandOf(step, step.on === null ? null : this.names.thingOf(step.on), read);
    } catch (error) {
      if (error instanceof UnknownNameError) return error;
      throw error;
    }
  }

  private async sendMany(commands: readonly SentCommand[]): Promise<readonly Outcome[]> {
    const outcomes = [...(await this.world.commands.sendMany(commands))];
    for (const [index, outcome] of outcomes.entries()) {
      const command = commands[index];
      if (outcome.outcome === 'problem' && command) outcomes[index] = await this.sendRetyped(command, outcome);
    }
    return outcomes;
  }

  private nameWhatOpened(step: CommandStep | undefined, outcome: Outcome | UnknownNameError): void {
    if (step?.on !== null || step.ref === null) return;
    if (outcome instanceof UnknownNameError || outcome.outcome !== 'accepted') return;
    this.names.set(step.ref, { kind: kindOf(step), id: outcome.id });
  }

  private async commandOf(step: CommandStep, thing: Thing | null, read = this.names.reader()): Promise<SentCommand> {
    this.sent += 1;
    const { as, line, comment, version } = step;
    const input = (await filled(step.input, (reference) => this.idOf(reference, read))) as object;
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

  private async send(command: SentCommand): Promise<Outcome> {
    const outcome = await this.world.commands.send(command);
    return outcome.outcome === 'problem' ? this.sendRetyped(command, outcome) : outcome;
  }

  /** A request that is wrong was not done, so that it can be sent again under the same id. */
  private async sendRetyped(command: SentCommand, outcome: Extract<Outcome, { outcome: 'problem' }>): Promise<Outcome> {
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
    const kind = kindOf(step);
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

  private idOf(reference: Reference, read: ReadId = (given) => this.names.idOf(given)): Promise<string> {
    if (reference.name !== MADE_UP || reference.part === null) return read(reference);
    return Promise.resolve(derivedId('rehearsal.uuid', this.seed, referenceText(reference)));
  }
}

/** What a command is about: the first word of its type. */
function kindOf({ do: type }: CommandStep): string {
  return type.split('.')[0] ?? '';
}
