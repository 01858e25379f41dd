import { Injectable } from '@nestjs/common';
import type { Label } from '../../../workflows/kernel';
import type { Actor } from '../../platform/auth/actor';
import { ROLE_PERMISSIONS, type Permission } from '../../platform/auth/permission';
import type { SqlCondition } from '../../platform/auth/scope';
import { placeholders } from '../../platform/persistence';

/** What a kind of waiting things is found with. */
export interface WaitingQuestion {
  readonly actor: Actor;
  /** Rows where this column is a unit on which the actor itself has a seat with this permission: what is below is for others. */
  readonly own: (permission: Permission, column: string) => SqlCondition;
}

/** One kind of things that wait for somebody. */
export interface WaitingKind {
  /** Stable: `pledgeToSign`. */
  readonly kind: string;
  readonly label: Label;
  /** What the id is of: `pledge`. */
  readonly subjectKind: string;
  /** The commands that the thing waits for; whether each is possible now, and why not, its own `commands` route says. */
  readonly commands: readonly string[];
  /** Whether the select has a column `is_provisional` as well: 1 where the day was counted over a year that is not all known. */
  readonly countsDays?: boolean;
  /** A SELECT of `id`, `unit_id`, `campaign_id` and `due_on`, the last two null where there is none. Undefined when nothing can wait. */
  readonly select: (question: WaitingQuestion) => SqlCondition | undefined;
}

/** Knows what can wait for somebody. Each feature adds its own kinds: what waits is computed from its states, never stored. */
@Injectable()
export class WaitingThings {
  private readonly byKind = new Map<string, WaitingKind>();

  /** Adds kinds. Throws when a kind is there already. */
  register(...kinds: readonly WaitingKind[]): void {
    for (const kind of kinds) {
      if (this.byKind.has(kind.kind)) throw new Error(`Two features say that ${kind.kind} waits`);
      this.byKind.set(kind.kind, kind);
    }
  }

  /** All kinds by name. */
  kinds(): ReadonlyMap<string, WaitingKind> {
    return this.byKind;
  }
}

/** The condition of `WaitingQuestion.own` for an actor. */
export function ownUnits(actor: Actor, permission: Permission, column: string): SqlCondition {
  const units = actor.seats.filter(
    ({ role, basis }) => basis !== 'reads' && ROLE_PERMISSIONS[role].includes(permission),
  );
  const ids = [...new Set(units.map(({ unitId }) => unitId))];
  if (ids.length === 0) return { sql: '1 = 0', params: [] };
  return { sql: `${column} IN ${placeholders(ids.length)}`, params: ids };
}
