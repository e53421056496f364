/** Something that is not as the ledger says. `item` names it so that a person finds it: an entry, a table's row, a node. */
export interface Finding {
  readonly code: FindingCode;
  readonly item: string;
  readonly detail: string;
}

export type FindingCode =
  | 'entry-missing'
  | 'entry-not-canonical'
  | 'entry-malformed'
  | 'entry-out-of-place'
  | 'time-went-back'
  | 'leaf-hash-wrong'
  | 'version-out-of-order'
  | 'disclosure-altered'
  | 'disclosure-missing'
  | 'disclosure-unlisted'
  | 'tree-node-wrong'
  | 'tree-node-missing'
  | 'tree-node-unlisted'
  | 'row-altered'
  | 'row-missing'
  | 'row-unlisted'
  | 'tables-not-checked'
  | 'schema-differs'
  | 'guard-missing'
  | 'file-damaged'
  | 'journal-broken'
  | 'credential-altered'
  | 'session-altered';
