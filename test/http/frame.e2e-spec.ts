import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Readiness } from '@zvit/platform';
import request from 'supertest';
import { openTinyApp, type TinyApp } from './tiny-app.js';

const token = 'a-token-for-the-scraper';
let tiny: TinyApp;
beforeAll(async () => {
  tiny = await openTinyApp({ ZVIT_METRICS_TOKEN: token });
});
afterAll(() => tiny.app.close());

const get = (path: string) => request(tiny.url).get(path);

describe('an answer', () => {
  it('is not stored, unless its handler says otherwise', async () => {
    expect((await get('/v1/things').expect(200)).headers['cache-control']).toBe('no-store');
    const one = await get('/v1/things/a').expect(200);
    expect([one.headers['cache-control'], one.headers.etag]).toEqual(['private, no-cache', '"1"']);
  });

  it('that is a refusal keeps nothing of the answer that did not come', async () => {
    const answer = await get('/v1/things/blocked').expect(409);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers).not.toHaveProperty('etag');
    expect(answer.body).toMatchObject({
      code: 'blocked',
      blockers: [{ code: 'requirement', name: 'twenty-five-ratifications' }],
    });
  });

  it('that asks to wait says for how long', async () => {
    expect((await get('/v1/things/slow-down').expect(429)).headers['retry-after']).toBe('2');
  });

  it('that is a page links to the next, and keeps the rest of the query', async () => {
    const first = await get('/v1/things?pageSize=7').expect(200);
    expect(first.body).toEqual({ items: [7], next: 'WyJiIl0' });
    expect(first.headers.link).toBe('</v1/things?pageSize=7&cursor=WyJiIl0>; rel="next"');
    const last = await get('/v1/things?pageSize=7&cursor=WyJiIl0').expect(200);
    expect(last.headers).not.toHaveProperty('link');
    expect((await get('/v1/things')).body.items).toEqual([50]);
  });

  it('has no body for HEAD, but its headers', async () => {
    const answer = await request(tiny.url).head('/v1/things').expect(200);
    expect(answer.headers['api-version']).toBe('1.0.0');
  });
});

describe('a route that gathers faults', () => {
  const gather = (body: object, query = '') => request(tiny.url).post(`/v1/things/gathered${query}`).send(body);
  const faultsOf = (body: unknown) =>
    (body as { errors: { pointer: string; code: string }[] }).errors.map(({ pointer, code }) => [pointer, code]);

  it('answers those of the shape with those that its handler finds', async () => {
    const answer = await gather({ extra: 1, size: 13, reason: 5 }).expect(400);
    expect(faultsOf(answer.body)).toEqual([
      ['/extra', 'unknown-field'],
      ['/size', 'contradiction'],
      ['/reason', 'wrong-type'],
    ]);
  });

  it('never succeeds with a body of another shape', async () => {
    expect(faultsOf((await gather({ reason: 'r', extra: 1 }).expect(400)).body)).toEqual([['/extra', 'unknown-field']]);
    await gather({ reason: 'r' }).expect(201);
  });

  it('refuses a wrong query before anything else, and says nothing to whom it is not allowed', async () => {
    const wrong = await gather({ size: 13, reason: 'r' }, '?pageSize=x').expect(400);
    expect(faultsOf(wrong.body)).toEqual([['/pageSize', 'wrong-type']]);
    const stranger = await gather({ size: 401, extra: 1, reason: 'r' }).expect(401);
    expect(stranger.body).not.toHaveProperty('errors');
  });
});

describe('the log', () => {
  it('knows the pattern of a route, never its values', async () => {
    tiny.lines.length = 0;
    await get('/v1/things/special-tribunal?validOn=2024-01-01').set('X-Request-Id', 'mine');
    await get('/v1/somewhere/secret');
    await request(tiny.url).post('/v1/things').send({ reason: 7, secret: 'x' });
    const requests = tiny.lines.filter((line) => line.msg === 'request');
    expect(requests).toMatchObject([
      { method: 'GET', route: '/v1/things/:id', status: 200, level: 30 },
      { method: 'GET', route: 'unknown', status: 404, code: 'not-found' },
      { method: 'POST', route: '/v1/things', status: 400, code: 'invalid-input' },
    ]);
    expect(JSON.stringify(tiny.lines)).not.toMatch(/tribunal|2024|secret|mine|somewhere/);
    for (const line of requests) expect(line).toMatchObject({ ms: expect.any(Number), request: expect.any(String) });
  });

  it('tells of a defect its class and places, not its sentence; the client hears nothing of it', async () => {
    tiny.lines.length = 0;
    const answer = await get('/v1/things/broken').expect(500);
    expect(answer.body).toMatchObject({ code: 'internal-error', status: 500 });
    expect(answer.text).not.toMatch(/TypeError|Honchar|\.ts/);
    const defect = tiny.lines.find((line) => line.msg === 'defect');
    expect(defect).toMatchObject({
      error: 'TypeError',
      request: String(answer.body.instance).replace('urn:uuid:', ''),
    });
    expect(defect?.stack).toContain('tiny.controller');
    expect(JSON.stringify(tiny.lines)).not.toContain('Honchar');
  });
});

describe('the health of the process', () => {
  it('is well before it is ready', async () => {
    const readiness = tiny.app.get(Readiness);
    readiness.waitFor('the reference data');
    await get('/healthz').expect(200, { status: 'ok' });
    const waiting = await get('/readyz').expect(503);
    expect(waiting.body).toMatchObject({ code: 'not-ready', detail: 'Waiting for: the reference data.' });
    readiness.done('the reference data');
    await get('/readyz').expect(200, { status: 'ready' });
  });

  it('shows its numbers to the bearer of the token alone', async () => {
    expect((await get('/metrics').expect(401)).headers['www-authenticate']).toContain('Bearer');
    await get('/metrics').set('Authorization', 'Bearer another').expect(401);
    await get(`/metrics?token=${token}`).expect(401);
    await get('/v1/things/special-tribunal');
    const answer = await get('/metrics').set('Authorization', `Bearer ${token}`).expect(200);
    expect(answer.headers['content-type']).toMatch(/^text\/plain/);
    expect(answer.text).toContain('zvit_http_request_seconds_count{method="GET",route="/v1/things/:id",status="200"}');
    expect(answer.text).not.toContain('tribunal');
  });

  it('has no numbers where no token is set', async () => {
    const other = await openTinyApp();
    await request(other.url).get('/metrics').set('Authorization', 'Bearer undefined').expect(404);
    await other.app.close();
  });
});
