import { describe, expect, it } from '@jest/globals';
import { Disclosure as Outside } from '@sd-jwt/utils';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { digestOf, type Json, makeDisclosure, ProofError, readDisclosure, sortDigests } from './index.js';

const own = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../test/vectors/rfc9901.json'), 'utf8')) as {
  claim: { salt: string; name: string; value: string; encoded: string; digest: string };
  spellings: { escaped: string; compact: string; newlines: string };
  element: { encoded: string; digest: string };
};
const { claim, element } = own;
const spellings = [own.spellings.escaped, own.spellings.compact, own.spellings.newlines];
const encode = (text: string | Buffer) => Buffer.from(text as string).toString('base64url');

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof ProofError) return error.code;
    throw error;
  }
  return 'no error';
}

describe('vectors of RFC 9901', () => {
  it.each([claim.encoded, ...spellings])('reads %s', (encoded) => {
    expect(readDisclosure(encoded)).toEqual({ salt: claim.salt, name: claim.name, value: claim.value });
  });

  it('digests the encoded text, so that each spelling has a digest of its own', () => {
    expect(digestOf(claim.encoded)).toBe(claim.digest);
    expect(digestOf(element.encoded)).toBe(element.digest);
    expect(new Set([claim.encoded, ...spellings].map(digestOf)).size).toBe(4);
  });

  it('makes the spelling without white space', () => {
    const made = makeDisclosure(claim.name, claim.value, claim.salt);
    expect(made).toEqual({ encoded: own.spellings.compact, digest: digestOf(own.spellings.compact) });
  });

  it('takes a disclosure of an array element for none of a property', () => {
    expect(codeOf(() => readDisclosure(element.encoded))).toBe('bad-disclosure');
  });
});

describe('makeDisclosure', () => {
  it('salts with 128 random bits', () => {
    const salts = Array.from({ length: 50 }, () => readDisclosure(makeDisclosure('/title', 'Ордер').encoded).salt);
    expect(new Set(salts).size).toBe(50);
    expect(salts.map((salt) => Buffer.from(salt, 'base64url').length)).toEqual(salts.map(() => 16));
  });

  it.each(['', 'A'.repeat(21), `${'A'.repeat(21)}=`, `${'A'.repeat(21)}+`, `${'A'.repeat(22)}\n`])(
    'refuses the salt %j',
    (salt) => {
      expect(codeOf(() => makeDisclosure('/a', 1, salt))).toBe('bad-salt');
    },
  );

  it('refuses names that the envelope is read by, and values without canonical form', () => {
    expect(codeOf(() => makeDisclosure('_sd', 1))).toBe('bad-disclosure');
    expect(codeOf(() => makeDisclosure('...', 1))).toBe('bad-disclosure');
    expect(codeOf(() => makeDisclosure('/a', NaN))).toBe('not-json');
    expect(codeOf(() => makeDisclosure('/\ud800', 1))).toBe('not-json');
    expect(codeOf(() => makeDisclosure('/a', undefined as unknown as Json))).toBe('not-json');
  });
});

describe('readDisclosure refuses', () => {
  const good = '["salt","name",1]';
  it.each([
    ['nothing', ''],
    ['padding', `${encode('["salt","name",12]')}==`],
    ['base64 of the other alphabet', Buffer.from('["salt","name","ÿþ?>"]').toString('base64')],
    ['white space', ` ${encode(good)}`],
    ['a character from elsewhere', `${encode(good)}я`],
    ['stray bits at the end', encode(good).replace(/.$/, (last) => (last === 'Q' ? 'R' : 'S'))],
    ['no text at all', 5 as unknown as string],
    ['bytes that are not UTF-8', encode(Buffer.concat([Buffer.from('["salt","name","'), Buffer.of(0xff, 0x22, 0x5d)]))],
    ['a byte order mark', encode(`\ufeff${good}`)],
    ['no JSON', encode('["salt","name",1')],
    ['something after the JSON', encode(`${good}1`)],
    ['an object', encode('{"0":"salt","1":"name","2":1,"length":3}')],
    ['a string of three', encode('"abc"')],
    ['null', encode('null')],
    ['four elements', encode('["salt","name",1,2]')],
    ['two elements', encode('["salt",1]')],
    ['a salt that is no string', encode('[1,"name",1]')],
    ['a name that is no string', encode('["salt",null,1]')],
    ['the name _sd', encode('["salt","_sd",[]]')],
    ['the name ...', encode('["salt","...",1]')],
    ['a number beyond doubles', encode('["salt","name",1e400]')],
    ['a lone surrogate', encode('["salt","name","\\ud800"]')],
  ])('%s', (_name, encoded) => {
    expect(codeOf(() => readDisclosure(encoded))).toBe('bad-disclosure');
  });

  it('and none of what stands beside them', () => {
    expect(readDisclosure(encode(good))).toEqual({ salt: 'salt', name: 'name', value: 1 });
  });
});

