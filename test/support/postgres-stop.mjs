// Jest's globalTeardown: lets the keeper go and waits until it has removed its folder.
export default async function tearDown() {
  const keeper = globalThis.zvitPostgresKeeper;
  if (keeper === undefined || keeper.exitCode !== null) return;
  keeper.ref();
  const gone = new Promise((resolve) => keeper.once('exit', resolve));
  keeper.stdin.end();
  await gone;
  delete process.env.ZVIT_TEST_POSTGRES;
}
