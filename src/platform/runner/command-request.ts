import type { Actor } from '../auth/actor';

/** A command as a face builds it: validated, but nothing in it is believed. */
export interface CommandRequest {
  /** Idempotency key (HTTP), outbox id (jobs) or a fresh id (CLI). One id, one effect, one answer. */
  readonly commandId: string;
  readonly actor: Actor;
  readonly type: string;
  readonly instanceId: string;
  readonly input: object;
  /** Free texts by field: kept apart from the events, which get a salted commitment instead. */
  readonly texts?: Readonly<Record<string, string>>;
  /** From `If-Match`: refuse when the instance has moved on. Without it a conflict is retried. */
  readonly expectedVersion?: number;
}

/** The opening command of a new instance. */
export interface OpenRequest extends Omit<CommandRequest, 'expectedVersion'> {
  /** The unit that owns the instance, and its path: what scopes are measured against. */
  readonly unit: { readonly id: string; readonly path: string };
}
