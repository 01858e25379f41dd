import { Injectable } from '@nestjs/common';
import type { Label } from '../../workflows/kernel';
import type { Tx } from '../platform/persistence';
import type { JobContext } from '../platform/queue/job-handler';
import { OnJob } from '../platform/queue/on-job.decorator';
import { NoticesService, RecipientDirectory, type RecipientQuery } from '../reminders';
import { UnitDirectory, type UnitRef } from '../units';
import { PledgeReturnedPayload } from './dto/pledge-returned.payload';

/** Who hears of it: heads and officers of the units that sign. */
const TOLD: readonly RecipientQuery['recipient'][] = ['unitHead', 'unitOfficer'];

/** Tells units what becomes of their pledges. */
@Injectable()
export class PledgesJobs {
  constructor(
    private readonly notices: NoticesService,
    private readonly recipients: RecipientDirectory,
    private readonly units: UnitDirectory,
  ) {}

  @OnJob({ job: 'notify-pledge-returned', payload: PledgeReturnedPayload })
  async notifyReturned(payload: PledgeReturnedPayload, context: JobContext): Promise<void> {
    await context.once((tx) => this.tell(tx, payload, context));
  }

  private async tell(
    tx: Tx,
    { instanceId, unitId, memberUnitIds }: PledgeReturnedPayload,
    { at }: JobContext,
  ): Promise<void> {
    const units = await this.units.byIds(tx, [unitId, ...memberUnitIds]);
    const prepared = units.get(unitId);
    if (!prepared) throw new Error(`There is no unit ${unitId} to tell of the pledge ${instanceId}`);
    const message = returnedBy(prepared, memberUnitIds.length > 1);
    const told = new Set<string>();
    // A notice is seen from the seat that it is sent to, so that each unit gets its own.
    for (const unit of units.values()) {
      const others = (await this.holdersIn(tx, unit, at)).filter((userId) => !told.has(userId));
      const subject = { subjectKind: 'pledge', subjectId: instanceId, unitPath: unit.path };
      await this.notices.notify(tx, others, { kind: 'pledge.returned', ...subject, message }, at);
      for (const userId of others) told.add(userId);
    }
  }

  private async holdersIn(tx: Tx, { path }: UnitRef, at: JobContext['at']): Promise<readonly string[]> {
    const found = new Set<string>();
    for (const recipient of TOLD) {
      const holders = await this.recipients.recipientsFor(tx, { recipient, unitPath: path, councilId: null }, at);
      for (const { userId } of holders) found.add(userId);
    }
    return [...found];
  }
}

function returnedBy({ name }: UnitRef, isAgreement: boolean): Label {
  return isAgreement
    ? {
        vi: `Bản giao ước thi đua do ${name} lập đã bị trả lại: hãy xem lý do, sửa và nộp lại.`,
        en: `The agreement that ${name} prepared has been returned: see the reason, revise it and submit it again.`,
      }
    : {
        vi: `Bản đăng ký thi đua của ${name} đã bị trả lại: hãy xem lý do, sửa và nộp lại.`,
        en: `The registration of ${name} has been returned: see the reason, revise it and submit it again.`,
      };
}
