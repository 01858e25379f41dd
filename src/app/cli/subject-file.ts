import { COMMENDATIONS, contradictionsIn, unknownWordsIn, type KnownWords } from '../../eligibility';
import { DISCIPLINE_FORMS, INITIATIVE_KINDS, INITIATIVE_SCOPES, RATINGS } from '../../../workflows/history';
import { localDate, type LocalDate } from '../../../workflows/kernel';
import type { EligibilityQuestion, Evidence, EvidenceSource } from '../../../workflows/rulebook';
import type { FileProblem } from '../../rulebooks';
import { code, level, someOf, subjectKind } from '../../rulebooks/row-shapes';
import {
  flag,
  isObject,
  listOf,
  object,
  oneOf,
  orElse,
  orNull,
  parsed,
  read,
  text,
  whole,
  type Shape,
} from '../../rulebooks/shape';
import { readYaml } from '../../rulebooks/yaml-file';
import { UsageError } from './usage-error';

/** The file does not say what a subject has behind it; the message names each line. */
export class SubjectFileError extends UsageError {
  constructor(readonly problems: readonly FileProblem[]) {
    super(problems.map(({ file, line, path, reason }) => `${file}:${line} ${path && `${path}: `}${reason}`).join('\n'));
    this.name = 'SubjectFileError';
  }
}

/** What a file says of a subject and of the achievement that it is to be proposed for. */
export type SubjectOfFile = Pick<
  EligibilityQuestion,
  'achievedFrom' | 'achievedTo' | 'achievementId' | 'commendation' | 'dossierOn' | 'evidence' | 'subjectKind'
>;

const day = parsed(localDate);
const dayOrNull = orElse(orNull(day), null);
const textOrNull = orElse(orNull(text), null);
const list = <Member>(member: Shape<Member>): Shape<readonly Member[]> => orElse(listOf(member), []);

/** Numbers by keys of the file's own. */
const counts: Shape<Readonly<Record<string, number>>> = (given, path, problems) => {
  const keys = isObject(given) ? Object.keys(given) : [];
  return object(Object.fromEntries(keys.map((key) => [key, whole])))(given, path, problems);
};

const awardShape = object({
  tier: code,
  decidedOn: day,
  achievedFrom: dayOrNull,
  achievedTo: dayOrNull,
  commendation: orElse(orNull(oneOf(...COMMENDATIONS)), null),
  achievementId: textOrNull,
});

const membersShape = object({
  year: whole,
  members: whole,
  holders: orElse(counts, {}),
  ratedAtLeast: orElse(someOf(Object.fromEntries(RATINGS.map((rating) => [rating, whole]))), undefined),
  gravestDiscipline: orElse(orNull(oneOf(...DISCIPLINE_FORMS)), undefined),
  women: orElse(whole, undefined),
});

const subjectFile = object({
  subject: object({ kind: subjectKind, id: orElse(text, 'subject') }),
  achievement: orElse(
    object({
      from: dayOrNull,
      to: dayOrNull,
      commendation: orElse(oneOf(...COMMENDATIONS), 'merit' as const),
      id: textOrNull,
      dossierOn: dayOrNull,
    }),
    undefined,
  ),
  isWoman: orElse(orNull(flag), null),
  employedFrom: dayOrNull,
  existsFrom: dayOrNull,
  completeFrom: dayOrNull,
  ratings: list(object({ year: whole, rating: oneOf(...RATINGS) })),
  awards: list(awardShape),
  initiatives: list(
    object({
      kind: oneOf(...INITIATIVE_KINDS),
      scope: oneOf(...INITIATIVE_SCOPES),
      recognisedOn: day,
      usedFor: list(object({ id: text, tier: orElse(orNull(code), null) })),
    }),
  ),
  disciplines: list(object({ form: oneOf(...DISCIPLINE_FORMS), from: day, until: dayOrNull })),
  freezes: list(object({ from: day, until: dayOrNull })),
  services: list(object({ position: text, from: day, until: dayOrNull })),
  members: list(membersShape),
  leaderships: list(
    object({ of: oneOf('cluster', 'campaign'), year: whole, level, months: orElse(orNull(whole), null) }),
  ),
  judgements: list(object({ condition: text, finding: oneOf('met', 'notMet') })),
});

/** What must be known to read a file: its name, the day of the question, and the words that the rules know. */
export interface SubjectFileContext {
  readonly name: string;
  readonly on: LocalDate;
  readonly words: KnownWords;
}

/**
 * Reads what a file in YAML, or in JSON, says of a subject. Throws a SubjectFileError that names everything that is wrong:
 * what is no YAML, unknown keys, words that no rule knows, and facts that contradict one another.
 */
export function subjectOf(content: string, { name, on, words }: SubjectFileContext): SubjectOfFile {
  const file = readYaml(name, content);
  if (file.problems.length > 0) throw new SubjectFileError(file.problems);
  const reading = read(subjectFile, file.value);
  if (!reading.isValid) throw new SubjectFileError(reading.problems.map(file.place));
  const { achievement, ...facts } = reading.value;
  const evidence = evidenceOf(facts);
  const problems = [...unknownWordsIn(evidence, words), ...contradictionsIn(evidence)].map(({ path, message }) => ({
    path: path.filter((step) => step !== undefined),
    reason: message.en,
  }));
  if (problems.length > 0) throw new SubjectFileError(problems.map(file.place));
  const { from, to, commendation = 'merit', id = null, dossierOn = null } = achievement ?? {};
  const period = { achievedFrom: from ?? dayOf(on, '01-01'), achievedTo: to ?? dayOf(on, '12-31') };
  if (period.achievedFrom > period.achievedTo) {
    const reason = `ends on ${period.achievedTo}, before it begins on ${period.achievedFrom}`;
    throw new SubjectFileError([file.place({ path: ['achievement'], reason })]);
  }
  return { ...period, commendation, achievementId: id, dossierOn, evidence, subjectKind: facts.subject.kind };
}

type Facts = Omit<Extract<ReturnType<typeof subjectFile>, object>, 'achievement'>;

/** Every fact names its place in the file. */
function evidenceOf(facts: Facts): Evidence {
  return {
    ...facts,
    ratings: sourced('ratings', facts.ratings),
    awards: sourced('awards', facts.awards),
    initiatives: sourced('initiatives', facts.initiatives),
    disciplines: sourced('disciplines', facts.disciplines),
    freezes: sourced('freezes', facts.freezes),
    services: sourced('services', facts.services),
    members: sourced('members', facts.members.map(present)),
    leaderships: sourced('leaderships', facts.leaderships),
    judgements: sourced('judgements', facts.judgements),
  };
}

function sourced<Fact extends object>(
  name: string,
  facts: readonly Fact[],
): readonly (Fact & { readonly source: EvidenceSource })[] {
  return facts.map((fact, index) => ({ ...fact, source: { kind: 'file', id: `${name}[${index}]` } }));
}

/** What the file leaves out is not there: that nobody looked is something else than that there was nothing. */
function present({
  ratedAtLeast,
  gravestDiscipline,
  women,
  ...count
}: ReturnType<typeof membersShape>): Omit<Evidence['members'][number], 'source'> {
  return {
    ...count,
    ...(ratedAtLeast === undefined ? {} : { ratedAtLeast }),
    ...(gravestDiscipline === undefined ? {} : { gravestDiscipline }),
    ...(women === undefined ? {} : { women }),
  };
}

/** The year of the question is that of the achievement where the file names none. */
function dayOf(on: LocalDate, monthDay: string): LocalDate {
  return localDate(`${on.slice(0, 4)}-${monthDay}`);
}
