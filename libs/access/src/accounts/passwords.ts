import { hash, verify } from '@node-rs/argon2';
import { newSecret, sha256 } from '../secrets.js';

/** Argon2id (the library's default) at OWASP's first recommendation: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The slow hash itself; a test counts its calls. */
export interface SlowHash {
  hash(password: string): Promise<string>;
  verify(encoded: string, password: string): Promise<boolean>;
}

const argon2id: SlowHash = {
  hash: (password) => hash(password, COST),
  verify: (encoded, password) => verify(encoded, password),
};

/** A hashed password: the encoded text for the table of credentials, its digest for the ledger. */
export interface HashedPassword {
  readonly encoded: string;
  readonly digest: string;
}

export class Passwords {
  private decoy: Promise<string> | undefined;

  constructor(private readonly slow: SlowHash = argon2id) {}

  /** Takes 20 ms and 19 MiB: never inside a write, which holds every other writer. */
  async hash(password: string): Promise<HashedPassword> {
    const encoded = await this.slow.hash(password.normalize('NFC'));
    return { encoded, digest: sha256(encoded) };
  }

  /**
   * Whether a password is the one of a credential. Where there is no credential, or it isn't the one that the ledger knows the
   * digest of, a decoy is verified instead: who asks learns nothing from the time that it takes.
   */
  async matches(password: string, credential: { encoded: string | null; digest: string | null } | undefined) {
    this.decoy ??= this.slow.hash(newSecret());
    const decoy = await this.decoy;
    const { encoded, digest } = credential ?? {};
    const known = encoded != null && sha256(encoded) === digest;
    const same = await this.slow.verify(known ? encoded : decoy, password.normalize('NFC'));
    return known && same;
  }
}
