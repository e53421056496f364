import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { connect } from 'node:net';
import request, { type Response } from 'supertest';
import { openTinyApp, type TinyApp } from './tiny-app.js';

let tiny: TinyApp;
beforeAll(async () => {
  tiny = await openTinyApp();
});
afterAll(() => tiny.app.close());

const post = (body: string | Buffer, type = 'application/json') =>
  request(tiny.url)
    .post('/v1/things')
    .set('Content-Type', type)
    .serialize(String)
    .send(body as string);
const postBytes = (body: Buffer) => {
  const sent = request(tiny.url).post('/v1/things').set('Content-Type', 'application/json');
  sent.write(body);
  return sent;
};

/** What every refusal looks like, wherever in the server it came from. */
function expectProblem(answer: Response, status: number, code: string) {
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(answer.body).toMatchObject({ type: `urn:zvit:problem:${code}`, status });
  expect(answer.body.title).toMatch(/^[A-Z]/);
  expect(answer.body.detail).toMatch(/\.( \(and \d+ more\))?$/);
  expect(answer.body.instance).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
  expectHeaders(answer.headers);
  expect(answer.headers['cache-control']).toBe('no-store');
}

function expectHeaders(headers: Record<string, unknown>) {
  expect(headers).toMatchObject({
    'api-version': '1.0.0',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
  });
  expect(headers).not.toHaveProperty('access-control-allow-origin');
}

const faultsOf = (answer: Response) => answer.body.errors as { pointer: string; code: string }[];
const pointers = (answer: Response) => faultsOf(answer).map((fault) => fault.pointer);
const faultCodes = (answer: Response) => faultsOf(answer).map((fault) => fault.code);

