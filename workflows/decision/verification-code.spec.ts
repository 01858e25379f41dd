import { printedCode, verificationCode, verificationCodeFrom } from './verification-code';

const bytes = (first: number): number[] => Array.from({ length: 30 }, (_, index) => (first + index * 7) % 248);
const code = verificationCodeFrom(bytes(3)) ?? '';

describe('a verification code', () => {
  it('has sixteen signs, none of which is taken for another', () => {
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{16}$/);
  });

  it('asks for more bytes rather than drawing unfairly', () => {
    expect(verificationCodeFrom([...bytes(3).slice(0, 14), 248, 255])).toBeUndefined();
    expect(verificationCodeFrom([255, 248, ...bytes(3)])).toBe(code);
  });

  it('is read as people type it', () => {
    expect(printedCode(code)).toMatch(/^(.{4}-){3}.{4}$/);
    expect(verificationCode(` ${printedCode(code).toLowerCase()} `)).toBe(code);
  });

  it('shows every wrong sign and every two that changed places', () => {
    const wrong: string[] = [];
    for (let place = 0; place < code.length; place += 1) {
      for (const sign of '23456789ABCDEFGHJKMNPQRSTUVWXYZ') {
        if (sign !== code[place]) wrong.push(code.slice(0, place) + sign + code.slice(place + 1));
      }
      const [one = '', two = ''] = code.slice(place, place + 2);
      if (two !== '' && one !== two) wrong.push(code.slice(0, place) + two + one + code.slice(place + 2));
    }
    expect(wrong.filter((typed) => verificationCode(typed) !== undefined)).toEqual([]);
  });

  it.each(['', 'ABCD', '0'.repeat(16), `${code}2`])('is not %s', (typed) => {
    expect(verificationCode(typed)).toBeUndefined();
  });
});
