import type { Rulebook } from '../../workflows/rulebook';
import { decimal, fractionText, localDate, parseFraction, type FractionText } from '../../workflows/kernel';
import { flag, listOf, object, oneOf, orElse, orNull, parsed, text, whole } from './shape';

/** What every row carries: a rule without a citation is not shipped. */
export const cited = {
  citation: text,
  status: oneOf('verified', 'secondary', 'unverified'),
  councilChoice: orElse(flag, false),
};

const level = oneOf('state', 'province', 'district', 'commune', 'unit');

/** As written, so that an article's 4/5 stays one; but it must be a fraction and no decimal. */
const share = parsed((given): FractionText => {
  fractionText(parseFraction(given));
  return given as FractionText;
});
const threshold = object({ fraction: share, comparator: oneOf('atLeast', 'moreThan') });

const deciders = object({ ...cited, levels: listOf(level) });
const route = object({
  ...cited,
  council: oneOf('none', 'standingCommittee', 'fullCouncil', 'writtenRound'),
  publicity: flag,
  simple: flag,
  consultations: orElse(listOf(oneOf('publicComment', 'partyOpinion', 'agencyOpinion')), null),
  processingDays: orElse(whole, null),
});
const vote = object({
  ...cited,
  ballot: oneOf('secret', 'open', 'unspecified'),
  base: oneOf('allMembers', 'presentMembers', 'validBallots'),
  threshold,
  absent: oneOf('writtenOpinion', 'notInFavour'),
});
const quorum = object({ ...cited, threshold });
const conflict = object({ ...cited, ownUnit: flag, effect: oneOf('baseShrinks', 'notInFavour') });
const prize = object({ ...cited, coefficient: parsed(decimal) });

const tier = object({
  ...cited,
  code: parsed((given) => {
    if (!/^[A-Z][A-Z0-9_]{1,31}$/.test(given)) throw new RangeError(`"${given}" is not a code like BK_TINH`);
    return given;
  }),
  name: object({ vi: text, en: text }),
  aliases: orElse(listOf(text), []),
  family: oneOf('state', 'party'),
  kind: oneOf('title', 'form'),
  level,
  rank: orElse(whole, null),
  subjects: listOf(oneOf('person', 'collective', 'household')),
  deciders: orElse(deciders, null),
  route: orElse(route, null),
  vote: orElse(vote, null),
  quorum: orElse(quorum, null),
  prize: orElse(prize, null),
});

const head = {
  ...cited,
  kind: oneOf('rulebook'),
  id: text,
  regime: parsed((given) => {
    if (!/^R\d+$/.test(given)) throw new RangeError(`"${given}" is not a regime like R2`);
    return given;
  }),
  effectiveFrom: parsed(localDate),
  effectiveTo: orNull(parsed(localDate)),
  document: text,
};

/** A rulebook with rules of its own. */
export const rulebookFile = object({
  ...head,
  council: object({ route, vote, quorum, conflict }),
  multipliers: object({ ...cited, collective: orNull(parsed(decimal)), household: orNull(parsed(decimal)) }),
  rounding: object({ ...cited, upTo: whole }),
  roundingOrder: object({ ...cited, roundBeforeMultiplier: flag }),
  freeze: orElse(object(cited), null),
  tiers: listOf(tier),
});

/** A rulebook whose text is not known yet and that goes on with the rows of an earlier one. */
export const continuedFile = object({ ...head, continues: text });

/** The rulebook without the key that only the file needs. */
export function rulebookOf({ kind: _, ...rulebook }: ReturnType<typeof rulebookFile>): Rulebook {
  return rulebook;
}
