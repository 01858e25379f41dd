import type { RowReader } from '../platform/persistence';

/** What a piece is called; undefined when there is none with this id. */
export async function readPieceName(rows: RowReader, id: string): Promise<string | undefined> {
  const [found] = await rows.rows<{ content: string }>('SELECT content FROM publicity_pieces WHERE id = ?', [id]);
  return found?.content;
}
