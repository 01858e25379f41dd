import {
  isLowerTier,
  weaker,
  type ConditionAnswer,
  type EligibilityAnswer,
  type GroupAnswer,
  type Rulebook,
  type RuleAnswer,
  type SubjectKind,
  type Tier,
} from '../../../workflows/rulebook';

/**
 * The tiers of the State that a rulebook gives to this kind of subject, as it lists them. Those of the Party are records of
 * what is decided elsewhere: nobody is proposed for them here.
 */
export function tiersFor({ tiers }: Rulebook, kind: SubjectKind): readonly Tier[] {
  return tiers.filter(({ family, subjects }) => family === 'state' && subjects.includes(kind));
}

/**
 * The conditions that stand in the way of an answer that is not "met": each that is not met or not proven inside what is not
 * met or not proven. None where it is met, and none where the rulebook has no standard.
 */
export function obstaclesOf({ standard, common }: EligibilityAnswer): readonly ConditionAnswer[] {
  return [...(standard ? [standard] : []), ...common].flatMap(obstaclesIn);
}

function obstaclesIn(answer: RuleAnswer): readonly ConditionAnswer[] {
  if (answer.finding === 'met') return [];
  if (answer.kind !== 'condition') return answer.parts.flatMap(obstaclesIn);
  const within = answer.within ? obstaclesIn(answer.within) : [];
  // Of another tier's standard it is its conditions that somebody can see to.
  return within.length > 0 ? within : [answer];
}

/**
 * The same with what stands for what: conditions of which all are needed follow one another, of which some would do stand
 * together in their group.
 */
export function obstacleTreesOf({ standard, common }: EligibilityAnswer): readonly RuleAnswer[] {
  return [...(standard ? [standard] : []), ...common].flatMap(treesIn);
}

function treesIn(answer: RuleAnswer): readonly RuleAnswer[] {
  if (answer.finding === 'met') return [];
  if (answer.kind === 'condition') {
    const { within, ...condition } = answer;
    const inside = within ? treesIn(within) : [];
    return inside.length > 0 ? inside : [condition];
  }
  const open = answer.parts.map(treesIn).filter((trees) => trees.length > 0);
  if (answer.kind === 'all') return open.flat();
  const parts = open.flatMap((trees): readonly RuleAnswer[] => (trees.length === 1 ? trees : [allOf(trees)]));
  const needed = answer.needed - (answer.parts.length - open.length);
  return parts.length === 1 ? open.flat() : [{ ...answer, needed, parts }];
}

/** One way to what a group asks for, of several conditions. */
function allOf(parts: readonly RuleAnswer[]): GroupAnswer {
  const finding = parts.some((part) => part.finding === 'notMet') ? 'notMet' : 'notProven';
  const status = parts.map((part) => part.status).reduce(weaker, 'verified');
  return { kind: 'all', needed: parts.length, finding, status, parts };
}

/**
 * What comes next: of the answers that have a standard and are not "met", those below which, among their kind, the rulebook
 * ranks no other such one.
 */
export function nextOf(rulebook: Rulebook, answers: readonly EligibilityAnswer[]): readonly EligibilityAnswer[] {
  const open = answers.filter(({ finding, standard }) => finding !== 'met' && standard !== null);
  return open.filter(({ tier }) => !open.some((other) => isLowerTier(rulebook, other.tier, tier)));
}