describe('a body', () => {
  it('that is right is taken', async () => {
    const answer = await post('{"reason":"Щоб було","size":3}', 'application/json; charset=utf-8').expect(201);
    expect(answer.body).toEqual({ reason: 'Щоб було', size: 3 });
    expectHeaders(answer.headers);
    await post('{"reason":"patch"}', 'application/merge-patch+json').expect(201);
  });

  it.each([
    ['cut off', '{"reason":'],
    ['no JSON', 'reason=x'],
    ['two values', '{"reason":"a"} {}'],
    ['empty', ''],
    ['only spaces', '  '],
  ])('that is %s is malformed', async (_, body) => {
    const answer = await post(body);
    expectProblem(answer, 400, 'malformed-request');
    expect(answer.text).not.toContain('reason');
  });

  it('that is not UTF-8 is malformed', async () => {
    expectProblem(await postBytes(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])), 400, 'malformed-request');
  });

  it.each(['[]', 'null', '"text"', '5', '[{"reason":"a"}]'])('that is %s is no object', async (body) => {
    const answer = await post(body);
    expectProblem(answer, 400, 'invalid-input');
    expect(answer.body.errors).toMatchObject([{ pointer: '', code: 'wrong-type' }]);
  });

  it.each([
    ['brackets', '['.repeat(100_000)],
    ['closed brackets', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects', '{"a":'.repeat(100_000)],
    ['65 levels', '['.repeat(65) + ']'.repeat(65)],
  ])('that nests too deep (%s) is refused before it is parsed', async (_, body) => {
    const answer = await post(body);
    expectProblem(answer, 400, 'malformed-request');
    expect(answer.body.detail).toContain('64 levels');
  });

  it('may hold brackets in texts', async () => {
    expectProblem(await post(`{"reason":"${'['.repeat(100)}"}`), 400, 'invalid-input');
    await post('{"reason":"\\"[[[{{"}').expect(201);
  });

  it.each([
    ['__proto__', '{"reason":"a","__proto__":{"size":3}}', ['/__proto__']],
    ['an escaped __proto__', '{"reason":"a","\\u005f_proto__":{"size":3}}', ['/__proto__']],
    ['constructor.prototype', '{"reason":"a","constructor":{"prototype":{"x":1}}}', ['/constructor']],
    ['__proto__ deep inside', '{"reason":"a","leaves":[{"__proto__":null}]}', ['/leaves/0/__proto__']],
    ['constructor', '{"reason":"a","constructor":{}}', ['/constructor']],
    ['toString', '{"reason":"a","toString":1,"hasOwnProperty":2}', ['/hasOwnProperty', '/toString']],
  ])('that reaches for a prototype by %s is refused by name', async (_, body, named) => {
    const answer = await post(body);
    expectProblem(answer, 400, 'invalid-input');
    expect(pointers(answer).sort()).toEqual(named);
    expect(({} as { size?: number }).size).toBeUndefined();
  });

  it.each([
    ['NUL', '{"reason":"a\\u0000b"}', '/reason'],
    ['a lone high surrogate', '{"reason":"\\ud83d"}', '/reason'],
    ['a lone low surrogate', '{"leaves":[{"name":"a\\udc00"}]}', '/leaves/0/name'],
    ['a key with NUL', '{"leaves":[{"a\\u0000":1}]}', '/leaves/0'],
    ['a key with a lone surrogate', '{"\\ud83d":1}', ''],
  ])('with %s is refused with its pointer', async (_, body, pointer) => {
    const answer = await post(body);
    expectProblem(answer, 400, 'invalid-input');
    expect(answer.body.errors).toMatchObject([{ pointer, code: 'forbidden-text' }]);
  });

  it('with a whole pair of surrogates is right', async () => {
    const answer = await post('{"reason":"\\ud83d\\ude00"}').expect(201);
    expect(answer.body.reason).toBe('😀');
  });

  it('with the same key twice, or a number beyond numbers, is refused', async () => {
    const twice = await post('{"reason":"a","reason" : "b"}');
    expectProblem(twice, 400, 'invalid-input');
    expect(faultCodes(twice)).toEqual(['duplicate']);
    const huge = await post('{"reason":"a","size":1e999}');
    expect(huge.body.errors).toMatchObject([{ pointer: '/size', code: 'wrong-type' }]);
    await post('{"reason":"reason","leaves":[{"name":"a"},{"name":"a"}]}').expect(201);
  });

  it.each([
    ['application/x-www-form-urlencoded', 'reason=x'],
    ['text/plain', '{"reason":"x"}'],
    ['application/jsonx', '{"reason":"x"}'],
    ['text/json', '{"reason":"x"}'],
    ['nonsense', '{"reason":"x"}'],
  ])('of type %s is not read', async (type, body) => {
    expectProblem(await post(body, type), 415, 'unsupported-media-type');
  });

  it('that is compressed is not read', async () => {
    const answer = await post('{"reason":"x"}').set('Content-Encoding', 'gzip');
    expectProblem(answer, 415, 'unsupported-media-type');
  });

  it('of 3 MB is too large, announced or not', async () => {
    const body = Buffer.from(JSON.stringify({ reason: 'x'.repeat(3_000_000) }));
    const announced = await sendRaw(
      `POST /v1/things HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
    );
    expectRawProblem(announced, 413, 'payload-too-large');
    const chunk = body.subarray(0, 1_100_000);
    const chunked = await sendRaw(
      `POST /v1/things HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n` +
        `${chunk.length.toString(16)}\r\n${chunk.toString()}\r\n`,
    );
    expectRawProblem(chunked, 413, 'payload-too-large');
  });

  it('gets all its faults at once, each with its pointer', async () => {
    const body = { size: '3', state: 'ajar', extra: 1, 'a/b~c': 2, leaves: [{ name: 'toolong' }, { nam: 1 }] };
    const answer = await post(JSON.stringify(body));
    expectProblem(answer, 400, 'invalid-input');
    const found = faultsOf(answer).map((fault) => [fault.pointer, fault.code]);
    expect(found.sort()).toEqual(
      [
        ['/a~1b~0c', 'unknown-field'],
        ['/extra', 'unknown-field'],
        ['/leaves/0/name', 'too-long'],
        ['/leaves/1/nam', 'unknown-field'],
        ['/leaves/1/name', 'missing'],
        ['/reason', 'missing'],
        ['/size', 'wrong-type'],
        ['/state', 'not-in-vocabulary'],
      ].sort(),
    );
  });

  it('that is absent lacks what is required', async () => {
    const answer = await request(tiny.url).post('/v1/things');
    expectProblem(answer, 400, 'invalid-input');
    expect(answer.body.errors).toMatchObject([{ pointer: '/reason', code: 'missing' }]);
  });

  it('of any bytes at all gets an answer below 500', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const answer = await postBytes(Buffer.from(bytes));
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(answer.status).toBeLessThan(500);
      }),
      { numRuns: 100 },
    );
  });

  it('of any JSON at all is taken whole or refused as a problem', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), async (value) => {
        const answer = await post(JSON.stringify({ ...value, reason: 'r' }));
        if (answer.status !== 201) expectProblem(answer, 400, 'invalid-input');
      }),
      { numRuns: 100 },
    );
  });
});

describe('an address', () => {
  it.each(['/v1/nothing', '/', '/v1', '/v2/things', '/V1/things', '/v1//things', '/things'])(
    '%s that nobody knows is a 404',
    async (path) => expectProblem(await request(tiny.url).get(path), 404, 'not-found'),
  );

  it.each(['/v1/things/', '/v1/things/a/', '/healthz/'])('%s with a slash at its end is another one', async (path) => {
    const answer = await request(tiny.url).get(path).redirects(0);
    expectProblem(answer, 404, 'not-found');
  });

  it.each([
    ['delete', '/v1/things', 'GET, HEAD, POST'],
    ['patch', '/v1/things/a?x=1', 'GET, HEAD'],
    ['options', '/v1/things', 'GET, HEAD, POST'],
    ['post', '/healthz', 'GET, HEAD'],
  ] as const)('says with %s %s which methods it knows', async (method, path, allowed) => {
    const answer = await request(tiny.url)[method](path);
    expectProblem(answer, 405, 'method-not-allowed');
    expect(answer.headers.allow).toBe(allowed);
  });

  it.each(['/v1/things/%', '/v1/things/%zz', '/v1/things/%c3%28', '/v1/things?cursor=%', '/v1/things?a=%ff'])(
    '%s that is wrongly encoded is malformed',
    async (path) => expectProblem(await request(tiny.url).get(path), 400, 'malformed-request'),
  );

  it.each(['/v1/things/a%00b', '/v1/things?cursor=%00', '/v1/things?%00=1'])('%s with NUL is malformed', async (path) =>
    expectProblem(await request(tiny.url).get(path), 400, 'malformed-request'),
  );

  it('with a very long name finds nothing', async () => {
    expectProblem(await request(tiny.url).get(`/v1/things/${'x'.repeat(5_000)}`), 404, 'not-found');
  });

  it.each([
    ['pageSize=0', '/pageSize'],
    ['pageSize=201', '/pageSize'],
    ['pageSize=ten', '/pageSize'],
    ['pageSize=5.5', '/pageSize'],
    ['pageSize=', '/pageSize'],
    ['pageSize=5&pageSize=6', '/pageSize'],
    ['cursor=a&cursor=b', '/cursor'],
    ['pagesize=5', '/pagesize'],
    ['constructor=5', '/constructor'],
    ['__proto__=5', '/__proto__'],
  ])('with the query %s is refused with its pointer', async (query, pointer) => {
    const answer = await request(tiny.url).get(`/v1/things?${query}`);
    expectProblem(answer, 400, 'invalid-input');
    expect(pointers(answer)).toEqual([pointer]);
  });
});

/** Sends bytes as they are; answers what came back until the server hung up. */
function sendRaw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(tiny.port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.setEncoding('utf8').on('data', (part: string) => (answer += part));
    // The server may hang up while the rest is still on its way.
    socket.on('close', () => resolve(answer)).on('error', (error) => (answer === '' ? reject(error) : undefined));
  });
}

function expectRawProblem(answer: string, status: number, code: string) {
  const [head = '', body = ''] = answer.split('\r\n\r\n', 2);
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(head).toMatch(/\r\ncontent-type: application\/problem\+json/i);
  expect(head).toMatch(/\r\napi-version: 1\.0\.0/i);
  expect(head).toMatch(/\r\nx-frame-options: DENY/i);
  expect(JSON.parse(body)).toMatchObject({ type: `urn:zvit:problem:${code}`, code, status });
}

describe('a connection', () => {
  it('whose headers overflow gets a problem', async () => {
    const answer = await sendRaw(`GET /healthz HTTP/1.1\r\nHost: x\r\nCookie: ${'x'.repeat(40_000)}\r\n\r\n`);
    expectRawProblem(answer, 431, 'malformed-request');
  });

  it('that speaks no HTTP gets a problem', async () => {
    expectRawProblem(await sendRaw('HELO zvit.example\r\n\r\n'), 400, 'malformed-request');
  });

  it('that breaks off in a body harms nobody', async () => {
    const socket = connect(tiny.port, '127.0.0.1');
    socket.write(
      'POST /v1/things HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"re',
    );
    await new Promise((done) => socket.end(() => done(undefined)));
    socket.destroy();
    await request(tiny.url).get('/healthz').expect(200);
  });
});
