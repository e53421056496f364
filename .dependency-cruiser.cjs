// The table of rooms as an allow-list: what is not named here may not be imported. The map in docs/ is drawn from it too.
const rooms = {
  domain: [],
  proof: [],
  platform: ['domain'],
  store: ['domain', 'proof', 'platform'],
  access: ['domain', 'platform', 'store'],
  evidence: ['domain', 'platform', 'store', 'access'],
  register: ['domain', 'platform', 'store', 'access', 'evidence'],
  exports: ['domain', 'proof', 'platform', 'store', 'access', 'evidence', 'register'],
  publishing: ['domain', 'proof', 'platform', 'store', 'access', 'evidence', 'register'],
};
const libs = Object.keys(rooms);
const apps = { api: libs, worker: libs, admin: libs, verify: ['domain', 'proof'], web: [] };

// The pure rooms run without framework, database and clock: of packages and of Node they may reach these alone.
const pure = { domain: ['node_modules/@edtf-ts/core/'], proof: ['node_modules/canonicalize/', '(node:)?crypto$'] };

const oneOf = (names) => `(${names.join('|')})`;
const spec = '[.](e2e-)?spec[.]ts$';
const error = 'error';

const roomRules = Object.entries(rooms).map(([room, allowed]) => ({
  name: `room-${room}`,
  comment: `libs/${room} may import of ours: ${allowed.join(', ') || 'nothing'}.`,
  severity: error,
  from: { path: `^libs/${room}/` },
  to: { path: '^(libs|apps|test)/', pathNot: `^libs/${oneOf([room, ...allowed])}/` },
}));

const appRules = Object.entries(apps).map(([app, allowed]) => ({
  name: `app-${app}`,
  comment: `apps/${app} may import of ours: ${allowed.join(', ') || 'nothing'}, and no other app.`,
  severity: error,
  from: { path: `^apps/${app}/` },
  to: {
    path: '^(libs|apps|test)/',
    pathNot: allowed.length > 0 ? `^(apps/${app}|libs/${oneOf(allowed)})/` : `^apps/${app}/`,
  },
}));

const pureRules = Object.entries(pure).map(([room, allowed]) => ({
  name: `pure-${room}`,
  comment: `libs/${room} is pure: of packages and of Node it reaches ${allowed.join(', ')} alone.`,
  severity: error,
  from: { path: `^libs/${room}/`, pathNot: spec },
  to: { pathNot: ['^libs/', '^[.]', ...allowed.map((path) => `^${path}`)] },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    ...appRules,
    ...pureRules,
    {
      name: 'known-room',
      comment: 'A new lib or app gets its line in the table first.',
      severity: error,
      from: { path: '^(libs|apps)/[^/]+/', pathNot: [`^libs/${oneOf(libs)}/`, `^apps/${oneOf(Object.keys(apps))}/`] },
      to: {},
    },
    {
      name: 'through-the-door',
      comment: "A lib's code is entered by its src/index.ts, not around it.",
      severity: error,
      from: { path: '^(libs/[^/]+|apps/[^/]+|test)/' },
      to: { path: '^libs/', pathNot: ['^$1/', '^libs/[^/]+/src/index[.]ts$'] },
    },
    {
      name: 'by-its-name',
      comment: 'Libs are imported as @zvit/<lib>, never by a way through the folders.',
      severity: error,
      from: { path: '^(libs/[^/]+|apps/[^/]+|test)/' },
      to: { path: '^libs/', pathNot: '^$1/', dependencyTypesNot: ['aliased'] },
    },
    {
      name: 'controllers-know-no-tables',
      comment: 'A controller speaks to acts and readers; it reaches neither TypeORM nor an entity.',
      severity: error,
      from: { path: '[.]controller[.]ts$' },
      to: { path: ['^node_modules/(typeorm|@nestjs/typeorm)/', '[.]entity[.]ts$'] },
    },
    {
      name: 'no-cycles',
      comment: 'Nothing calls back up, not even by a type.',
      severity: error,
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that leads nowhere fails only when it runs.',
      severity: error,
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-specs-in-code',
      comment: 'Code never imports a test.',
      severity: error,
      from: { path: '^(libs|apps)/', pathNot: spec },
      to: { path: [spec, '^test/'] },
    },
    {
      name: 'no-dev-packages-in-code',
      comment: 'What runs in production is a dependency, not a devDependency.',
      severity: error,
      from: { path: '^(libs|apps)/', pathNot: [spec, '^apps/web/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-undeclared-packages',
      comment: 'A package that only another package brings may be gone tomorrow.',
      severity: error,
      from: { path: '^(libs|apps|test)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    reporterOptions: { dot: { collapsePattern: '^(libs|apps)/[^/]+' } },
  },
};
