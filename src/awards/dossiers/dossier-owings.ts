import { Injectable, type OnModuleInit } from '@nestjs/common';
import { joinPartakers } from '../../campaigns';
import type { SqlCondition } from '../../platform/auth/scope';
import { placeholders } from '../../platform/persistence';
import { OwedThings, type OwedDeadline, type WhichUnits } from '../../reminders';

/**
 * Says which units have handed in no dossier for an award cycle: neither none at all, nor one that lies with them, which is
 * as good as none. Whether a unit has somebody to nominate only the unit knows.
 */
@Injectable()
export class DossierOwings implements OnModuleInit {
  constructor(private readonly owed: OwedThings) {}

  onModuleInit(): void {
    this.owed.register('campaign.dossiersDue', (_, deadlines, which) => dossiersOwed(deadlines, which));
  }
}

function dossiersOwed(deadlines: readonly OwedDeadline[], which: WhichUnits): SqlCondition {
  const unsent = `AND NOT EXISTS (
    SELECT 1 FROM dossiers o
    WHERE o.campaign_id = c.id AND o.unit_id = x.unit_id AND o.state NOT IN ('draft', 'returned')
      AND d.deadline_key = 'dossiersDue:' || o.cycle_id)`;
  return {
    sql: `SELECT d.id AS deadline_id, x.unit_id FROM deadlines d JOIN campaigns c ON c.id = d.stream_id
      ${joinPartakers(which)}
      WHERE d.id IN ${placeholders(deadlines.length)} ${which === 'owing' ? unsent : ''}`,
    params: deadlines.map(({ id }) => id),
  };
}
