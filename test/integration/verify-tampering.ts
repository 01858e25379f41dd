import type { Dialect, SqlValue } from '../../src/platform/persistence';

/** A way to break what was written, and the checks that must notice: these and no others. */
export interface Tampering {
  readonly what: string;
  readonly noticedBy: readonly string[];
  readonly statements: (dialect: Dialect) => readonly (string | readonly [string, ...SqlValue[]])[];
}

const takeTriggersOff = (dialect: Dialect): readonly string[] =>
  ['update', 'delete'].map(
    (change) => `DROP TRIGGER events_refuse_${change}${dialect === 'postgres' ? ' ON events' : ''}`,
  );

/** Statements on events, for which the triggers have to go first. */
const onEvents =
  (...statements: readonly string[]): Tampering['statements'] =>
  (dialect) => [...takeTriggersOff(dialect), ...statements];

const on =
  (...statements: readonly string[]): Tampering['statements'] =>
  () =>
    statements;

/** A copy of a table that has lost its constraints, as a careless repair leaves it. */
const withoutConstraints = (table: string): readonly string[] => [
  `CREATE TABLE bare AS SELECT * FROM ${table}`,
  `DROP TABLE ${table}`,
  `ALTER TABLE bare RENAME TO ${table}`,
];

const CONCLUDED = "(SELECT MIN(id) FROM campaigns WHERE state = 'concluded')";
const REGISTERING = "(SELECT MIN(stream_id) FROM deadlines WHERE deadline_key = 'registrationCloses')";
const LAST_OF_CONCLUDED = `stream_id = ${CONCLUDED} AND seq = (SELECT event_seq FROM campaigns WHERE id = ${CONCLUDED})`;
const CANCELLED = "(SELECT MIN(id) FROM campaigns WHERE state = 'cancelled')";

