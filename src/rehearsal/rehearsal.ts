import { called, type Finding } from './checks/check';
import { CommandSteps } from './command-steps';
import { outcomeText, unexpected } from './expected-outcome';
import { Names, UnknownNameError } from './names';
import { AXES, type RehearsalResult, type TallyOfCampaign } from './rehearsal-result';
import { StepFaultError } from './rehearsal.errors';
import { ReminderWatch } from './reminder-watch';
import type { BatchStep, CheckStep, CommandStep, Scenario, Step } from './scenario';
import { TimeWalk } from './time-walk';
import type { RehearsalListener } from './timeline';
import type { Outcome, RehearsalWorld } from './world/rehearsal-world';

/** Plays a scenario in a world: registers first, then step by step, each at its time. One object plays once. */
export class Rehearsal {
  private readonly names: Names;
  private readonly commands: CommandSteps;
  private readonly reminders: ReminderWatch;
  private readonly walk: TimeWalk;
  private readonly findings: Finding[] = [];
  /** Names that were used though nothing has them: where first, and how often. */
  private readonly skipped = new Map<string, { readonly line: number; readonly count: number }>();
  private accepted = 0;
  private refused = 0;

  constructor(
    private readonly world: RehearsalWorld,
    private readonly scenario: Scenario,
    private readonly listener: RehearsalListener,
  ) {
    this.names = new Names(world.reads);
    this.commands = new CommandSteps(world, this.names, scenario.seed);
    this.reminders = new ReminderWatch(world.reads, this.names, scenario.start, listener);
    this.walk = new TimeWalk(world.time, () => this.reminders.look());
  }

  /** Throws StepFaultError when the application fails; what is not as expected is in the result. */
  async run(): Promise<RehearsalResult> {
    const { setUp, steps } = this.scenario;
    const isReady = await this.setUp(setUp);
    // Without its registers nothing of a scenario could succeed, and nothing after the first mistake says anything.
    for (const [index, step] of (isReady ? steps : []).entries()) {
      await this.play(step);
      this.listener.progress(index + 1, steps.length);
    }
    if (isReady) await this.reportFailedJobs();
    this.reportSkipped();
    return this.result();
  }

  private async play(step: Step): Promise<void> {
    try {
      await this.walk.to(step.at);
      await this.take(step);
    } catch (error) {
      throw new StepFaultError(this.scenario.file, step.line, error);
    }
  }

  private async setUp(commands: readonly CommandStep[]): Promise<boolean> {
    for (const command of commands) {
      const outcome = await (command.on === null ? this.commands.open(command) : this.commands.perform(command));
      const problem = unexpected(command.expected, outcome);
      if (problem === null) continue;
      this.find(command.line, `${command.do}: ${problem}`);
      return false;
    }
    // Filling a register makes work for nobody but whoever looks at it later: once for thousands of entries is enough.
    await this.world.time.drain();
    for (const [, { id }] of this.names.ofKind('user')) await this.world.commands.signIn(id);
    return true;
  }

  private async take(step: Step): Promise<void> {
    if (step.note !== null) this.listener.entry({ kind: 'note', at: this.world.time.now(), text: step.note });
    try {
      if (step.kind === 'command') await this.perform(step);
      if (step.kind === 'batch') await this.performMany(step);
      if (step.kind === 'check') await this.check(step);
    } catch (error) {
      this.skip(step.line, error);
    }
  }

  private async perform(step: CommandStep): Promise<void> {
    this.tell(step, await this.commands.perform(step));
  }

  private async performMany({ commands }: BatchStep): Promise<void> {
    const outcomes = await this.commands.performMany(commands);
    commands.forEach((command, index) => {
      const outcome = outcomes[index];
      if (outcome instanceof UnknownNameError) this.skip(command.line, outcome);
      else if (outcome) this.tell(command, outcome);
    });
  }

  private tell(step: CommandStep, outcome: Outcome): void {
    if (outcome.outcome === 'accepted') this.accepted += 1;
    else this.refused += 1;
    this.listener.entry({
      kind: 'command',
      at: this.world.time.now(),
      line: step.line,
      who: step.as,
      type: step.do,
      label: this.world.reads.commandLabel(step.do),
      on: step.on ? called(step.on) : step.ref,
      outcome: outcome.outcome,
      detail: this.detailOf(step, outcome),
    });
    const problem = unexpected(step.expected, outcome);
    if (problem !== null) this.find(step.line, `${step.do}: ${problem}`);
  }

  private async check({ checks }: CheckStep): Promise<void> {
    const { names, world } = this;
    const room = { world, names, reminders: this.reminders.all, roles: this.scenario.roles };
    for (const { line, run } of checks) {
      try {
        for (const finding of await run(room)) this.find(finding.line, finding.message);
      } catch (error) {
        this.skip(line, error);
      }
    }
  }

  private detailOf(step: CommandStep, outcome: Outcome): string {
    if (outcome.outcome !== 'accepted') return outcomeText(outcome);
    const [kind = ''] = step.do.split('.');
    return this.world.reads.stateLabel(kind, outcome.state);
  }

  /** One step that fails may stop a hundred others: they are told together, so that the one can be found among them. */
  private skip(line: number, error: unknown): void {
    if (!(error instanceof UnknownNameError)) throw error;
    const { name, part } = error.reference;
    if (part !== null) this.find(line, error.message);
    else
      this.skipped.set(name, {
        line: this.skipped.get(name)?.line ?? line,
        count: (this.skipped.get(name)?.count ?? 0) + 1,
      });
  }

  private reportSkipped(): void {
    for (const [name, { line, count }] of this.skipped) {
      this.find(line, `Chưa có $${name} vì bước tạo ra nó không thành công; ${count} bước hoặc mong đợi bị bỏ qua`);
    }
  }

  /** Nobody waits for a job, so that a failed one would go by unseen. */
  private async reportFailedJobs(): Promise<void> {
    const line = this.scenario.steps.at(-1)?.line ?? 1;
    for (const job of await this.world.reads.failedJobs()) this.find(line, `Tác vụ nền chưa xong: ${job}`);
  }

  private find(line: number, message: string): void {
    const finding = { line, message };
    this.findings.push(finding);
    this.listener.entry({ kind: 'finding', at: this.world.time.now(), finding });
  }

  private async result(): Promise<RehearsalResult> {
    const { file, title, isSynthetic, steps } = this.scenario;
    return {
      file,
      title,
      isSynthetic,
      ok: this.findings.length === 0,
      steps: steps.length,
      accepted: this.accepted,
      refused: this.refused,
      remindersSent: this.reminders.all.length,
      tallies: await this.tallies(),
      failures: this.findings.map((finding) => ({ file, ...finding })),
    };
  }

  private async tallies(): Promise<readonly TallyOfCampaign[]> {
    const tallies: TallyOfCampaign[] = [];
    for (const [campaign, { id }] of this.names.ofKind('campaign')) {
      for (const axis of AXES) tallies.push({ campaign, axis, lines: await this.world.reads.tallyOf(id, axis) });
    }
    return tallies;
  }
}
