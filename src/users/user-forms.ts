import type { CommandForm } from '../platform/runner/feature-commands';
import { NoInput } from '../platform/validation/no-input';
import { AddUserRequest } from './dto/add-user.request';
import { EndSeatRequest } from './dto/end-seat.request';
import { GiveSeatRequest } from './dto/give-seat.request';
import { RevokeTokenRequest } from './dto/revoke-token.request';

/** Commands on accounts. */
export const accountForms = {
  'user.add': { input: AddUserRequest, texts: ['login', 'email'], opens: true },
  'user.disable': { input: NoInput },
  'user.enable': { input: NoInput },
} as const satisfies Readonly<Record<string, CommandForm>>;

/** Commands on the seats of users. */
export const seatForms = {
  'user.giveSeat': { input: GiveSeatRequest },
  'user.endSeat': { input: EndSeatRequest },
} as const satisfies Readonly<Record<string, CommandForm>>;

/** Commands on the tokens of users. Issuing one is not among them: its answer is more than that of a command. */
export const tokenForms = {
  'user.revokeToken': { input: RevokeTokenRequest },
} as const satisfies Readonly<Record<string, CommandForm>>;

/** The form of every command on a user. */
export const userForms = { ...accountForms, ...seatForms, ...tokenForms } as const;