/** Every check is here at least once. */
export const TAMPERINGS: readonly Tampering[] = [
  {
    what: 'an event in the middle is deleted',
    noticedBy: ['event-numbers', 'event-chain', 'event-anchors', 'append-only'],
    // The fact after the first command: no command is missing.
    statements: onEvents(`DELETE FROM events WHERE stream_id = ${CONCLUDED} AND seq = 2`),
  },
  {
    what: 'the last event is deleted',
    noticedBy: ['event-anchors', 'append-only', 'state-heads'],
    statements: onEvents(`DELETE FROM events WHERE ${LAST_OF_CONCLUDED}`),
  },
  {
    what: 'a byte of a stored event is changed',
    noticedBy: ['event-chain', 'append-only'],
    statements: onEvents(
      `UPDATE events SET body = REPLACE(body, '"at":"2026', '"at":"2025') WHERE stream_id = ${CONCLUDED} AND seq = 2`,
    ),
  },
  {
    what: 'a column of an event says something else than its body',
    noticedBy: ['event-chain', 'append-only'],
    statements: onEvents(`UPDATE events SET type = 'campaign.other' WHERE stream_id = ${CONCLUDED} AND seq = 2`),
  },
  {
    what: 'a stored command is given other facts',
    noticedBy: ['event-chain', 'append-only', 'replay-equals-state'],
    statements: onEvents(
      `UPDATE events SET body = REPLACE(body, '"openPledgeCount":0', '"openPledgeCount":1')
       WHERE stream_id = ${CONCLUDED} AND type = 'campaign.conclude'`,
    ),
  },
  {
    what: 'the text of a reason is written into an event',
    noticedBy: ['event-chain', 'append-only', 'no-private-text'],
    statements: onEvents(
      `UPDATE events SET body = REPLACE(body, (SELECT commitment FROM private_texts WHERE stream_id = ${CANCELLED}),
         (SELECT text FROM private_texts WHERE stream_id = ${CANCELLED}))
       WHERE stream_id = ${CANCELLED} AND type = 'campaign.cancel'`,
    ),
  },
  {
    what: 'a text that nobody committed to is written into an event',
    noticedBy: ['event-chain', 'append-only', 'no-private-text'],
    statements: onEvents(
      `UPDATE events SET body = REPLACE(body, (SELECT commitment FROM private_texts WHERE stream_id = ${CANCELLED}), 'vì thế')
       WHERE stream_id = ${CANCELLED} AND type = 'campaign.cancel'`,
    ),
  },
  {
    what: 'a whole register is deleted from the log',
    noticedBy: ['event-anchors', 'append-only', 'answers-have-events'],
    statements: onEvents('DELETE FROM events WHERE stream_id = (SELECT MAX(id) FROM units)'),
  },
  {
    what: 'a state row names another event as its last',
    noticedBy: ['state-heads'],
    statements: on(`UPDATE campaigns SET event_hash = '${'0'.repeat(64)}' WHERE id = ${CONCLUDED}`),
  },
  {
    what: 'a state row is deleted',
    noticedBy: ['state-heads', 'deadlines-match'],
    statements: on(`DELETE FROM campaigns WHERE id = ${REGISTERING}`),
  },
  {
    what: 'a state row is written past the runner',
    noticedBy: ['versions-count-commands'],
    statements: on(`UPDATE campaigns SET version = version + 1 WHERE id = ${CONCLUDED}`),
  },
  {
    what: 'a snapshot is changed',
    noticedBy: ['replay-equals-state', 'deadlines-match'],
    statements: on(
      `UPDATE campaigns SET snapshot = REPLACE(snapshot, '"endsOn":"2026-12-31"', '"endsOn":"2027-12-31"')
       WHERE id = ${REGISTERING}`,
    ),
  },
  {
    what: 'the state beside the snapshot is changed',
    noticedBy: ['replay-equals-state'],
    statements: on(`UPDATE campaigns SET state = 'cancelled' WHERE id = ${CONCLUDED}`),
  },
  {
    what: 'an instance that runs is called done',
    noticedBy: ['replay-equals-state'],
    statements: on(`UPDATE campaigns SET status = 'done' WHERE id = ${REGISTERING}`),
  },
  {
    what: 'a definition was changed without a new version',
    noticedBy: ['definitions-known'],
    statements: on(`UPDATE campaigns SET definition_hash = 'other' WHERE id = ${CONCLUDED}`),
  },
  {
    what: 'an instance runs on a version that this build does not know',
    noticedBy: ['definitions-known', 'replay-equals-state'],
    statements: on(`UPDATE campaigns SET definition = 'campaign@9' WHERE id = ${CONCLUDED}`),
  },
  {
    what: 'a deadline ends a day early',
    noticedBy: ['deadlines-match'],
    statements: on(
      `UPDATE deadlines SET due_at = '2026-12-30T17:00:00.000Z'
       WHERE stream_id = ${REGISTERING} AND deadline_key = 'periodEnds'`,
    ),
  },
  {
    what: 'a deadline is deleted',
    noticedBy: ['deadlines-match'],
    statements: on(
      "DELETE FROM deadlines WHERE id = (SELECT MIN(id) FROM deadlines WHERE kind = 'campaign.periodEnds')",
    ),
  },
  {
    what: 'a deadline that was dropped is armed again',
    noticedBy: ['deadlines-match'],
    statements: on("UPDATE deadlines SET status = 'armed' WHERE status = 'dropped'"),
  },
  {
    what: 'a command was acknowledged and lost',
    noticedBy: ['answers-have-events'],
    statements: (dialect) => [
      `INSERT INTO processed_messages (consumer, message_id, request_hash, result, created_at)
       SELECT consumer, ${dialect === 'postgres' ? "'lost'::text" : "'lost'"}, request_hash, result, created_at
       FROM processed_messages WHERE consumer LIKE 'actor:%' ORDER BY message_id LIMIT 1`,
    ],
  },
  {
    what: 'a job was given up',
    noticedBy: ['outbox-moves'],
    statements: on("UPDATE outbox SET dead_at = '2026-11-13T08:00:00.000Z', done_at = NULL"),
  },
  {
    what: 'an occurrence is called told and nobody was',
    noticedBy: ['occurrences-settled'],
    statements: on('DELETE FROM deliveries'),
  },
  {
    what: 'an occurrence was skipped without a reason',
    noticedBy: ['occurrences-settled'],
    statements: on("UPDATE occurrences SET status = 'skipped', note = NULL"),
  },
  {
    what: 'an occurrence was handed over and its job is gone',
    noticedBy: ['occurrences-settled'],
    statements: on("UPDATE occurrences SET status = 'queued' WHERE status = 'told'"),
  },
  {
    what: 'a moment of a deadline is there twice',
    noticedBy: ['occurrences-settled'],
    statements: on(...withoutConstraints('occurrences'), 'INSERT INTO occurrences SELECT * FROM occurrences'),
  },
  {
    what: 'somebody was told twice',
    noticedBy: ['deliveries-once'],
    statements: on(...withoutConstraints('deliveries'), 'INSERT INTO deliveries SELECT * FROM deliveries'),
  },
  {
    what: 'a measure of a plan is deleted',
    noticedBy: ['campaign-plan-rows', 'tally-equals-fold'],
    statements: on(`DELETE FROM campaign_measures WHERE campaign_id = ${CONCLUDED} AND code = '2.1'`),
  },
  {
    what: 'a unit of a plan is deleted',
    noticedBy: ['campaign-plan-rows'],
    statements: on(`DELETE FROM campaign_units WHERE campaign_id = ${REGISTERING}`),
  },
  {
    what: 'a campaign is its own parent',
    noticedBy: ['campaign-running-rows'],
    statements: on(`UPDATE campaigns SET parent_id = id WHERE id = ${CONCLUDED}`),
  },
  {
    what: 'the rules that campaigns pinned are changed',
    noticedBy: ['campaign-kept-releases'],
    statements: on(`UPDATE pinned_releases SET rules = replace(rules, '"R2"', '"R1"')`),
  },
  {
    what: 'a number of a tally is changed',
    noticedBy: ['tally-equals-fold'],
    statements: on('UPDATE tally_results SET count = count + 1'),
  },
];
