import { localDate, type Instant } from '../../../workflows/kernel';
import type { CommandStep } from '../scenario';
import { CommandMaker } from './command-maker';
import { name, type Reference } from './reference';
import { MadeUpNames } from './made-up-names';
import { repeated, unrolled } from './repeat';
import { complain, fields, flag, oneOrMore, optional, parsed, required, text, type Reading, type Shape } from './shape';
import { entryOf, type YamlNode } from './yaml-node';

/** A name without the `$`, where nothing but a name can stand. */
const use: Shape<Reference> = (node, reading) => {
  const used = { name: name(node, reading), part: null, line: node.line };
  reading.references.push(used);
  return used;
};

const perhaps = optional(use, null);
const code = required(name);
const words = required(text);
const days = { from: optional(parsed(localDate), null), to: optional(parsed(localDate), null) };

/** Reads one entry of a section into the commands that enter it. */
type Section = (node: YamlNode, reading: Reading, maker: CommandMaker) => readonly CommandStep[];

function section<Entry>(
  shape: Shape<Entry>,
  commandsOf: (entry: Entry, maker: CommandMaker) => readonly CommandStep[],
): Section {
  return (node, reading, maker) => {
    const before = reading.problems.length;
    const entry = shape(node, reading);
    return reading.problems.length > before ? [] : commandsOf(entry, maker);
  };
}

const units = section(
  fields({ code, name: words, kind: words, level: words, parent: perhaps, outside: optional(flag, null), ...days }),
  ({ line, parent, outside, from, to, ...unit }, maker) => {
    const input = { ...unit, parentId: parent, isOutside: outside, validFrom: from ?? maker.firstDay, validTo: to };
    return [maker.make({ line, do: 'unit.add', ref: unit.code, input })];
  },
);

const people = section(
  fields({
    code,
    name: words,
    unit: required(use),
    birthday: optional(parsed(localDate), null),
    gender: optional(text, null),
    directWorker: optional(flag, null),
    leader: optional(flag, null),
    leaderLevel: optional(text, null),
  }),
  ({ line, code: ref, unit, directWorker, leader, ...person }, maker) => {
    const input = { ...person, unitId: unit, isDirectWorker: directWorker, isLeader: leader };
    return [maker.make({ line, do: 'person.add', ref, input })];
  },
);

const collectives = section(
  fields({ code, name: words, unit: required(use) }),
  ({ line, code: ref, ...entry }, maker) => [
    maker.make({ line, do: 'collective.add', ref, input: { name: entry.name, unitId: entry.unit } }),
  ],
);

const households = section(
  fields({ code, head: words, address: optional(text, null), unit: required(use) }),
  ({ line, code: ref, head, address, unit }, maker) => [
    maker.make({ line, do: 'household.add', ref, input: { headName: head, address, unitId: unit } }),
  ],
);

const councils = section(
  fields({
    code,
    name: words,
    kind: words,
    unit: required(use),
    members: optional(oneOrMore(fields({ person: required(use), seat: words, ...days })), []),
  }),
  ({ line, unit, members, ...council }, maker) => [
    maker.make({ line, do: 'council.found', ref: council.code, input: { ...council, unitId: unit } }),
    ...members.map(({ person, seat, from, to, line: at }) => {
      const input = { personId: person, seat, validFrom: from ?? maker.firstDay, validTo: to };
      return maker.make({ line: at, do: 'council.seatMember', on: council.code, input });
    }),
  ],
);

const users = section(
  fields({
    code,
    person: perhaps,
    unit: perhaps,
    email: optional(text, null),
    language: optional(text, null),
    seats: optional(oneOrMore(fields({ role: words, unit: required(use), council: perhaps, ...days })), []),
  }),
  ({ line, code: ref, person, unit, seats, ...account }, maker) => [
    maker.make({ line, do: 'user.add', ref, input: { login: ref, ...account, personId: person, unitId: unit } }),
    ...seats.map(({ role, unit: where, council, from, to, line: at }) => {
      const input = { role, unitId: where, councilId: council, validFrom: from ?? maker.firstDay, validTo: to };
      return maker.make({ line: at, do: 'user.giveSeat', on: ref, input });
    }),
  ],
);

/** The sections of a file that fill registers, in the order in which one needs the other. */
const SECTIONS = { units, people, collectives, households, councils, users } as const satisfies Record<string, Section>;

export type RegisterSection = keyof typeof SECTIONS;

export const REGISTER_SECTIONS = Object.keys(SECTIONS) as readonly RegisterSection[];

/** What holds for all registers of a file. */
export interface RegisterSetting {
  readonly start: Instant;
  /** Whether the file says that its names are made up. */
  readonly isSynthetic: boolean;
}

/**
 * The commands that fill the registers. Days that are left out are the first day of the rehearsal, so that a user's seat
 * covers all of it.
 */
export function registersOf(
  given: Readonly<Record<RegisterSection, YamlNode | null>>,
  { start, isSynthetic }: RegisterSetting,
  reading: Reading,
): readonly CommandStep[] {
  const maker = new CommandMaker(start);
  const names = new MadeUpNames(reading.draws);
  return REGISTER_SECTIONS.flatMap((section) =>
    entriesOf(given[section], reading, (node) => generated(node, { section, names, isSynthetic }, reading)).flatMap(
      (entry) => SECTIONS[section](entry, reading, maker),
    ),
  );
}

/** The entries that `generate` stands for, with made-up names; the entry itself where it does not stand. */
function generated(
  node: YamlNode,
  { section, names, isSynthetic }: { section: RegisterSection; names: MadeUpNames; isSynthetic: boolean },
  reading: Reading,
): readonly YamlNode[] {
  if (node.kind !== 'map' || !entryOf(node, 'generate')) return repeated(node, reading);
  if (!isSynthetic) complain(reading, node.line, '"generate" makes names up: the file must say "synthetic: true"');
  return repeated(node, reading, 'generate').map((each) => names.fill(section, each));
}

/** The roles that users get there, by user. */
export function rolesOf(commands: readonly CommandStep[]): ReadonlyMap<string, readonly string[]> {
  const roles = new Map<string, readonly string[]>();
  for (const { do: type, on, input } of commands) {
    if (type !== 'user.giveSeat' || on === null) continue;
    roles.set(on.name, [...(roles.get(on.name) ?? []), input.role as string]);
  }
  return roles;
}

function entriesOf(
  node: YamlNode | null,
  reading: Reading,
  repeatedOf: (item: YamlNode) => readonly YamlNode[],
): readonly YamlNode[] {
  if (node === null) return [];
  if (node.kind === 'list') return node.items.flatMap(repeatedOf).map((item) => unrolled(item, reading));
  reading.problems.push({ line: node.line, reason: 'must be a list' });
  return [];
}
