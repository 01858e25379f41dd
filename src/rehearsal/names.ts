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

  constructor(private readonly reads: Pick<WorldReads, 'partsOf'>) {}

  /** Gives a name to a thing. */
  set(name: string, thing: Thing): void {
    this.things.set(name, thing);
  }

  /** The thing of a name. Throws UnknownNameError. */
  thingOf(reference: Reference): Thing {
    const thing = this.things.get(reference.name);
    if (!thing) throw new UnknownNameError({ ...reference, part: null });
    return thing;
  }

  /** The id that a name, or a part of what it names, stands for. Throws UnknownNameError. */
  async idOf(reference: Reference): Promise<string> {
    const thing = this.thingOf(reference);
    const { part } = reference;
    if (part === null) return thing.id;
    // A part is called by its own name, or by the name of what it is about: a member by the person, an item by the case.
    const wanted = [part, this.things.get(part)?.id];
    const parts = await this.reads.partsOf(thing);
    const found = parts.find(({ names }) => names.some((name) => wanted.includes(name)));
    if (!found) throw new UnknownNameError(reference);
    return found.id;
  }

  /** The name of an id; undefined when it has none. */
  nameOf(id: string): string | undefined {
    return [...this.things].find(([, thing]) => thing.id === id)?.[0];
  }

  /** All named things of a kind, in the order in which they were named. */
  ofKind(kind: string): readonly (readonly [string, Thing])[] {
    return [...this.things].filter(([, thing]) => thing.kind === kind);
  }
}
