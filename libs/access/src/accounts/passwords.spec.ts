import { describe, expect, it } from '@jest/globals';
import { hash, verify } from '@node-rs/argon2';
import { foldUsername, passwordFaults, usernameFaults } from './account-rules.js';
import { Passwords } from './passwords.js';

/** The real hash, which tells how often it was asked. */
function counted() {
  const asked = { hash: 0, verify: 0 };
  const passwords = new Passwords({
    hash: (password) => ((asked.hash += 1), hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })),
    verify: (encoded, password) => ((asked.verify += 1), verify(encoded, password)),
  });
  return { asked, passwords };
}

describe('a password', () => {
  it('is hashed as argon2id with 19 MiB, two passes and one lane, and with a salt of its own', async () => {
    const passwords = new Passwords();
    const [one, two] = [await passwords.hash('a long password'), await passwords.hash('a long password')];
    expect(one.encoded).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one.encoded).not.toBe(two.encoded);
    expect(one.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await passwords.matches('a long password', one)).toBe(true);
    expect(await passwords.matches('a long passworD', one)).toBe(false);
  });

  it('is the same in both forms of Unicode', async () => {
    const passwords = new Passwords();
    expect(await passwords.matches('caf\u00e9 au lait', await passwords.hash('cafe\u0301 au lait'))).toBe(true);
  });

  it('takes the same work for nobody, for a wrong one and for a right one', async () => {
    const { asked, passwords } = counted();
    const real = await passwords.hash('a long password');
    await passwords.matches('x', undefined);
    const before = { ...asked };
    const work: object[] = [];
    for (const [word, credential] of [
      ['a long password', undefined],
      ['a wrong password', real],
      ['a long password', real],
      ['a long password', { encoded: real.encoded, digest: 'of another' }],
      ['a long password', { encoded: null, digest: real.digest }],
    ] as const) {
      const start = { ...asked };
      const matches = await passwords.matches(word, credential);
      expect(matches).toBe(credential === real && word === 'a long password');
      work.push({ hash: asked.hash - start.hash, verify: asked.verify - start.verify });
    }
    expect(before.verify).toBe(1);
    expect(work).toEqual(Array(5).fill({ hash: 0, verify: 1 }));
  });

  it('has 12 to 200 characters of well-formed text', () => {
    const codes = (password: string) => passwordFaults(password).map((fault) => fault.code);
    expect([codes('x'.repeat(11)), codes('x'.repeat(12)), codes('x'.repeat(200)), codes('x'.repeat(201))]).toEqual([
      ['missing'],
      [],
      [],
      ['too-long'],
    ]);
    // Counted as people count: an emoji is one.
    expect([codes('😀'.repeat(11)), codes('😀'.repeat(12))]).toEqual([['missing'], []]);
    expect([codes(`${'x'.repeat(12)}\0`), codes(`${'x'.repeat(12)}\ud800`)]).toEqual([
      ['forbidden-text'],
      ['forbidden-text'],
    ]);
  });
});

describe('a user name', () => {
  it('is folded before it is looked at', () => {
    expect(foldUsername('  Anna.DeVries ')).toBe('anna.devries');
  });

  it.each(['abc', 'a-b', 'a.b_c', '007', 'x'.repeat(60)])('may be %s', (name) => {
    expect(usernameFaults(name)).toEqual([]);
  });

  it.each(['', 'ab', '.ab', '-ab', 'a b', 'a@b', 'аbс', 'ABC', 'x'.repeat(61), 'abc\n'])('may not be %j', (name) => {
    expect(usernameFaults(name)).toHaveLength(1);
  });
});
