import { describe, expect, it } from '@jest/globals';
import { isForeign } from './origin.js';

const own = 'https://zvit.example';
const post = (headers: Record<string, string>, method = 'POST') => ({ method, headers });

describe('a request that changes something', () => {
  it.each([
    [{}],
    [{ origin: own }],
    [{ origin: own, 'sec-fetch-site': 'same-origin' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ origin: 'https://inside.example:8443', host: 'Inside.example:8443' }],
  ])('with %j is of this site', (headers) => {
    expect(isForeign(post(headers as Record<string, string>), own)).toBe(false);
  });

  it.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'https://zvit.example.evil.example', host: 'zvit.example' }],
    [{ origin: 'https://zvit.example:8443', host: 'zvit.example' }],
    [{ origin: 'http://zvit.example', host: 'zvit.example' }],
    [{ origin: 'null', host: 'zvit.example' }],
    [{ origin: '', host: 'zvit.example' }],
    [{ origin: `${own}, https://evil.example` }],
    [{ 'sec-fetch-site': 'cross-site', origin: own }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'something-new' }],
  ])('with %j is foreign', (headers) => {
    expect(isForeign(post(headers as Record<string, string>), own)).toBe(true);
  });

  it('is looked at by every method that is not safe', () => {
    const headers = { origin: 'https://evil.example' };
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'QUERY'])
      expect(isForeign(post(headers, method), own)).toBe(true);
    for (const method of ['GET', 'HEAD', 'OPTIONS']) expect(isForeign(post(headers, method), own)).toBe(false);
  });

  it('may come without TLS where the server itself does', () => {
    const headers = { origin: 'http://127.0.0.1:4000', host: '127.0.0.1:4000' };
    expect(isForeign(post(headers), 'http://127.0.0.1:3000')).toBe(false);
    expect(isForeign(post({ ...headers, origin: 'file://127.0.0.1:4000' }), 'http://127.0.0.1:3000')).toBe(true);
  });
});
