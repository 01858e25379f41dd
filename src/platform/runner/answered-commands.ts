import { canonicalJson, type Instant } from '../../../workflows/kernel';
import { sha256 } from '../crypto/sha256';
import { AppError } from '../errors/app-error';
import {
  findProcessed,
  findProcessedAmong,
  insertProcessed,
  insertProcessedMany,
} from '../persistence/processed-messages';
import type { Tx } from '../persistence/unit-of-work.port';
import { Undo } from './attempt';
import type { CommandAccepted } from './command-result';
import type { CommandRequest } from './command-request';

/** The same idempotency key came with another command: the client has mixed up its keys. */
export class KeyReusedError extends AppError {
  constructor(commandId: string) {
    super('PLATFORM.IDEMPOTENCY_KEY_REUSED', 'This idempotency key was used for another command before', { commandId });
  }
}

/** Keys belong to the actor: two people may use the same one. */
function consumerOf(request: CommandRequest): string {
  return `actor:${request.actor.id}`;
}

function requestHash(request: CommandRequest): string {
  const { type, instanceId, input, texts } = request;
  return sha256(canonicalJson({ type, instanceId, input, texts: texts ?? {} }));
}

/** The answer that was given to this command id before, if there is one. Throws KeyReusedError. */
export async function answeredBefore(tx: Tx, request: CommandRequest): Promise<CommandAccepted | undefined> {
  const processed = await findProcessed(tx, consumerOf(request), request.commandId);
  if (!processed) return undefined;
  if (processed.requestHash !== requestHash(request)) throw new KeyReusedError(request.commandId);
  return { ...(processed.result as CommandAccepted), isRepeat: true };
}

/**
 * Gives a command the answer that it got before, or has it decided. A twin of the command may be accepted between the two,
 * and what it did may be why this one is refused: then its answer is this one's too.
 */
export async function answerOnce(
  tx: Tx,
  request: CommandRequest,
  decideNow: () => Promise<CommandAccepted>,
): Promise<CommandAccepted> {
  const before = await answeredBefore(tx, request);
  if (before) return before;
  try {
    return await decideNow();
  } catch (error) {
    const twin = error instanceof Undo ? await answeredBefore(tx, request) : undefined;
    throw twin ? new Undo(twin) : error;
  }
}

/** Keeps an acceptance under the command id, in the unit of work of the command. Refusals are not kept. */
export async function keepAnswer(tx: Tx, request: CommandRequest, answer: CommandAccepted, at: Instant): Promise<void> {
  await insertProcessed(tx, {
    consumer: consumerOf(request),
    messageId: request.commandId,
    requestHash: requestHash(request),
    result: answer,
    createdAt: at,
  });
}

/** The answers given before among many command ids of one actor, by command id. Throws KeyReusedError. */
export async function answeredAmong(
  tx: Tx,
  requests: readonly CommandRequest[],
): Promise<ReadonlyMap<string, CommandAccepted>> {
  const [first] = requests;
  if (!first) return new Map();
  const byId = new Map(requests.map((request) => [request.commandId, request]));
  const processed = await findProcessedAmong(tx, consumerOf(first), [...byId.keys()]);
  return new Map(
    [...processed].map(([commandId, { requestHash: hash, result }]) => {
      const request = byId.get(commandId);
      if (!request || hash !== requestHash(request)) throw new KeyReusedError(commandId);
      return [commandId, { ...(result as CommandAccepted), isRepeat: true }];
    }),
  );
}

/** Keeps many acceptances at once. */
export async function keepAnswers(
  tx: Tx,
  answers: readonly { readonly request: CommandRequest; readonly answer: CommandAccepted }[],
  at: Instant,
): Promise<void> {
  await insertProcessedMany(
    tx,
    answers.map(({ request, answer }) => ({
      consumer: consumerOf(request),
      messageId: request.commandId,
      requestHash: requestHash(request),
      result: answer,
      createdAt: at,
    })),
  );
}
