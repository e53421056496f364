// A process that records act after act and says each one once it is acknowledged, until somebody kills it.
// node writer.mjs '{"kind":"sqlite","file":"…"}'; it runs on what `npm run build` made.
import { writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';

const built = (lib) => import(new URL(`../../dist/apps/admin/libs/${lib}/src/index.js`, import.meta.url));
const { addRecord, find, openConnections, Projections, reviseRecord, Store, Surrounded } = await built('store');
const { EVIDENCE_SPECS } = await built('evidence');
const { REGISTER_SPECS } = await built('register');

const place = JSON.parse(process.argv[2]);
const store = new Store(await openConnections(place), new Projections([...EVIDENCE_SPECS, ...REGISTER_SPECS]));
const actor = { person: '0'.repeat(26), account: '1'.repeat(26), roles: ['editor'] };
const sight = [0, 1, 2];
const mechanism = await find(store.db, sight, 'mechanism', 'a-tribunal');
const [{ id: source }] = await store.db.all('SELECT id FROM source LIMIT 1');

const event = (title) => ({
  mechanism,
  date: '2023-05-17',
  kind: 'statement',
  title,
  description: 'Recorded while the power may go.',
  place: null,
  verified: true,
  citations: { 1: { source }, 2: { source, locator: 'p. 2' } },
});

async function record(n) {
  if (n % 3 !== 2)
    return store.act(actor, (tx) =>
      addRecord(tx, new Surrounded(tx, sight), 'event', event(`Event ${randomBytes(4).toString('hex')}`)),
    );
  const [{ id }] = await store.db.all(
    'SELECT id FROM event WHERE until_seq = 2147483647 ORDER BY from_seq DESC LIMIT 1',
  );
  return store.act(actor, (tx) =>
    reviseRecord(tx, new Surrounded(tx, sight), 'event', id, 'correct', (before) => ({
      ...before,
      title: `Corrected ${n}`,
    })),
  );
}

// One event that corrections find, before anybody counts.
await record(0);
writeSync(1, 'ready\n');
for (let n = 0; n < 100_000; n += 4) {
  // Several wait in the lane at once, as they do in a server.
  await Promise.all(
    [n, n + 1, n + 2, n + 3].map(async (one) => {
      const { seq, leafHash } = await record(one);
      writeSync(1, `${seq} ${leafHash}\n`);
    }),
  );
}
