import { type Config } from '@zvit/platform';
import { disableAccount } from './disable-account.js';
import { importReference } from './import-reference.js';
import { invite } from './invite.js';
import { rebuildTables } from './rebuild-tables.js';
import { schemaDiff } from './schema-diff.js';
import { verify } from './verify.js';

export interface Command {
  readonly usage: string;
  readonly about: string;
  readonly writes: boolean;
  run(config: Config, words: readonly string[]): Promise<number>;
}

export const COMMANDS: Record<string, Command> = {
  verify: {
    usage: '[--json]',
    about: 'checks entries, tree, disclosures, tables, journal and credentials; names what is not sound',
    writes: false,
    run: verify,
  },
  import: {
    usage: '<folder> --as <username> [--class <class>]',
    about: 'loads reference data: one batch, whole or not at all',
    writes: true,
    run: importReference,
  },
  rebuild: { usage: '', about: 'makes all tables anew from the entries', writes: true, run: rebuildTables },
  invite: { usage: '', about: 'a new one-time link for the first administrator', writes: true, run: invite },
  'disable-account': {
    usage: '<username> --as <username>',
    about: 'disables an account in the name of an administrator, with nobody to agree',
    writes: true,
    run: disableAccount,
  },
  'schema-diff': {
    usage: '',
    about: 'compares what the migrations make with the entities',
    writes: false,
    run: schemaDiff,
  },
};
