import { ACCESS_TABLES } from './access.entity.js';
import { INDEX_TABLES, LEDGER_TABLES } from './ledger.entity.js';
import { PROJECTED_TABLES } from './records.entity.js';

/** Tables that follow from the entries: `rebuild` empties and fills them, `verify` compares them. In an order that inserts allow. */
export const DERIVED_TABLES = [...INDEX_TABLES, ...PROJECTED_TABLES];

export const TABLES = [...LEDGER_TABLES, ...DERIVED_TABLES, ...ACCESS_TABLES];
