import type { RefusalText } from '../../platform/runner/refusals';
import { EXAMPLE_REFUSALS } from '../examples.errors';

/** Why a command on targets is refused. */
export const TARGET_REFUSALS = {
  unknownUnit: EXAMPLE_REFUSALS.unknownUnit,
  dissolvedUnit: EXAMPLE_REFUSALS.dissolvedUnit,
  unknownCampaign: EXAMPLE_REFUSALS.unknownCampaign,
  dropped: {
    code: 'EXAMPLE_TARGET.DROPPED',
    vi: 'Chỉ tiêu này đã được bỏ.',
    en: 'This target was dropped.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
