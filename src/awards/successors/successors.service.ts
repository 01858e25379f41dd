import { Injectable } from '@nestjs/common';
import { localDate, localDateOf, type Instant } from '../../../workflows/kernel';
import { SYSTEM_ACTOR } from '../../platform/auth/actor';
import { Clock } from '../../platform/clock/clock.port';
import { derivedId } from '../../platform/ids/derived-id';
import { ReadDatabase } from '../../platform/persistence';
import { RetryableError } from '../../platform/queue/job.errors';
import type { CommandResult } from '../../platform/runner/command-result';
import { RegisterRunner } from '../../platform/runner/register-runner';
import { WorkflowRunner } from '../../platform/runner/workflow-runner';
import { RecipientDirectory } from '../../reminders';
import { UnitDirectory, type UnitRef } from '../../units';
import { AwardCaseWorkflow } from '../cases/award-case.workflow';
import { liesWithItsUnit } from '../dossiers/dossier-states';
import { readDossier, submittedAt, updateDossier } from '../dossiers/dossiers.repository';
import { insertSentDossier, readSentCase, type SentCase } from './successors.repository';

/** Id of the case that a case becomes at the level above: one, however often it is sent. */
export function successorIdOf(caseId: string): string {
  return derivedId('successor', caseId);
}

/**
 * Opens the case of the level above for a case that was sent up, when that level works with this system: when somebody
 * holds the seat of its standing office. Otherwise its answer is recorded by hand.
 */
@Injectable()
export class Successors {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly units: UnitDirectory,
    private readonly recipients: RecipientDirectory,
    private readonly registers: RegisterRunner,
    private readonly runner: WorkflowRunner,
    private readonly workflow: AwardCaseWorkflow,
  ) {}

  /**
   * Each step may have been done before: every one has an id that follows from the message. Throws RetryableError while the
   * case is refused above, as something about its subject is pending: until it is in, its answer may be recorded by hand.
   */
  async open(caseId: string, messageId: string): Promise<void> {
    const sent = await readSentCase(this.reads, caseId);
    // It may have come back before the job did.
    if (sent?.state !== 'sentUp') return;
    const above = await this.levelAbove(sent, this.clock.now());
    if (!above) return;
    const id = successorIdOf(caseId);
    const known = await readSentCase(this.reads, id);
    const dossierId = await this.dossierOf(sent, { above, known: known?.dossierId }, messageId);
    const drafted = known ? undefined : await this.draft(sent, id, dossierId, messageId);
    const isThere = drafted === undefined || drafted.outcome === 'accepted';
    const submitted = isThere ? await this.send('award.submit', id, messageId) : drafted;
    if (submitted.outcome === 'accepted' || isNotInState(submitted)) return;
    throw new RetryableError(`The case ${caseId} cannot be handed in above yet: ${JSON.stringify(submitted)}`);
  }

  private async levelAbove({ parentUnitId }: SentCase, at: Instant): Promise<UnitRef | undefined> {
    if (parentUnitId === null) return undefined;
    const above = (await this.units.byIds(this.reads, [parentUnitId])).get(parentUnitId);
    if (!above) return undefined;
    const query = { recipient: 'standingOffice' as const, unitPath: above.path, councilId: null };
    return (await this.recipients.recipientsFor(this.reads, query, at)).length > 0 ? above : undefined;
  }

  /**
   * All that goes up from one dossier or one list goes up in one dossier. What came back goes up again in the one that it is
   * in, on whatever list it stands by then.
   */
  private async dossierOf(
    sent: SentCase,
    { above, known }: { readonly above: UnitRef; readonly known: string | undefined },
    messageId: string,
  ): Promise<string> {
    const from = sent.listId ?? sent.dossierId;
    const id = known ?? derivedId('successor-dossier', from, above.id);
    const seen = await readDossier(this.reads, id);
    if (seen && !liesWithItsUnit(seen.state)) return id;
    const { unitId, unitPath, unitName } = sent;
    const request = {
      ...{ actor: SYSTEM_ACTOR, type: 'dossier.sendUp', instanceId: id, kind: 'dossier' },
      commandId: seen ? derivedId('dossier.sendUp', messageId) : id,
      input: { unitId, authorityUnitId: above.id, from },
      permissions: ['system'] as const,
      unitPath,
    };
    await this.registers.change(request, async ({ tx, at }) => {
      const returned = await readDossier(tx, id, 'taken');
      if (returned) {
        if (liesWithItsUnit(returned.state)) await updateDossier(tx, returned, submittedAt(at));
        return [];
      }
      const number = sent.listNumber ?? sent.dossierNumber;
      const datedOn = sent.listDatedOn === null ? localDateOf(at) : localDate(sent.listDatedOn);
      const signerTitle = sent.listSigner ?? unitName;
      const letter = { title: 'Tờ trình của cấp dưới', number, issuer: unitName, date: datedOn };
      // What the unit handed in for its checklist goes up with the case, by reference.
      const below = (await readDossier(tx, sent.dossierId))?.papers ?? [];
      const papers = [letter, ...below.filter(({ code }) => code !== undefined)];
      const place = { unitId, unitPath, authorityUnitId: above.id, authorityLevel: above.level };
      await insertSentDossier(tx, { id, number, datedOn, signerTitle, ...place, papers, createdAt: at });
      return [];
    });
    return id;
  }

  private draft(sent: SentCase, instanceId: string, dossierId: string, messageId: string): Promise<CommandResult> {
    const { subject, tier, commendation, achievementId, achievedFrom, achievedTo, rootCaseId } = sent.context;
    return this.runner.open(this.workflow, {
      ...{ actor: SYSTEM_ACTOR, commandId: derivedId('award.draft', messageId, instanceId), type: 'award.draft' },
      instanceId,
      input: {
        // It belongs to no campaign here: it counts once, in the campaign of the case that was sent.
        ...{ campaignId: null, cycleId: null, dossierId, subject, tier, commendation },
        ...{ achievementId, achievedFrom, achievedTo },
        ...(sent.context.route.simple ? { simple: true } : {}),
        ...{ parentCaseId: sent.id, rootCaseId: rootCaseId ?? sent.id },
      },
      unit: { id: sent.unitId, path: sent.unitPath },
    });
  }

  private send(type: string, instanceId: string, messageId: string): Promise<CommandResult> {
    const commandId = derivedId(type, messageId, instanceId);
    return this.runner.run(this.workflow, { actor: SYSTEM_ACTOR, commandId, type, instanceId, input: {} });
  }
}

function isNotInState(result: CommandResult): boolean {
  return result.outcome === 'refused' && result.reasons.some(({ code }) => code === 'AWARD.NOT_IN_STATE');
}
