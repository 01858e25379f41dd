import { decimal, localDate } from '../../workflows/kernel';
import type { Delegation, Rulebook } from '../../workflows/rulebook';
import { checklist, counting, procedure, term } from './dossier-file';
import { cited, code, label, mapOf, share, someOf, subjectKind } from './row-shapes';
import { flag, listOf, object, oneOf, orElse, orNull, parsed, text, whole, type Shape } from './shape';
import { ruleBeside } from './standard-file';
import { quorum, rounding, route, tier, vote } from './tier-file';

export { cited };

/** Members with a conflict of interest. */
export const conflict = object({ ...cited, ownUnit: flag, effect: oneOf('baseShrinks', 'notInFavour') });

const stackingWord = oneOf('highestOnly', 'each');
const stacking = object({
  ...cited,
  titlesOfOnePeriod: stackingWord,
  titlesOfOtherPeriods: stackingWord,
  forms: stackingWord,
  titleAndForm: stackingWord,
});

const ratingQuota = object({
  ...cited,
  rating: oneOf('excellent'),
  share,
  of: oneOf('good'),
  scope: oneOf('unit', 'group'),
  rounding: orElse(rounding, 'floor' as const),
  subjects: subjectKind,
  from: orElse(parsed(localDate), null),
});

const commendation = oneOf('merit', 'sudden', 'thematic', 'longService', 'yearsOfService', 'foreignRelations');

/** What holds for every tier. */
export const commonRow: Shape<NonNullable<Rulebook['common']>[number]> = (given, path, problems) =>
  object({
    ...cited,
    name: text,
    commendations: orElse(listOf(commendation), []),
    subjects: orElse(listOf(subjectKind), []),
    rule: ruleBeside(given),
  })(given, path, problems);

/** Whose own rules and delegations there can be below the nation. */
export const layerLevel = oneOf('sector', 'province', 'commune', 'unit');

const transition = object({
  ...cited,
  until: parsed(localDate),
  under: text,
  unlessLayerOf: listOf(layerLevel),
  exceptFor: orElse(listOf(text), []),
});

/** One article often delegates several places: they stand together in the file, each is a row of the rulebook. */
export const delegation = object({
  ...cited,
  paths: orElse(listOf(text), []),
  /** Rows of several tiers: each `tiers.CODE.row`. */
  tiers: orElse(listOf(code), []),
  rows: orElse(listOf(text), []),
  to: listOf(layerLevel),
});

/** The rows of the rulebook, one for each place. */
export function delegationsOf(given: readonly ReturnType<typeof delegation>[]): readonly Delegation[] {
  return given.flatMap(({ paths, tiers, rows, ...delegated }) => {
    const ofTiers = tiers.flatMap((tierCode) => rows.map((row) => `tiers.${tierCode}.${row}`));
    return [...paths, ...ofTiers].map((path) => ({ ...delegated, path }));
  });
}

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
  commendations: orElse(listOf(object({ ...cited, code: commendation, name: label })), []),
  common: orElse(listOf(commonRow), []),
  stacking: orElse(stacking, null),
  ties: orElse(object({ ...cited, prefers: oneOf('women'), collectiveShare: share }), null),
  payer: orElse(
    object({
      ...cited,
      ownDecisions: oneOf('decider'),
      stateDecisions: oneOf('decider', 'authorityOfAwardee'),
    }),
    null,
  ),
  terms: orElse(listOf(term), []),
  counting: orElse(counting, null),
  ratingQuotas: orElse(listOf(ratingQuota), []),
  checklists: orElse(someOf({ title: checklist, form: checklist }), {}),
  procedures: orElse(listOf(procedure), []),
  words: orElse(mapOf(label), {}),
  transition: orElse(transition, null),
  delegations: orElse(listOf(delegation), []),
  tiers: listOf(tier),
});

/** A rulebook whose text is not known yet and that goes on with the rows of an earlier one. */
export const continuedFile = object({ ...head, continues: text });

/** The rulebook without what only the file needs. */
export function rulebookOf({ kind: _, delegations, ...rulebook }: ReturnType<typeof rulebookFile>): Rulebook {
  return { ...rulebook, delegations: delegationsOf(delegations) };
}
