import { EXAMPLE_COMMAND_LABELS } from '../../../workflows/example';
import type { Permission } from '../../platform/auth/permission';
import type { RegisterForm } from '../../platform/runner/feature-commands';
import { entriesOf } from '../../platform/runner/refusals';
import { ReasonRequest } from '../../platform/validation/reason.request';
import { SetTargetRequest } from './dto/example-target.request';
import { TARGET_REFUSALS } from './example-targets.errors';

/** The office that decides what is an example also says how many are wanted. */
export const TARGET_KEEPERS: readonly Permission[] = ['example.keep', 'system'];

/** The form of every command on targets. */
export const exampleTargetForms = {
  'exampleTarget.set': {
    ...{ input: SetTargetRequest, opens: true, label: EXAMPLE_COMMAND_LABELS['exampleTarget.set'] },
    permissions: TARGET_KEEPERS,
    refusals: entriesOf(TARGET_REFUSALS, 'unknownUnit', 'dissolvedUnit', 'unknownCampaign'),
  },
  'exampleTarget.drop': {
    ...{ input: ReasonRequest, texts: ['reason'], label: EXAMPLE_COMMAND_LABELS['exampleTarget.drop'] },
    ...{ permissions: TARGET_KEEPERS, refusals: entriesOf(TARGET_REFUSALS, 'dropped') },
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;
