import type { Instant, LocalDate, Snapshot, Workflow } from '../../../workflows/kernel';
import type { TallyAxis } from '../../../workflows/tally';
import { CaseEligibilityQueries, ConsultationsQueries, recoveryIdOf, successorIdOf } from '../../awards';
import { SYSTEM_ACTOR } from '../../platform/auth/actor';
import { SYSTEM_SCOPE } from '../../platform/auth/scope';
import { stateLabelOf } from '../../platform/http/commands/state-label';
import { VerifyService } from '../../platform/invariants';
import { ReadDatabase } from '../../platform/persistence';
import type { FeatureWorkflow } from '../../platform/runner/feature-workflow';
import { RegistryHolder } from '../../platform/runner/registry-holder';
import { loadWorkflowRows } from '../../platform/runner/workflow-row';
import type { SubjectKind } from '../../../workflows/rulebook';
import { HistoryDirectory } from '../../history';
import { StatementsQueries } from '../../reconciliations';
import { QuotasQueries, ReviewsQueries } from '../../reviews';
import { TalliesQueries } from '../../tallies';
import type { RehearsalApp } from '../rehearsal-app.port';
import { readRegisterParts } from '../register-parts.repository';
import { readDossierState, readFailedJobs, readReminders, readResults } from '../rehearsal.repository';
import { figuresOfContext, partsOfContext } from './context-parts';
import type { EligibilitySight } from './eligibility-sight';
import type {
  Ballot,
  BrokenPromise,
  ConsultationSight,
  MeasuredLine,
  OutcomeLine,
  Part,
  QuotaSight,
  Reconciliation,
  SubjectHistory,
  Reminder,
  Sight,
  TalliedLine,
  Thing,
  WorldReads,
} from './rehearsal-world';

/** All lines of a ledger at once: a rehearsal is small, and no request asks here. */
const WHOLE = { limit: 1_000_000 };

/** Looks at an application in this process, at everything, whoever may see it. */
export class AppReads implements WorldReads {
  private readonly reads: ReadDatabase;

  constructor(
    private readonly app: RehearsalApp,
    private readonly workflows: ReadonlyMap<string, FeatureWorkflow>,
  ) {
    this.reads = app.get(ReadDatabase);
  }

  async sightOf({ kind, id }: Thing): Promise<Sight | undefined> {
    const snapshot = await this.snapshotOf(kind, id);
    if (snapshot) return snapshot;
    const state = kind === 'dossier' ? await readDossierState(this.reads, id) : undefined;
    return state === undefined ? undefined : { state, context: {} };
  }

  async partsOf({ kind, id }: Thing): Promise<readonly Part[]> {
    const ofRegister = await readRegisterParts(this.reads, { kind, id });
    if (ofRegister) return ofRegister;
    const parts = partsOfContext((await this.snapshotOf(kind, id))?.context ?? {});
    if (kind !== 'award') return parts;
    const ofCase = { recovery: recoveryIdOf(id), successor: successorIdOf(id) };
    return [...parts, ...Object.entries(ofCase).map(([name, partId]) => ({ id: partId, names: [name] }))];
  }

  async ballotsOf(reviewId: string): Promise<readonly Ballot[]> {
    const { items } = await this.app.get(ReviewsQueries).one(SYSTEM_SCOPE, reviewId);
    const sentences = new Map(items.map(({ id, sentence }) => [id, sentence]));
    const figures = figuresOfContext((await this.snapshotOf('review', reviewId))?.context ?? {});
    return figures.map((ballot) => ({ ...ballot, sentence: sentences.get(ballot.itemId) ?? null }));
  }

  async quotaOf(quotaId: string): Promise<QuotaSight> {
    const { places, isOpen, entries } = await this.app.get(QuotasQueries).one(SYSTEM_SCOPE, quotaId, WHOLE);
    const casesThatAre = (state: string): readonly string[] =>
      entries.filter((entry) => entry.state === state).map(({ caseId }) => caseId);
    return { places, isOpen, placedCaseIds: casesThatAre('placed'), waitingCaseIds: casesThatAre('waiting') };
  }

  async consultationOf(consultationId: string): Promise<ConsultationSight> {
    const { objections, ...sight } = await this.app.get(ConsultationsQueries).one(SYSTEM_SCOPE, consultationId);
    const received = objections ?? [];
    const unanswered = received.filter(({ answeredAt }) => answeredAt === null).length;
    return { ...sight, objections: received.length, unanswered };
  }

