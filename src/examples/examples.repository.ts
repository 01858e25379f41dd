import { exampleAfter, type ExampleCommand, type ExampleConsent, type ExampleState } from '../../workflows/example';
import { canonicalJson, foldText, type Instant, type LocalDate } from '../../workflows/kernel';
import { insertRows, locking, type RowLock, type RowReader, type Tx } from '../platform/persistence';
import type { CorrectExampleRequest, LinkExampleRequest, PublishExampleRequest } from './dto/example.request';
import type { ExampleRecord } from './example';

/** An example; undefined when there is none with this id. */
export async function readExample(rows: RowReader, id: string, lock?: RowLock): Promise<ExampleRecord | undefined> {
  const [found] = await rows.rows<ExampleRecord>(
    `SELECT id, kind, subject_kind AS "subjectKind", subject_id AS "subjectId", unit_id AS "unitId",
       unit_path AS "unitPath", state, consent
     FROM examples WHERE id = ?${locking(rows, lock)}`,
    [id],
  );
  return found;
}

/** Inserts an example at version 1. `account` is the commitment of its text. */
export async function insertExample(
  tx: Tx,
  example: Omit<ExampleRecord, 'state' | 'consent'>,
  details: CorrectExampleRequest,
  account: string,
): Promise<void> {
  const { id, kind, subjectKind, subjectId, unitId, unitPath } = example;
  await insertRows(tx, 'examples', [
    {
      ...{ id, kind, subject_kind: subjectKind, subject_id: subjectId, unit_id: unitId, unit_path: unitPath },
      ...{ ...detailColumns(details), account, state: 'found', consent: 'notAsked', version: 1 },
    },
  ]);
}

/** Replaces what is said of an example. */
export async function correctExample(
  tx: Tx,
  id: string,
  details: CorrectExampleRequest,
  account: string,
): Promise<void> {
  const values = { ...detailColumns(details), account };
  const sets = Object.keys(values).map((name) => `${name} = ?`);
  await tx.change(`UPDATE examples SET ${sets.join(', ')}, version = version + 1 WHERE id = ?`, [
    ...Object.values(values),
    id,
  ]);
}

/** Counts a change of an example and puts it into the state that the command leaves it in. */
export async function moveExample(tx: Tx, { id, state }: ExampleRecord, command: ExampleCommand): Promise<void> {
  await tx.change('UPDATE examples SET state = ?, version = version + 1 WHERE id = ?', [
    exampleAfter(command, state),
    id,
  ]);
}

/** Writes when and why an example was accepted or declined. */
export async function writeReview(tx: Tx, id: string, at: Instant, review: string): Promise<void> {
  await tx.change('UPDATE examples SET reviewed_at = ?, review = ? WHERE id = ?', [at, review, id]);
}

/** Writes when an example was withdrawn, and the commitment of why. */
export async function writeWithdrawal(tx: Tx, id: string, at: Instant, reason: string | null): Promise<void> {
  await tx.change('UPDATE examples SET withdrawn_at = ?, withdrawal = ? WHERE id = ?', [at, reason, id]);
}

/** Writes what those who are named said, and the state after it. */
export async function writeConsent(
  tx: Tx,
  id: string,
  said: { readonly consent: ExampleConsent; readonly on: LocalDate; readonly note: string | null },
  state: ExampleState,
): Promise<void> {
  await tx.change('UPDATE examples SET consent = ?, consent_on = ?, consent_note = ?, state = ? WHERE id = ?', [
    ...[said.consent, said.on, said.note],
    ...[state, id],
  ]);
}

/** Notes a publication; false when the same one is noted already. */
export async function insertPublication(
  tx: Tx,
  { id, exampleId, link }: { readonly id: string; readonly exampleId: string; readonly link: string },
  { channel, outlet, publishedOn }: PublishExampleRequest,
): Promise<boolean> {
  const inserted = await tx.change(
    `INSERT INTO example_publications (id, example_id, channel, outlet, outlet_folded, published_on, link)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (example_id, channel, outlet_folded, published_on) DO NOTHING`,
    [id, exampleId, channel, outlet, foldText(outlet), publishedOn, link],
  );
  return inserted === 1;
}

/** Links an example with something; false when it is linked with it already. */
export async function insertLink(tx: Tx, exampleId: string, { kind, targetId }: LinkExampleRequest): Promise<boolean> {
  const inserted = await tx.change(
    'INSERT INTO example_links (example_id, kind, target_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    [exampleId, kind, targetId],
  );
  return inserted === 1;
}

/** Removes a link; false when there is none. */
export async function deleteLink(tx: Tx, exampleId: string, { kind, targetId }: LinkExampleRequest): Promise<boolean> {
  const sql = 'DELETE FROM example_links WHERE example_id = ? AND kind = ? AND target_id = ?';
  return (await tx.change(sql, [exampleId, kind, targetId])) === 1;
}

/** With how much an example is linked. */
export async function countLinks(rows: RowReader, exampleId: string): Promise<number> {
  const [counted] = await rows.rows<{ count: number }>(
    'SELECT CAST(COUNT(*) AS INTEGER) AS count FROM example_links WHERE example_id = ?',
    [exampleId],
  );
  return counted?.count ?? 0;
}

function detailColumns({
  title,
  field,
  foundOn,
  campaignId,
  evidence,
}: CorrectExampleRequest): Readonly<Record<string, string | number | null>> {
  return {
    title,
    title_folded: foldText(title),
    field,
    campaign_id: campaignId ?? null,
    found_on: foundOn,
    found_year: Number(foundOn.slice(0, 4)),
    evidence: canonicalJson(evidence ?? []),
  };
}
