import { Injectable } from '@nestjs/common';
import { printedCode, signingLines, type DecisionContext } from '../../../workflows/decision';
import { localDateOf, type Label, type LocalDate, type Snapshot } from '../../../workflows/kernel';
import { coveredBy, type Scope } from '../../platform/auth/scope';
import { Clock } from '../../platform/clock/clock.port';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { allOf } from '../../platform/http/pages/conditions';
import { PrivateTexts, ReadDatabase } from '../../platform/persistence';
import { RulebooksService } from '../../rulebooks';
import { UnitDirectory } from '../../units';
import { readCorrections, readLines, readPaper } from './decision-documents.repository';
import { readSigner } from './decision-papers.repository';
import { DecisionPrinting } from './decision-printing.service';
import { annexesOf, totalOf, type AnnexLine } from './document-annexes';
import type { DecisionDocumentResponse } from './dto/decision-document.response';
import { amountDue, type PrizePrinted } from './prize-printed';

type Head = Pick<DecisionDocumentResponse, 'authorityName' | 'signerName' | 'verificationCode'>;
type Texts = ReadonlyMap<string, string | null>;

interface Content extends Head {
  readonly isPrinted: boolean;
  readonly lines: readonly AnnexLine[];
  readonly corrections: DecisionDocumentResponse['corrections'];
}

/** Everything that a printed decision says. Reads only; cut to the scope of whoever asks. */
@Injectable()
export class DecisionDocuments {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly texts: PrivateTexts,
    private readonly units: UnitDirectory,
    private readonly rulebooks: RulebooksService,
    private readonly printing: DecisionPrinting,
  ) {}

  /** The paper as issued and corrected, or as it would be issued today. Throws NotFoundError, also out of scope. */
  async of(scope: Scope, id: string): Promise<DecisionDocumentResponse> {
    const { context, state } = await this.snapshotOf(scope, id);
    const { number, issuedOn, signing } = context;
    const on = issuedOn ?? localDateOf(this.clock.now());
    const { isPrinted, lines, corrections, ...head } = (await this.printed(id)) ?? (await this.live(id, context, on));
    return {
      ...{ id, isPrinted, state, ...head, issuedOn },
      number: number && `${number.number}/${number.symbol}`,
      signingLines: signing ? signingLines(signing) : [],
      caseCount: lines.length,
      total: totalOf(lines),
      annexes: annexesOf(lines, (tier) => this.nameOf(tier, on)),
      corrections,
    };
  }

  private async snapshotOf(scope: Scope, id: string): Promise<Snapshot<DecisionContext>> {
    const condition = allOf([{ sql: 'id = ?', params: [id] }, coveredBy(scope, 'unit_path')]);
    const [row] = await this.reads.rows<{ snapshot: string }>(
      `SELECT snapshot FROM decisions WHERE ${condition.sql}`,
      condition.params,
    );
    if (!row) throw new NotFoundError('decision', id);
    return JSON.parse(row.snapshot) as Snapshot<DecisionContext>;
  }

  private async printed(id: string): Promise<Content | undefined> {
    const paper = await readPaper(this.reads, id);
    if (!paper) return undefined;
    const lines = await readLines(this.reads, id);
    const corrections = await readCorrections(this.reads, id);
    const commitments = [paper.signerName, ...lines.map(({ name }) => name), ...corrections.flatMap(commitmentsOf)];
    const texts = await this.texts.readTexts(this.reads, commitments);
    return {
      isPrinted: true,
      authorityName: paper.authorityName,
      signerName: textOf(texts, paper.signerName),
      verificationCode: printedCode(paper.code),
      lines: lines.map(({ name, prize, code, state, ...line }) => ({
        ...line,
        name: textOf(texts, name),
        prize: prize === null ? null : (JSON.parse(prize) as PrizePrinted),
        verificationCode: printedCode(code),
        isRevoked: state === 'revoked',
      })),
      corrections: corrections.map(({ formerly, shouldRead, ...correction }) => ({
        ...correction,
        formerly: textOf(texts, formerly),
        shouldRead: textOf(texts, shouldRead),
      })),
    };
  }

  private async live(id: string, { authorityUnitId, signing }: DecisionContext, on: LocalDate): Promise<Content> {
    const lines = await this.printing.linesOn(this.reads, id, on);
    const authority = (await this.units.byIds(this.reads, [authorityUnitId])).get(authorityUnitId);
    const signer = signing && (await readSigner(this.reads, signing.signerUserId));
    return {
      ...{ isPrinted: false, authorityName: authority?.name ?? '', signerName: signer?.name ?? null },
      verificationCode: null,
      lines: lines.map(({ caseId, tier, subjectKind, unitName, name, prize }) => ({
        ...{ caseId, tier, subjectKind, unitName, name, prize, amount: amountDue(prize) },
        ...{ verificationCode: null, isRevoked: false },
      })),
      corrections: [],
    };
  }

  /** The legal name on that day; the code of a tier that the rules of the day do not have. */
  private nameOf(tier: string, on: LocalDate): Label {
    return this.rulebooks.tier(on, tier)?.name ?? { vi: tier, en: tier };
  }
}

function textOf(texts: Texts, commitment: string | null): string | null {
  return commitment === null ? null : (texts.get(commitment) ?? null);
}

function commitmentsOf({ formerly, shouldRead }: { formerly: string | null; shouldRead: string }): readonly string[] {
  return formerly === null ? [shouldRead] : [formerly, shouldRead];
}