describe('digests', () => {
  it('are not made of characters that would be cut down to others', () => {
    const cut = claim.encoded.replace('W', String.fromCharCode('W'.charCodeAt(0) + 0x100));
    expect(Buffer.from(cut, 'ascii').toString('ascii')).toBe(claim.encoded);
    expect(codeOf(() => digestOf(cut))).toBe('bad-disclosure');
  });

  it('sort by their bytes, and the list given stays as it was', () => {
    const given = ['b', '_', 'a', 'Z', '9', '-', 'a-', 'a'];
    expect(sortDigests(Object.freeze(given))).toEqual(['-', '9', 'Z', '_', 'a', 'a', 'a-', 'b']);
    expect(given[0]).toBe('b');
  });
});

describe('laws', () => {
  const json = fc.jsonValue({ stringUnit: 'binary', maxDepth: 3 }) as fc.Arbitrary<Json>;
  const cyrillic = fc.string({ unit: fc.constantFrom(...Array.from('абвгґдеєжзиіїйщьюя «»—€𝄞')) });
  const name = fc.oneof(cyrillic, fc.string()).map((text) => `/${text}`);
  const value = fc.oneof(json, cyrillic);
  const hasher = (data: string | ArrayBuffer) =>
    new Uint8Array(
      createHash('sha256')
        .update(data as string)
        .digest(),
    );

  it('another implementation finds the same digest and the same content', async () => {
    await fc.assert(
      fc.asyncProperty(name, value, async (field, content) => {
        const { encoded, digest } = makeDisclosure(field, content);
        const outside = await Outside.fromEncode(encoded, { alg: 'sha-256', hasher });
        const read = readDisclosure(encoded);
        expect(await outside.digest({ alg: 'sha-256', hasher })).toBe(digest);
        expect([outside.salt, outside.key, outside.value]).toEqual([read.salt, read.name, read.value]);
      }),
      { numRuns: 300 },
    );
  });

  it('what was sealed is what is read, and the same salt seals it to the same digest', () => {
    fc.assert(
      fc.property(name, value, (field, content) => {
        const sealed = makeDisclosure(field, content);
        const read = readDisclosure(sealed.encoded);
        expect([read.name, read.value]).toEqual([field, JSON.parse(JSON.stringify(content))]);
        expect(makeDisclosure(read.name, read.value, read.salt)).toEqual(sealed);
        expect(digestOf(sealed.encoded)).toBe(sealed.digest);
        expect(makeDisclosure(field, content).digest).not.toBe(sealed.digest);
      }),
    );
  });

  it('a changed character is another digest or no disclosure', () => {
    fc.assert(
      fc.property(value, fc.nat(), fc.constantFrom(...Array.from('AQgw019-_=')), (content, at, character) => {
        const { encoded, digest } = makeDisclosure('/назва', content);
        const place = at % encoded.length;
        fc.pre(encoded[place] !== character);
        const changed = encoded.slice(0, place) + character + encoded.slice(place + 1);
        const code = codeOf(() => expect(digestOf(changed)).not.toBe(digest));
        expect(['no error', 'bad-disclosure']).toContain(code);
      }),
    );
  });
});
