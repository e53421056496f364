import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Config, createHttpApp } from '@zvit/platform';
import request from 'supertest';
import { describeApi } from '../../apps/api/src/openapi-document.js';
import { addOpenApiRoute, keptDescription } from '../../apps/api/src/openapi-route.js';
import { TinyModule } from './tiny.controller.js';

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await createHttpApp(TinyModule, new Config({ ZVIT_LOG_LEVEL: 'silent' }), { openRoutes: addOpenApiRoute });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(() => app.close());

interface Described {
  readonly info: { readonly contact: object };
  readonly paths: Record<
    string,
    Record<string, { readonly responses: Record<string, { $ref?: string; headers?: object }> }>
  >;
  readonly components: { readonly responses: object };
}
const described = () => describeApi(app) as Described;

describe('the description of the API', () => {
  it('is for anyone, from any page, and nothing else is', async () => {
    const answer = await request(app.getHttpServer())
      .get('/v1/openapi.json')
      .set('Origin', 'https://elsewhere.example');
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({ 'access-control-allow-origin': '*', 'api-version': '1.0.0' });
    expect(answer.text).toBe(keptDescription());
    const other = await request(app.getHttpServer()).get('/v1/things').set('Origin', 'https://elsewhere.example');
    expect(other.headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('names for each operation the refusals it may meet', () => {
    const document = described();
    expect(document).toMatchObject({ openapi: '3.1.0', servers: [{ url: '/v1' }], info: { version: '1.0.0' } });
    expect(Object.keys(document.info.contact).sort()).toEqual(['email', 'name', 'url']);
    expect(Object.keys(document.paths)).toEqual(['/things', '/things/gathered', '/things/{id}']);
    const { get, post } = document.paths['/things'] ?? {};
    expect(Object.keys(get!.responses)).toEqual(['200', '400', '401', '403', '404', '429', '500', 'default']);
    expect(Object.keys(post!.responses)).toEqual(expect.arrayContaining(['201', '400', '409', '413', '415']));
    expect(post!.responses['201']?.headers).toEqual({ 'API-Version': { $ref: '#/components/headers/ApiVersion' } });
    for (const { $ref } of Object.values(post!.responses))
      if ($ref !== undefined)
        expect(document.components.responses).toHaveProperty($ref.slice('#/components/responses/'.length));
  });

  it('comes out the same each time', () => {
    expect(JSON.stringify(describeApi(app))).toBe(JSON.stringify(describeApi(app)));
  });
});
