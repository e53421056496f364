import { describe, expect, it } from '@jest/globals';
import { Config } from '@zvit/platform';
import { SessionCookie } from './session-cookie.js';

const secret = 'A'.repeat(43);
const plain = new SessionCookie(new Config({}));
const secure = new SessionCookie(new Config({ ZVIT_PUBLIC_URL: 'https://zvit.example' }));

describe('the cookie of a session', () => {
  it('belongs to one host over TLS, and says so', () => {
    expect(secure.set(secret)).toBe(`__Host-zvit=${secret}; Max-Age=43200; Path=/; HttpOnly; SameSite=Strict; Secure`);
    expect(plain.set(secret)).toBe(`zvit=${secret}; Max-Age=43200; Path=/; HttpOnly; SameSite=Strict`);
    expect(secure.clear()).toContain('__Host-zvit=; Max-Age=0; ');
  });

  it('is found among others', () => {
    expect(plain.read(`a=b; zvit=${secret}; zvit2=x`)).toBe(secret);
    expect(secure.read(`zvit=x; __Host-zvit=${secret}`)).toBe(secret);
  });

  it.each([
    undefined,
    '',
    'zvit',
    'zvit=',
    'zvit=short',
    `zvit=${secret}; zvit=${secret}`,
    `zvit=${secret}x`,
    `Zvit=${secret}`,
  ])('is not found in %j', (header) => {
    expect(plain.read(header)).toBeUndefined();
  });

  it('without prefix is not taken where TLS is', () => {
    expect(secure.read(`zvit=${secret}`)).toBeUndefined();
  });
});
