import type { Instant } from '../../../workflows/kernel';
import type {
  Outcome,
  Part,
  Possibility,
  RehearsalWorld,
  SentCommand,
  WorldCommands,
  WorldReads,
  WorldTime,
} from '../world/rehearsal-world';

/** A world without an application: it notes what is sent and answers what a test tells it to. */
export class FakeWorld implements RehearsalWorld {
  readonly sent: SentCommand[] = [];
  readonly signedIn: string[] = [];
  parts: readonly Part[] = [];
  failedJobs: readonly string[] = [];
  /** Answers a command; accepted under an id that counts up unless a test says otherwise. */
  answer: (command: SentCommand) => Outcome | undefined = () => undefined;

  constructor(private present: Instant) {}

  readonly time: WorldTime = {
    now: () => this.present,
    moveTo: (moment) => {
      this.present = moment;
    },
    next: () => Promise.resolve(undefined),
    settle: () => Promise.resolve(),
    drain: () => Promise.resolve(),
  };

  readonly commands: WorldCommands = {
    signIn: (userId) => {
      this.signedIn.push(userId);
      return Promise.resolve();
    },
    send: (command) => {
      this.sent.push(command);
      const id = command.instanceId ?? `id-${this.sent.length}`;
      return Promise.resolve(this.answer(command) ?? { outcome: 'accepted', id, version: 1, state: 'open' });
    },
    sendMany: (commands) => Promise.all(commands.map((command) => this.commands.send(command))),
    possibilitiesOf: () => Promise.resolve<Possibility[]>([]),
  };

  readonly reads: WorldReads = {
    sightOf: () => Promise.resolve(undefined),
    partsOf: () => Promise.resolve(this.parts),
    ballotsOf: () => Promise.resolve([]),
    quotaOf: () => Promise.resolve({ places: 0, isOpen: true, placedCaseIds: [], waitingCaseIds: [] }),
    consultationOf: () => Promise.reject(new Error('Nobody is consulted here')),
    tallyOf: () => Promise.resolve([]),
    reconciliationOf: () => Promise.resolve({ findings: [], counted: new Map() }),
    outcomesOf: () => Promise.resolve([]),
    resultsOf: () => Promise.resolve([]),
    eligibilityOf: () =>
      Promise.resolve({
        ...{ rulebook: null, regime: null, finding: null, status: null, appraisedAgainst: null },
        ...{ notMet: [], notProven: [], lines: [] },
      }),
    historyOf: () => Promise.resolve({ awards: [], ratings: 0, initiatives: 0, disciplines: 0, freezes: 0 }),
    remindersFrom: () => Promise.resolve([]),
    failedJobs: () => Promise.resolve(this.failedJobs),
    brokenPromises: () => Promise.resolve([{ check: 'chain', subject: 'campaign 1', message: 'is broken' }]),
    commandLabel: (type) => type,
    stateLabel: (_, state) => state,
  };
}
