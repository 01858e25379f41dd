import { EXAMPLE_COMMAND_LABELS, type ExampleCommand } from '../../workflows/example';
import type { RegisterForm } from '../platform/runner/feature-commands';
import { entriesOf, type RefusalText } from '../platform/runner/refusals';
import { NoInput } from '../platform/validation/no-input';
import { ReasonRequest } from '../platform/validation/reason.request';
import {
  CorrectExampleRequest,
  FindExampleRequest,
  LinkExampleRequest,
  NoteConsentRequest,
  PublishExampleRequest,
} from './dto/example.request';
import { examplePermissions } from './example-permissions';
import { EXAMPLE_FAULTS, EXAMPLE_REFUSALS } from './examples.errors';

type Type = ExampleCommand | 'example.find';

/** What goes for every command on something that was found. */
const STANDING = entriesOf(EXAMPLE_FAULTS, 'notInState', 'erased');

function form(
  type: Type,
  parts: Pick<RegisterForm, 'input' | 'texts' | 'opens'>,
  refusals: readonly RefusalText[],
): RegisterForm {
  return { ...parts, label: EXAMPLE_COMMAND_LABELS[type], permissions: examplePermissions(type), refusals };
}

/** The form of every command on examples. */
export const exampleForms: Readonly<Record<Type, RegisterForm>> = {
  'example.find': form(
    'example.find',
    { input: FindExampleRequest, texts: ['account'], opens: true },
    entriesOf(
      EXAMPLE_REFUSALS,
      ...([
        'unknownUnit',
        'dissolvedUnit',
        'subjectOrModel',
        'unknownSubject',
        'unknownCampaign',
        'inTheFuture',
      ] as const),
    ),
  ),
  'example.correct': form('example.correct', { input: CorrectExampleRequest, texts: ['account'] }, [
    ...STANDING,
    ...entriesOf(EXAMPLE_REFUSALS, 'unknownCampaign', 'inTheFuture'),
  ]),
  'example.propose': form('example.propose', { input: NoInput }, STANDING),
  'example.accept': form('example.accept', { input: ReasonRequest, texts: ['reason'] }, STANDING),
  'example.decline': form('example.decline', { input: ReasonRequest, texts: ['reason'] }, STANDING),
  'example.noteConsent': form('example.noteConsent', { input: NoteConsentRequest, texts: ['note'] }, [
    ...STANDING,
    ...entriesOf(EXAMPLE_FAULTS, 'nobodyToAsk'),
    ...entriesOf(EXAMPLE_REFUSALS, 'inTheFuture'),
  ]),
  'example.publish': form('example.publish', { input: PublishExampleRequest, texts: ['link'] }, [
    ...STANDING,
    ...entriesOf(EXAMPLE_FAULTS, 'consentMissing'),
    ...entriesOf(EXAMPLE_REFUSALS, 'alreadyNoted', 'inTheFuture'),
  ]),
  'example.withdraw': form(
    'example.withdraw',
    { input: ReasonRequest, texts: ['reason'] },
    entriesOf(EXAMPLE_FAULTS, 'notInState'),
  ),
  'example.link': form('example.link', { input: LinkExampleRequest }, [
    ...STANDING,
    ...entriesOf(EXAMPLE_REFUSALS, 'unknownTarget', 'tooManyLinks', 'alreadyLinked'),
  ]),
  'example.unlink': form('example.unlink', { input: LinkExampleRequest }, [
    ...entriesOf(EXAMPLE_FAULTS, 'notInState'),
    ...entriesOf(EXAMPLE_REFUSALS, 'noSuchLink'),
  ]),
};
