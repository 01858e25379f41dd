import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../workflows/kernel';
import { actorCovers, type Actor } from '../platform/auth/actor';
import type { Tx } from '../platform/persistence';
import type { RefusalText } from '../platform/runner/refusals';
import { maskOf, NationalIds } from './national-ids';
import { PERSON_REFUSALS } from './people.errors';
import { readHolderOfNumber, readNamesakes, type NationalId, type PersonDetails } from './people.repository';

/** Somebody whose details are about to be written. */
export interface Candidate extends Pick<PersonDetails, 'name' | 'birthday'> {
  readonly id: string;
  /** Who writes them: only of people that they cover they are told which. */
  readonly actor: Actor;
}

/** In place of the id of somebody whom the actor may not know of. */
const OF_ANOTHER_UNIT = { vi: 'do đơn vị khác quản lý', en: 'kept by another unit' };

/** Finds out whether somebody is there already. */
@Injectable()
export class PersonIdentities {
  constructor(private readonly numbers: NationalIds) {}

  /** What is kept of an identity number, and why it cannot be: one number is one person. */
  async ofNumber(
    tx: Tx,
    { id, actor }: Candidate,
    number: string,
  ): Promise<{ readonly nationalId: NationalId; readonly reasons: readonly Refusal[] }> {
    const hash = await this.numbers.hashOf(tx, number);
    const holder = await readHolderOfNumber(tx, hash, id);
    const nationalId = { hash, mask: maskOf(number) };
    if (!holder) return { nationalId, reasons: [] };
    const who = actorCovers(actor, holder.path) ? { vi: holder.id, en: holder.id } : OF_ANOTHER_UNIT;
    return { nationalId, reasons: [naming(PERSON_REFUSALS.numberTaken, who)] };
  }

  /** Why the same person might be there already: people of that name and birthday whom the actor covers. */
  async namesakes(tx: Tx, { id, actor, name, birthday }: Candidate): Promise<readonly Refusal[]> {
    if (birthday === null) return [];
    const found = (await readNamesakes(tx, { name, birthday })).filter(
      (other) => other.id !== id && actorCovers(actor, other.path),
    );
    const who = found.map((other) => other.id).join(', ');
    return found.length === 0 ? [] : [naming(PERSON_REFUSALS.looksLike, { vi: who, en: who })];
  }
}

function naming({ code, vi, en }: RefusalText, who: { readonly vi: string; readonly en: string }): Refusal {
  return { code, message: { vi: vi.replace('{who}', who.vi), en: en.replace('{who}', who.en) } };
}
