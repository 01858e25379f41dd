import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../workflows/kernel';
import type { Actor } from '../../platform/auth/actor';
import { derivedId } from '../../platform/ids/derived-id';
import { Ids } from '../../platform/ids/ids.port';
import { addToOutbox, ReadDatabase, type Tx } from '../../platform/persistence';
import { WakeUp } from '../../platform/relay/wake-up';
import { BulkRunner } from '../../platform/runner/bulk-runner';
import type { OpenRequest } from '../../platform/runner/command-request';
import type { CommandResult } from '../../platform/runner/command-result';
import { AwardCaseWorkflow } from '../cases/award-case.workflow';
import type { DossierRecord } from './dossier';
import { readWaitingLines, settleLines, type LineFate, type WaitingLine } from './dossier-lines.repository';
import { readDossier } from './dossiers.repository';

/** Makes cases of the names that were handed in together. Each is judged alone: one that is refused holds up no other. */
@Injectable()
export class DossierLines {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly bulk: BulkRunner,
    private readonly workflow: AwardCaseWorkflow,
    private readonly ids: Ids,
    private readonly wakeUp: WakeUp,
  ) {}

  /** Asks for the drafts, in the transaction of the command that handed the names in. */
  async schedule(tx: Tx, payload: { readonly dossierId: string; readonly by: string }, at: Instant): Promise<void> {
    await addToOutbox(tx, [{ id: this.ids.next(), job: 'draft-lines', payload, availableAt: at, createdAt: at }]);
    tx.afterCommit(() => {
      this.wakeUp.ring();
    });
  }

  /** Drafts a case for each line that waits; drafted before, it gets the answer that it got then. */
  async draft(dossierId: string, by: string): Promise<readonly LineFate[]> {
    const dossier = await readDossier(this.reads, dossierId);
    if (!dossier) return [];
    const lines = await readWaitingLines(this.reads, dossierId);
    const openings = lines.map((line) => openingOf(line, dossier, by));
    const results = await this.bulk.openMany(this.workflow, openings);
    return results.map((result, index) => fateOf(lines[index] as WaitingLine, openings[index] as OpenRequest, result));
  }

  settle(tx: Tx, fates: readonly LineFate[]): Promise<void> {
    return settleLines(tx, fates);
  }
}

function openingOf({ id, nomination }: WaitingLine, dossier: DossierRecord, by: string): OpenRequest {
  const { campaignId, cycleId, unitId, unitPath } = dossier;
  const caseId = derivedId('dossier-line', id);
  return {
    ...{ actor: preparing(by, dossier), commandId: caseId, type: 'award.draft', instanceId: caseId },
    input: { ...nomination, dossierId: dossier.id, campaignId, cycleId },
    unit: { id: unitId, path: unitPath },
  };
}

function fateOf({ id }: WaitingLine, { instanceId }: OpenRequest, result: CommandResult): LineFate {
  if (result.outcome === 'accepted') return { id, caseId: instanceId, reasons: [] };
  if (result.outcome === 'refused') return { id, caseId: null, reasons: result.reasons };
  throw new Error(`The line ${id} came back ${result.outcome}`);
}

/** Who handed the names in, with the one seat that the command took: that was checked then. */
function preparing(id: string, { unitId, unitPath }: DossierRecord): Actor {
  return { id, personId: null, isSystem: false, seats: [{ role: 'unitOfficer', unitId, unitPath, councilId: null }] };
}
