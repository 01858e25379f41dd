import { Injectable } from '@nestjs/common';
import { exampleAfterConsent, namesPeople, type ExampleCommand } from '../../workflows/example';
import { localDateOf, type LocalDate, type Refusal } from '../../workflows/kernel';
import { derivedId } from '../platform/ids/derived-id';
import { PrivateTexts } from '../platform/persistence';
import type { FeatureCommand } from '../platform/runner/feature-commands';
import { refusalsWhen } from '../platform/runner/refusals';
import type { RegisterWork } from '../platform/runner/register-runner';
import type {
  CorrectExampleRequest,
  LinkExampleRequest,
  NoteConsentRequest,
  PublishExampleRequest,
} from './dto/example.request';
import { textsOwner, type ExampleRecord } from './example';
import { ExampleSurroundings } from './example-surroundings';
import { EXAMPLE_REFUSALS } from './examples.errors';
import {
  correctExample,
  countLinks,
  deleteLink,
  insertLink,
  insertPublication,
  moveExample,
  writeConsent,
  writeReview,
  writeWithdrawal,
} from './examples.repository';

/** Links of one example: enough for all who carry a model on. */
const MOST_LINKS = 200;

/** What commands on an example write; the rules of the core have agreed. */
@Injectable()
export class ExampleChanges {
  constructor(
    private readonly surroundings: ExampleSurroundings,
    private readonly privateTexts: PrivateTexts,
  ) {}

  async apply(
    command: FeatureCommand,
    example: ExampleRecord & { readonly isErased: boolean },
    work: RegisterWork,
  ): Promise<readonly Refusal[]> {
    const type = command.type as ExampleCommand;
    if (type === 'example.correct') return this.correct(command, example, work);
    await moveExample(work.tx, example, type);
    switch (type) {
      case 'example.propose':
        return [];
      case 'example.accept':
      case 'example.decline':
        await writeReview(work.tx, example.id, work.at, work.commitments.reason ?? '');
        return [];
      case 'example.noteConsent':
        return this.noteConsent(command.input as NoteConsentRequest, example, work);
      case 'example.publish':
        return this.publish(command, example, work);
      case 'example.withdraw':
        return this.withdraw(example, work);
      case 'example.link':
        return this.link(command, example, work);
      case 'example.unlink': {
        const isGone = await deleteLink(work.tx, example.id, command.input as LinkExampleRequest);
        return refusalsWhen([!isGone, EXAMPLE_REFUSALS.noSuchLink]);
      }
    }
  }

  private async correct(
    { input, actor }: FeatureCommand,
    { id, unitId, unitPath }: ExampleRecord,
    { tx, at, commitments }: RegisterWork,
  ): Promise<readonly Refusal[]> {
    const details = input as CorrectExampleRequest;
    const { campaignId, foundOn } = details;
    const isUnknown =
      campaignId !== undefined &&
      !(await this.surroundings.knowsCampaign(tx, actor, campaignId, { id: unitId, path: unitPath }));
    await correctExample(tx, id, details, commitments.account ?? '');
    return [...refusalsWhen([isUnknown, EXAMPLE_REFUSALS.unknownCampaign]), ...ahead(foundOn, localDateOf(at))];
  }

  private async noteConsent(
    { consent, on }: NoteConsentRequest,
    { id, state }: ExampleRecord,
    { tx, at, commitments }: RegisterWork,
  ): Promise<readonly Refusal[]> {
    const after = exampleAfterConsent(state, consent);
    await writeConsent(tx, id, { consent, on, note: commitments.note ?? null }, after);
    if (after === 'withdrawn') await writeWithdrawal(tx, id, at, null);
    return ahead(on, localDateOf(at));
  }

  private async publish(
    { type, actor, commandId, input }: FeatureCommand,
    { id: exampleId }: ExampleRecord,
    { tx, at, commitments }: RegisterWork,
  ): Promise<readonly Refusal[]> {
    const publication = input as PublishExampleRequest;
    const row = { id: derivedId(type, actor.id, commandId), exampleId, link: commitments.link ?? '' };
    const isNew = await insertPublication(tx, row, publication);
    return [
      ...refusalsWhen([!isNew, EXAMPLE_REFUSALS.alreadyNoted]),
      ...ahead(publication.publishedOn, localDateOf(at)),
    ];
  }

  /** Why is kept, but not of somebody who was erased. */
  private async withdraw(
    example: ExampleRecord & { readonly isErased: boolean },
    { tx, at, commitments }: RegisterWork,
  ): Promise<readonly Refusal[]> {
    await writeWithdrawal(tx, example.id, at, commitments.reason ?? null);
    if (example.isErased && namesPeople(example.kind)) await this.privateTexts.eraseTextsOf(tx, textsOwner(example));
    return [];
  }

  private async link(
    { input, actor }: FeatureCommand,
    { id }: ExampleRecord,
    { tx }: RegisterWork,
  ): Promise<readonly Refusal[]> {
    const link = input as LinkExampleRequest;
    const isKnown = await this.surroundings.knowsTarget(tx, actor, link);
    const isFull = (await countLinks(tx, id)) >= MOST_LINKS;
    const isNew = await insertLink(tx, id, link);
    return refusalsWhen(
      [!isKnown, EXAMPLE_REFUSALS.unknownTarget],
      [isFull, EXAMPLE_REFUSALS.tooManyLinks],
      [!isNew, EXAMPLE_REFUSALS.alreadyLinked],
    );
  }
}

/** Refuses what is dated after today. */
export function ahead(day: LocalDate, today: LocalDate): readonly Refusal[] {
  return refusalsWhen([day > today, EXAMPLE_REFUSALS.inTheFuture]);
}
