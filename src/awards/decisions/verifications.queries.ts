import { Injectable } from '@nestjs/common';
import { printedCode, verificationCode } from '../../../workflows/decision';
import { localDate, type Label } from '../../../workflows/kernel';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { PrivateTexts, ReadDatabase } from '../../platform/persistence';
import { RulebooksService } from '../../rulebooks';
import type { Standing, VerificationResponse } from './dto/verification.response';

interface CodeRow {
  readonly number: string;
  readonly symbol: string;
  readonly issuedOn: string;
  readonly authorityName: string;
  readonly decisionState: string;
  readonly isCorrected: number;
  /** Null for the code of the whole paper, as all that follows. */
  readonly tier: string | null;
  readonly name: string | null;
  readonly caseState: string | null;
  /** 1 when the case rests on this decision. */
  readonly isDecidedHere: number;
}

const HEAD = `d.number, d.symbol, d.issued_on AS "issuedOn", h.authority_name AS "authorityName",
  d.state AS "decisionState"`;

/**
 * Answers anybody who holds a code what it was given for: what the public decision says and whether it stands, nothing
 * else. Without a scope, since the code is what opens it; there is no list.
 */
@Injectable()
export class VerificationsQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly texts: PrivateTexts,
    private readonly rulebooks: RulebooksService,
  ) {}

  /** Throws NotFoundError for a code that was never given and for what cannot be one alike. */
  async one(typed: string): Promise<VerificationResponse> {
    const code = verificationCode(typed);
    const row = code === undefined ? undefined : ((await this.ofCase(code)) ?? (await this.ofPaper(code)));
    if (code === undefined || !row) throw new NotFoundError('verification', typed);
    const { tier, name, number, symbol, issuedOn, authorityName } = row;
    const texts = name === null ? undefined : await this.texts.readTexts(this.reads, [name]);
    return {
      code: printedCode(code),
      kind: tier === null ? 'decision' : 'award',
      title: tier === null ? null : this.titleOf(tier, issuedOn),
      subjectName: name === null ? null : (texts?.get(name) ?? null),
      ...{ number: `${number}/${symbol}`, issuedOn, authorityName, standing: standingOf(row) },
    };
  }

  private async ofCase(code: string): Promise<CodeRow | undefined> {
    const [row] = await this.reads.rows<CodeRow>(
      `SELECT ${HEAD}, c.tier, COALESCE(p.corrected_name, p.name) AS name, c.state AS "caseState",
         CASE WHEN c.decision_id = d.id THEN 1 ELSE 0 END AS "isDecidedHere",
         CASE WHEN EXISTS (SELECT 1 FROM decision_corrections k WHERE k.decision_id = d.id AND k.case_id = c.id)
           THEN 1 ELSE 0 END AS "isCorrected"
       FROM decision_prints p JOIN decisions d ON d.id = p.decision_id JOIN award_cases c ON c.id = p.case_id
         JOIN decision_papers h ON h.decision_id = d.id WHERE p.code = ?`,
      [code],
    );
    return row;
  }

  private async ofPaper(code: string): Promise<CodeRow | undefined> {
    const [row] = await this.reads.rows<CodeRow>(
      `SELECT ${HEAD}, NULL AS tier, NULL AS name, NULL AS "caseState", 0 AS "isDecidedHere",
         CASE WHEN d.state = 'corrected' THEN 1 ELSE 0 END AS "isCorrected"
       FROM decision_papers h JOIN decisions d ON d.id = h.decision_id WHERE h.code = ?`,
      [code],
    );
    return row;
  }

  private titleOf(tier: string, issuedOn: string): Label {
    return this.rulebooks.tier(localDate(issuedOn), tier)?.name ?? { vi: tier, en: tier };
  }
}

function standingOf({ decisionState, caseState, isDecidedHere, isCorrected }: CodeRow): Standing {
  if (decisionState === 'revoked' || caseState === 'revoked') return 'revoked';
  if (caseState !== null && isDecidedHere === 0) return 'notGranted';
  return isCorrected === 1 ? 'corrected' : 'stands';
}
