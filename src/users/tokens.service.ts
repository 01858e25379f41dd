import { Injectable, type OnModuleInit } from '@nestjs/common';
import { endOfDay, localDateOf, type LocalDate } from '../../workflows/kernel';
import { sha256 } from '../platform/crypto/sha256';
import { ConcurrencyError } from '../platform/errors/platform.errors';
import { derivedId } from '../platform/ids/derived-id';
import { Randomness } from '../platform/ids/ids.port';
import { ReadDatabase } from '../platform/persistence';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandRequest } from '../platform/runner/command-request';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../platform/runner/feature-commands';
import { RegisterRunner } from '../platform/runner/register-runner';
import { KEEPERS } from '../platform/auth/permission';
import { refusalsWhen } from '../platform/runner/refusals';
import type { RevokeTokenRequest } from './dto/revoke-token.request';
import { insertToken, revokeToken } from './tokens.repository';
import { UserAuthority } from './user-authority';
import { tokenForms } from './user-forms';
import { USER_REFUSALS } from './users.errors';
import { isDisabled, lockUser } from './users.repository';

/** Nobody guesses 256 bits. */
const TOKEN_BYTES = 32;

/** Lets scanners find a token that was left lying about. */
const TOKEN_PREFIX = 'thidua_';

/** Asks for a new token of a user. */
export interface TokenRequest extends Pick<CommandRequest, 'actor' | 'commandId'> {
  readonly userId: string;
  /** Last day, included; absent for a token without an end. */
  readonly expiresOn?: LocalDate | undefined;
}

/** What came of asking for a token. */
export interface IssuedToken {
  readonly result: CommandResult;
  readonly tokenId: string;
  /** The token itself, shown this once; null when the command was not accepted or is a repeat: nobody knows it any more. */
  readonly token: string | null;
}

/** Commands on the bearer tokens of users. */
@Injectable()
export class TokensService implements FeatureCommands, OnModuleInit {
  readonly forms = tokenForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly authority: UserAuthority,
    private readonly randomness: Randomness,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when the user does not exist. */
  execute(command: FeatureCommand): Promise<CommandResult> {
    if (command.type === 'user.revokeToken') return this.revoke(command, command.input as RevokeTokenRequest);
    throw new Error(`${command.type} is no command on tokens`);
  }

  /**
   * Issues a token. The database keeps its hash, the answer kept for a repeat neither: sent again, the command tells
   * that the token was issued and cannot be shown again. Throws NotFoundError when the user does not exist.
   */
  async issue({ actor, commandId, userId, expiresOn }: TokenRequest): Promise<IssuedToken> {
    const tokenId = derivedId('token', actor.id, commandId);
    const token = `${TOKEN_PREFIX}${this.randomness.bytes(TOKEN_BYTES).toString('base64url')}`;
    const unitPath = await this.authority.pathOver(this.reads, userId);
    const input = expiresOn === undefined ? { tokenId } : { tokenId, expiresOn };
    const request = { actor, commandId, type: 'user.issueToken', instanceId: userId, input };
    const result = await this.registers.change(
      { ...request, kind: 'user', permissions: KEEPERS, unitPath },
      async ({ tx, at }) => {
        await lockUser(tx, userId);
        // A seat given meanwhile may have put the account out of the caller's reach.
        if ((await this.authority.pathOver(tx, userId)) !== unitPath) throw new ConcurrencyError(`user ${userId}`);
        const expiresAt = expiresOn === undefined ? null : endOfDay(expiresOn);
        await insertToken(tx, { id: tokenId, userId, tokenHash: sha256(token), createdAt: at, expiresAt });
        return [
          ...(await this.authority.reasonsAgainst(tx, actor, userId)),
          ...refusalsWhen(
            [(await isDisabled(tx, userId)) === true, USER_REFUSALS.disabled],
            [expiresOn !== undefined && expiresOn < localDateOf(at), USER_REFUSALS.alreadyOver],
          ),
        ];
      },
    );
    const isNew = result.outcome === 'accepted' && !result.isRepeat;
    return { result, tokenId, token: isNew ? token : null };
  }

  private async revoke(command: FeatureCommand, { tokenId }: RevokeTokenRequest): Promise<CommandResult> {
    const id = command.instanceId ?? '';
    const unitPath = await this.authority.pathOver(this.reads, id);
    const request = { ...command, instanceId: id, kind: 'user', permissions: KEEPERS, unitPath };
    return this.registers.change(request, async ({ tx, at }) => {
      await lockUser(tx, id);
      const isRevoked = await revokeToken(tx, id, tokenId, at);
      return refusalsWhen([!isRevoked, USER_REFUSALS.unknownToken]);
    });
  }
}
