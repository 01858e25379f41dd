/**
 * States in which a case is not before the authority: not handed in yet, back with its unit, or given up.
 * The states belong to the machine of the case; a test goes through all of them.
 */
export const NOT_PROPOSED: readonly string[] = ['draft', 'returned', 'withdrawn'];

/** States of a case that was not found eligible, or not yet. */
export const NOT_APPRAISED: readonly string[] = [
  'submitted',
  'received',
  'underAppraisal',
  'ineligible',
  'onHold.received',
  'onHold.underAppraisal',
];

/** States of a case that was found eligible and that nobody has recommended yet. */
export const ELIGIBLE: readonly string[] = ['listed', 'inReview', 'notRecommended', 'onHold.listed', 'onHold.inReview'];

/** States that a case reaches only once the council, or the appraisal where there is no council, has recommended it. */
export const RECOMMENDED: readonly string[] = [
  'recommended',
  'onHold.recommended',
  'decided',
  'presented',
  'refused',
  'sentUp',
  'grantedAbove',
  'refusedAbove',
  'returnedFromAbove',
  'revoked',
];

/** States of a case that a higher level has been asked about. */
export const SENT_UP: readonly string[] = ['sentUp', 'grantedAbove', 'refusedAbove', 'returnedFromAbove'];

/** States of an award; where the tier goes up, of one that a higher level has granted. */
export const AWARDED: readonly string[] = ['grantedAbove', 'presented', 'revoked'];
