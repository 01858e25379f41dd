import { AppError } from '../platform/errors/app-error';
import { referenceText, type Reference } from './format/reference';
import type { Thing, WorldReads } from './world/rehearsal-world';

/** The file uses a name whose thing was not made, since the step that should make it did not succeed. */
export class UnknownNameError extends AppError {
  constructor(readonly reference: Reference) {
    super('REHEARSAL.UNKNOWN_NAME', `Chưa có ${referenceText(reference)}: bước tạo ra nó đã không thành công`);
  }
}

/** What the names of a file stand for. */
export class Names {
  private readonly things = new Map<string, Thing>();
  private readonly byId = new Map<string, string>();

  constructor(private readonly reads: Pick<WorldReads, 'partsOf'>) {}

  /** Gives a name to a thing. */
  set(name: string, thing: Thing): void {
    this.things.set(name, thing);
    if (!this.byId.has(thing.id)) this.byId.set(thing.id, name);
  }

  /** The thing of a name. Throws UnknownNameError. */
  thingOf(reference: Reference): Thing {
    const thing = this.things.get(reference.name);
    if (!thing) throw new UnknownNameError({ ...reference, part: null });
    return thing;
  }

  /** The id that a name, or a part of what it names, stands for. Throws UnknownNameError. */
  async idOf(reference: Reference, partsOf = (thing: Thing) => this.partsOf(thing)): Promise<string> {
    const thing = this.thingOf(reference);
    const { part } = reference;
    if (part === null) return thing.id;
    const parts = await partsOf(thing);
    // A part is called by its own name, or by the name of what it is about: a member by the person, an item by the case.
    const found = parts.get(part) ?? parts.get(this.things.get(part)?.id ?? '');
    if (found === undefined) throw new UnknownNameError(reference);
    return found;
  }

  /** The ids of the parts of a thing by all that they are called. */
  async partsOf(thing: Thing): Promise<ReadonlyMap<string, string>> {
    const parts = await this.reads.partsOf(thing);
    // The first of two parts of one name keeps it.
    return new Map(parts.flatMap(({ id, names }) => names.map((name) => [name, id] as const)).reverse());
  }

  /** A reader of ids that asks each thing for its parts once: for one command, in which nothing changes meanwhile. */
  reader(): (reference: Reference) => Promise<string> {
    const known = new Map<string, Promise<ReadonlyMap<string, string>>>();
    return (reference) =>
      this.idOf(reference, (thing) => {
        const parts = known.get(thing.id) ?? this.partsOf(thing);
        known.set(thing.id, parts);
        return parts;
      });
  }

  /** The name of an id; undefined when it has none. */
  nameOf(id: string): string | undefined {
    return this.byId.get(id);
  }

  /** All named things of a kind, in the order in which they were named. */
  ofKind(kind: string): readonly (readonly [string, Thing])[] {
    return [...this.things].filter(([, thing]) => thing.kind === kind);
  }
}
