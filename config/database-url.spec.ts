import { parseDatabaseUrl } from './database-url';

describe(parseDatabaseUrl.name, () => {
  it.each([
    ['data/a.sqlite', '/srv/data/a.sqlite'],
    ['/var/a.sqlite', '/var/a.sqlite'],
    ['sqlite:data/a.sqlite', '/srv/data/a.sqlite'],
    ['sqlite:/var/a.sqlite', '/var/a.sqlite'],
    ['sqlite:///var/a.sqlite', '/var/a.sqlite'],
    ['file:a.sqlite', '/srv/a.sqlite'],
    ['file:///var/thi%20dua.sqlite', '/var/thi dua.sqlite'],
  ])('reads %s as the file %s', (text, file) => {
    expect(parseDatabaseUrl(text, '/srv')).toEqual({ kind: 'sqlite', file });
  });

  it.each(['postgres://postgres@127.0.0.1:5432/thidua', 'postgresql://a:b@db/thidua'])(
    'reads %s as a server',
    (url) => {
      expect(parseDatabaseUrl(url, '/srv')).toEqual({ kind: 'postgres', url });
    },
  );

  it.each([
    ':memory:',
    'sqlite::memory:',
    'sqlite:',
    ' ',
    'sqlite://data/a.sqlite',
    'file:a.sqlite?mode=ro',
    'file:///a%2Fb',
    'file:///a%zz',
    'mysql://127.0.0.1/thidua',
    'postgres://[',
    'a\0b',
  ])('refuses %j', (text) => {
    expect(parseDatabaseUrl(text, '/srv')).toBeUndefined();
  });
});
