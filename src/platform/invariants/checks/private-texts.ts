import { placeholders } from '../../persistence/placeholders';
import type { StoredEvent } from '../../persistence/event-log';
import type { RowReader } from '../../persistence/unit-of-work.port';
import type { Invariant, Violation } from '../invariant';
import { scan } from '../scan';
import { eventsOf, grouped, streamPagesOf } from '../stored-instances';

/** Fields of a command that hold a commitment, never a text: `reason`, `reason:20.2` for one of many. */
const COMMITTED_FIELD = /^(?:reason|comment|signer)(?::|$)/;

/** Only a body in which such a name occurs need be parsed. */
const NAMES_COMMITTED_FIELD = /"(?:reason|comment|signer)[":]/;

/** Empty for a text that was empty. */
const COMMITMENT = /^(?:[0-9a-f]{64})?$/;

/** Shorter texts than this also occur in events by chance, as the name of a state or a kind. */
const TELLING_LENGTH = 12;

interface StoredBody {
  readonly kind: string;
  readonly data: { readonly input?: object };
}

/** Events hold commitments to free texts, not the texts: these can be erased. */
export const noPrivateText: Invariant = {
  name: 'no-private-text',
  promise: 9,
  describe: {
    vi: 'Sự kiện chỉ giữ mã cam kết của văn bản tự do, không giữ chính văn bản.',
    en: 'Events hold commitments to free texts, never the texts themselves.',
  },
  check: (context) =>
    scan(context, {
      page: streamPagesOf(context.reads),
      judge: (ids) => tellingStreams(context.reads, ids),
    }),
};

async function tellingStreams(reads: RowReader, ids: readonly string[]): Promise<readonly Violation[]> {
  const texts = grouped(await textsOf(reads, ids), ({ streamId }) => streamId);
  const streams = await eventsOf(reads, ids);
  return [...streams].flatMap(([id, events]) => {
    const apart = (texts.get(id) ?? []).map(({ text }) => JSON.stringify(text).slice(1, -1));
    return events.flatMap((event) => {
      const message = whatItTells(event, apart);
      return message === undefined ? [] : [{ subject: `stream ${id}`, message: `event ${event.seq} ${message}` }];
    });
  });
}

function textsOf(reads: RowReader, ids: readonly string[]): Promise<{ streamId: string; text: string }[]> {
  return reads.rows(
    `SELECT stream_id AS "streamId", text FROM private_texts
     WHERE stream_id IN ${placeholders(ids.length)} AND LENGTH(text) >= ${TELLING_LENGTH}`,
    ids,
  );
}

/** Never the text itself: a report goes to more people than the text did. */
function whatItTells({ body }: StoredEvent, texts: readonly string[]): string | undefined {
  if (texts.some((text) => body.includes(text))) return 'holds a text that is kept apart';
  if (!NAMES_COMMITTED_FIELD.test(body)) return undefined;
  const field = fieldWithText(parsed(body));
  return field === undefined ? undefined : `holds something else than a commitment as its ${field}`;
}

/** Undefined for a body that is no JSON, which is for the check of the chain to say. */
function parsed(body: string): StoredBody | undefined {
  try {
    return JSON.parse(body) as StoredBody;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The first field of what was asked that must hold a commitment and holds a text. */
function fieldWithText(body: StoredBody | undefined): string | undefined {
  if (body?.kind !== 'command') return undefined;
  // Of a machine the input stands apart from the facts; of a register it is all there is.
  const [found] =
    Object.entries(body.data.input ?? body.data).find(
      ([name, value]) => COMMITTED_FIELD.test(name) && typeof value === 'string' && !COMMITMENT.test(value),
    ) ?? [];
  return found;
}
