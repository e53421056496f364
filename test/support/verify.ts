import { type Connections, type Finding, type Store, verifyEntries, verifySchema, verifyTables } from '@zvit/store';

/** Everything that `verify` looks at in the store, in one consistent look. Empty when all is as the entries say. */
export function verifyAll(connections: Connections, store: Store): Promise<Finding[]> {
  return connections.snapshot(async (db) => [
    ...(await verifyEntries(db)),
    ...(await verifySchema(connections.source, db)),
    ...(await verifyTables(db, store.projections)),
  ]);
}