  async tallyOf(campaignId: string, axis: TallyAxis): Promise<readonly TalliedLine[]> {
    const tally = await this.app.get(TalliesQueries).of(SYSTEM_SCOPE, { campaignId, axis });
    return (['state', 'party'] as const).flatMap((family) => [
      ...tally[family].lines.map((line) => ({ family, ...line })),
      ...tally[family].totals.map((total) => ({ family, tier: null, ...total })),
    ]);
  }

  async historyOf({ kind, id }: Thing): Promise<SubjectHistory> {
    const facts = await this.app.get(HistoryDirectory).factsOf(this.reads, { kind: kind as SubjectKind, id });
    return {
      awards: facts.awards.map(({ tier, name, family }) => ({ tier: tier ?? name, family })),
      ratings: facts.ratings.length,
      initiatives: facts.initiatives.length,
      disciplines: facts.disciplines.length,
      freezes: facts.freezes.length,
    };
  }

  async eligibilityOf(caseId: string, completeFrom: LocalDate | null): Promise<EligibilitySight> {
    const query = completeFrom === null ? {} : { completeFrom };
    const found = await this.app.get(CaseEligibilityQueries).of(SYSTEM_ACTOR, caseId, query);
    const { rulebook, answer, open, appraisal } = found;
    const namesOf = (finding: string): readonly string[] => [
      ...new Set(open.filter((each) => each.finding === finding).map(({ condition }) => condition)),
    ];
    return {
      ...{ rulebook: rulebook?.id ?? null, regime: rulebook?.regime ?? null },
      ...{ finding: answer?.finding ?? null, status: answer?.status ?? null },
      ...{ notMet: namesOf('notMet'), notProven: namesOf('notProven') },
      lines: (answer?.lines ?? []).map(
        ({ text, used, missing, citation }) =>
          `${[text, ...used, ...missing].map(({ vi }) => vi).join('; ')} [${citation ?? ''}]`,
      ),
      appraisedAgainst: appraisal?.computed?.finding ?? null,
    };
  }

  async reconciliationOf(statementId: string): Promise<Reconciliation> {
    const answer = await this.app.get(StatementsQueries).reconciliation(SYSTEM_SCOPE, statementId);
    const numberOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
    return {
      findings: [...answer.withItself, ...answer.withRecords].map(({ kind, code, message, details }) => ({
        ...{ kind, code, message: message.vi },
        ...{ stated: numberOf(details.stated), found: numberOf(details.found) },
      })),
      counted: new Map(answer.counted.map(({ code, found }) => [code, found])),
    };
  }

  async outcomesOf(campaignId: string): Promise<readonly OutcomeLine[]> {
    const { measures, indicators, units } = await this.app.get(TalliesQueries).resultsOf(SYSTEM_SCOPE, campaignId);
    return [
      ...measures.map(({ key, counts }) => ({ kind: 'measure' as const, key, counts })),
      ...indicators.map(({ key, counts }) => ({ kind: 'indicator' as const, key, counts })),
      ...units.map(({ key, counts }) => ({ kind: 'unit' as const, key, counts })),
    ];
  }

  resultsOf(pledgeId: string, period: string): Promise<readonly MeasuredLine[]> {
    return readResults(this.reads, pledgeId, period);
  }

  remindersFrom(at: Instant): Promise<readonly Reminder[]> {
    return readReminders(this.reads, at);
  }

  failedJobs(): Promise<readonly string[]> {
    return readFailedJobs(this.reads);
  }

  async brokenPromises(): Promise<readonly BrokenPromise[]> {
    const { checks } = await this.app.get(VerifyService).run();
    return checks
      .filter(({ ok }) => !ok)
      .flatMap(({ name: check, violations }) =>
        violations
          .filter(({ level }) => level !== 'warning')
          .map(({ subject, message }) => ({ check, subject, message })),
      );
  }

  commandLabel(type: string): string {
    const [kind = ''] = type.split('.');
    return this.workflowOf(kind)?.definition.labels.commands[type]?.vi ?? type;
  }

  stateLabel(kind: string, state: string): string {
    return stateLabelOf(this.workflowOf(kind), state).vi;
  }

  private workflowOf(kind: string): Workflow | undefined {
    const { workflows } = this.app.get(RegistryHolder);
    return workflows.all().some(({ definition }) => definition.name === kind) ? workflows.latest(kind) : undefined;
  }

  private async snapshotOf(kind: string, id: string): Promise<Snapshot | undefined> {
    const workflow = this.workflows.get(kind);
    if (!workflow) return undefined;
    const [row] = await loadWorkflowRows(this.reads, workflow.table, [id]);
    return row?.snapshot;
  }
}
