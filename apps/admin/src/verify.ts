import { verifyCredentials, verifyJournal, verifySessions } from '@zvit/access';
import { type Config } from '@zvit/platform';
import { type Finding, openReadOnly, placeOf, verifyEntries, verifySchema, verifyTables } from '@zvit/store';
import { parseArgs } from 'node:util';
import { endProgress, progress, say } from './say.js';
import { allProjections } from './specs.js';

/** Checks the live installation without writing; works while the service runs. */
export async function verify(config: Config, words: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...words], options: { json: { type: 'boolean', default: false } } });
  const connections = await openReadOnly(placeOf(config));
  try {
    const { findings, entries } = await connections.snapshot(async (db) => {
      const found: Finding[] = [];
      found.push(...(await verifySchema(connections.source, db)));
      found.push(...(await verifyEntries(db, (seq) => progress(`entries ${seq}`))));
      found.push(...(await verifyTables(db, allProjections(), (seq) => progress(`tables ${seq}`))));
      found.push(...(await verifyJournal(db)), ...(await verifyCredentials(db)), ...(await verifySessions(db)));
      const head = await db.get<{ n: number }>('SELECT CAST(count(*) AS integer) AS n FROM entry');
      return { findings: found, entries: head?.n ?? 0 };
    });
    endProgress();
    report(findings, entries, values.json);
    return findings.length === 0 ? 0 : 1;
  } finally {
    await connections.close();
  }
}

function report(findings: readonly Finding[], entries: number, json: boolean): void {
  if (json) {
    say(JSON.stringify({ entries, sound: findings.length === 0, findings }));
    return;
  }
  for (const { code, item, detail } of findings) say(`${code}: ${item}: ${detail}`);
  say(
    findings.length === 0
      ? `Sound: ${entries} entries.`
      : `Not sound: ${findings.length} findings in ${entries} entries.`,
  );
}
