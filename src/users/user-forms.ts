import type { RegisterForm } from '../platform/runner/feature-commands';
import { entriesOf } from '../platform/runner/refusals';
import { NoInput } from '../platform/validation/no-input';
import { UNIT_REFUSALS } from '../units';
import { AddUserRequest } from './dto/add-user.request';
import { EndSeatRequest } from './dto/end-seat.request';
import { GiveSeatRequest } from './dto/give-seat.request';
import { RevokeTokenRequest } from './dto/revoke-token.request';
import { USER_REFUSALS } from './users.errors';

/** Commands on accounts. */
export const accountForms = {
  'user.add': {
    input: AddUserRequest,
    texts: ['login', 'email'],
    opens: true,
    label: { vi: 'Thêm tài khoản', en: 'Add an account' },
    refusals: entriesOf(USER_REFUSALS, 'unknownUnit', 'unknownPerson', 'loginTaken'),
  },
  'user.disable': {
    input: NoInput,
    label: { vi: 'Khóa tài khoản', en: 'Disable an account' },
    refusals: entriesOf(USER_REFUSALS, 'seatsBeyondYours', 'disabled'),
  },
  'user.enable': {
    input: NoInput,
    label: { vi: 'Mở khóa tài khoản', en: 'Enable an account' },
    refusals: entriesOf(USER_REFUSALS, 'seatsBeyondYours', 'enabled'),
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;

/** Commands on the seats of users. */
export const seatForms = {
  'user.giveSeat': {
    input: GiveSeatRequest,
    label: { vi: 'Giao vị trí công tác', en: 'Give a seat' },
    refusals: [
      ...entriesOf(USER_REFUSALS, 'unknownUnit', 'unknownCouncil', 'councilMissing', 'ownSeat', 'roleBeyondYours'),
      ...entriesOf(USER_REFUSALS, 'seatHeld', 'endsBeforeStart'),
      UNIT_REFUSALS.dissolved,
    ],
  },
  'user.endSeat': {
    input: EndSeatRequest,
    label: { vi: 'Kết thúc vị trí công tác', en: 'End a seat' },
    refusals: entriesOf(USER_REFUSALS, 'unknownSeat', 'roleBeyondYours', 'endsBeforeStart', 'endedBefore'),
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;

/** Commands on the tokens of users. Issuing one is not among them: its answer is more than that of a command. */
export const tokenForms = {
  'user.revokeToken': {
    input: RevokeTokenRequest,
    label: { vi: 'Thu hồi mã truy cập', en: 'Revoke a token' },
    refusals: entriesOf(USER_REFUSALS, 'unknownToken'),
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;

/** The form of every command on a user. */
export const userForms = { ...accountForms, ...seatForms, ...tokenForms } as const;
