import { AppError } from '../platform/errors/app-error';

/** The choice is none that this ballot offers. It says no more: what was chosen is nobody's business. */
export class ChoiceNotOfferedError extends AppError {
  constructor() {
    super('REVIEW.CHOICE_NOT_OFFERED', 'The ballot on this item does not offer this choice', {}, { level: 'info' });
  }
}
