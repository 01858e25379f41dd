import type { ExampleLinkKind, PublicationChannel } from '../../workflows/example';
import type { RowReader } from '../platform/persistence';

/** Once that an example was made known; `link` is a commitment. */
export interface PublicationRow {
  readonly channel: PublicationChannel;
  readonly outlet: string;
  readonly publishedOn: string;
  readonly link: string;
}

/** The publications of an example in their order. */
export function readPublications(rows: RowReader, exampleId: string): Promise<readonly PublicationRow[]> {
  return rows.rows(
    `SELECT channel, outlet, published_on AS "publishedOn", link FROM example_publications
     WHERE example_id = ? ORDER BY published_on, id`,
    [exampleId],
  );
}

/** What an example is linked with. */
export function readLinks(
  rows: RowReader,
  exampleId: string,
): Promise<readonly { readonly kind: ExampleLinkKind; readonly targetId: string }[]> {
  return rows.rows(
    'SELECT kind, target_id AS "targetId" FROM example_links WHERE example_id = ? ORDER BY kind, target_id',
    [exampleId],
  );
}
