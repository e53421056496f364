import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { API_PREFIX, API_VERSION } from '@zvit/platform';
import { API_VERSION_HEADER, PROBLEM_RESPONSES, PROBLEM_SCHEMAS, refusalsOf } from './openapi-problems.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Operations that need no log-in: they are how one gets in. */
const OPEN = new Set(['post /session', 'post /first-administrator', 'post /first-password']);

interface Operation {
  parameters?: { name?: string; in?: string }[];
  responses?: Record<string, { headers?: object; description?: string }>;
  security?: object[];
}

/** The description of the API as the built app tells it, with what holds for every operation. Keys stand in a stable order. */
export function describeApi(app: INestApplication): object {
  const document = SwaggerModule.createDocument(app, frame(), {
    ignoreGlobalPrefix: true,
    operationIdFactory: (controller, method) =>
      controller.replace(/Controller$/, '').replace(/^./, lower) + method.replace(/^./, upper),
  });
  for (const [path, item] of Object.entries(document.paths))
    for (const method of METHODS) {
      const operation = item[method] as Operation | undefined;
      if (operation) complete(`${method} ${path}`, method, operation);
    }
  const components = (document.components ??= {});
  const schemas = { ...components.schemas, ...PROBLEM_SCHEMAS };
  const responses = { ...components.responses, ...PROBLEM_RESPONSES };
  const headers = {
    ...components.headers,
    ApiVersion: {
      description: 'The full version of the API',
      schema: { type: 'string', example: API_VERSION },
    },
  };
  return sorted({ ...document, components: { ...components, schemas, responses, headers } }) as object;
}

function frame(): Omit<OpenAPIObject, 'paths'> {
  return new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Zvit')
    .setDescription("The record of how Russia's war against Ukraine is answered for.")
    .setVersion(API_VERSION)
    .setContact('Zvit', 'https://zvit.example', 'zvit@zvit.example')
    .setLicense('EUPL-1.2', 'https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12')
    .addServer(`/${API_PREFIX}`, 'This server')
    .addCookieAuth('zvit', { type: 'apiKey', in: 'cookie' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'token')
    .addSecurityRequirements('session')
    .addSecurityRequirements('token')
    .build();
}

function complete(name: string, method: string, operation: Operation): void {
  const changes = (operation.parameters ?? []).some(
    (parameter) => parameter.in === 'header' && parameter.name?.toLowerCase() === 'if-match',
  );
  const answers = operation.responses ?? {};
  for (const [status, answer] of Object.entries(answers))
    if (/^[23]/.test(status)) {
      answer.headers = { ...API_VERSION_HEADER, ...answer.headers };
      answer.description ||= 'Done';
    }
  // What a controller says of its refusals is more exact than what holds for all.
  operation.responses = { ...refusalsOf(method, changes), ...answers } as typeof answers;
  if (OPEN.has(name)) operation.security = [];
}

const lower = (letter: string): string => letter.toLowerCase();
const upper = (letter: string): string => letter.toUpperCase();

/** The same value with the keys of its objects in alphabetical order; lists keep theirs. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]));
}
