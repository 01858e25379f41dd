/**
 * In what capacity a paper is signed: by the head of the authority in person, on behalf of a collective body (TM.), by a
 * deputy in place of the head (KT.), by order (TL.) or by authority given in writing (TUQ.). Decree 30/2020/NĐ-CP puts
 * these marks before the signer's post.
 */
export const SIGNING_CAPACITIES = ['self', 'onBehalf', 'deputyFor', 'byOrder', 'byAuthority'] as const;

export type SigningCapacity = (typeof SIGNING_CAPACITIES)[number];

/** Who signed, in what capacity and holding which post. */
export interface Signing {
  readonly capacity: SigningCapacity;
  /** Id of the user who signed. */
  readonly signerUserId: string;
  /** The signer's post, `Phó Chủ tịch`; never a name. */
  readonly title: string;
  /** The post or the body that the signer stands for, `Chủ tịch`, `Ủy ban nhân dân`; null for who signs as the head. */
  readonly principal: string | null;
}

const MARKS: Readonly<Record<SigningCapacity, string | null>> = {
  self: null,
  onBehalf: 'TM.',
  deputyFor: 'KT.',
  byOrder: 'TL.',
  byAuthority: 'TUQ.',
};

/** The lines above the signature as the paper prints them: `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`. */
export function signingLines({ capacity, title, principal }: Signing): readonly string[] {
  const mark = MARKS[capacity];
  const lines = mark === null ? [title] : [`${mark} ${principal ?? ''}`, title];
  return lines.map((line) => line.trim().toUpperCase());
}
