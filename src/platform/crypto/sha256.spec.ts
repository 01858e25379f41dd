import { sha256 } from './sha256';

describe(sha256.name, () => {
  it('hashes text as UTF-8 and bytes as they are', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256('đ')).toBe(sha256(Buffer.from([0xc4, 0x91])));
  });
});
