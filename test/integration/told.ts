import type { Rig } from './background-rig';

/** What was told, in words: offset and state of each occurrence of the present deadlines. */
export async function occurrences(rig: Rig): Promise<readonly string[]> {
  const rows = await rig.rows<{ offset: number; status: string; note: string | null }>(
    `SELECT offset_days AS "offset", status, note FROM occurrences ORDER BY generation, offset_days`,
  );
  return rows.map(({ offset, status, note }) => [String(offset), status, ...(note ? [note] : [])].join(' '));
}

/** What a user was told in Vietnamese, in order. */
export async function noticesTo(rig: Rig, userId: string): Promise<readonly string[]> {
  const rows = await rig.rows<{ vi: string }>(
    'SELECT message_vi AS vi FROM notices WHERE user_id = ? ORDER BY created_at, id',
    [userId],
  );
  return rows.map(({ vi }) => vi);
}
