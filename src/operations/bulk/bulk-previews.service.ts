import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../../workflows/kernel';
import type { Actor } from '../../platform/auth/actor';
import { Ids } from '../../platform/ids/ids.port';
import { validInput } from '../../platform/http/validation/valid-input';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import { refusal } from '../../platform/runner/refusals';
import { onTrial } from '../../platform/runner/trial';
import type { BulkRequest } from '../dto/bulk.request';
import type { BulkPreviewResponse, BulkRefusedRow } from '../dto/bulk.response';
import type { BulkCollectionName } from './bulk-collections';
import { BulkSender } from './bulk-sender';
import { BulkTargetsReader } from './bulk-targets';
import { BULK_ROW_REASONS } from './bulk.errors';

const SHOWN = 200;

/** Says what a bulk command would do: each of its commands is tried and rolled back. */
@Injectable()
export class BulkPreviews {
  constructor(
    private readonly targets: BulkTargetsReader,
    private readonly dispatcher: CommandDispatcher,
    private readonly sender: BulkSender,
    private readonly ids: Ids,
  ) {}

  /**
   * The preview, or why there can be none. Rows are tried one by one, so that two that want one place both seem to get
   * it: what became of each, the job says. Throws InvalidRequestError on an input that the command does not take.
   */
  async of(
    actor: Actor,
    name: BulkCollectionName,
    request: BulkRequest,
  ): Promise<{ readonly reasons: readonly Refusal[] } | BulkPreviewResponse> {
    const { targets, missing, token, reasons } = await this.targets.of(actor, name, request);
    if (reasons.length > 0) return { reasons };
    const { type, input = {} } = request;
    const form = this.dispatcher.known().get(type);
    if (form) validInput(form.input, input, 'input');
    const accepted: string[] = [];
    const refused: BulkRefusedRow[] = missing.map((id) => ({ id, reasons: [refusal(BULK_ROW_REASONS.missing)] }));
    for (const { id } of targets) {
      const command = { actor, commandId: this.ids.next(), type, instanceId: id, input };
      const { fate, reasons: why } = await onTrial(() => this.sender.send(command));
      if (fate === 'accepted') accepted.push(id);
      else refused.push({ id, reasons: why });
    }
    return {
      ...{ count: targets.length, acceptedCount: accepted.length, refusedCount: refused.length, token },
      ...{ ids: accepted.slice(0, SHOWN), refused: refused.slice(0, SHOWN) },
    };
  }
}
