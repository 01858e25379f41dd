import { languageOf } from './language';

describe(languageOf.name, () => {
  it.each([
    [undefined, 'vi'],
    ['', 'vi'],
    ['*', 'vi'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['vi-VN, en;q=0.9', 'vi'],
    ['en;q=0.5, vi;q=0.4', 'en'],
    ['en;q=0.5, vi', 'vi'],
    ['EN, *;q=0.5', 'en'],
    ['en;q=0', 'vi'],
    ['fr', 'vi'],
    ['en;q=nonsense', 'vi'],
  ])('of %s is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
