import { Injectable } from '@nestjs/common';
import { Config } from '@zvit/platform';
import { LONGEST_SESSION } from './sessions.js';

/** The cookie of a session. Over TLS the prefix `__Host-` keeps other hosts and paths from setting it (RFC 6265bis). */
@Injectable()
export class SessionCookie {
  constructor(private readonly config: Config) {}

  get name(): string {
    return this.config.secure ? '__Host-zvit' : 'zvit';
  }

  /** The session's secret in a Cookie header. Of two cookies of the name neither is believed. */
  read(header: string | undefined): string | undefined {
    const values = (header ?? '')
      .split(';')
      .map((pair) => pair.trim())
      .filter((pair) => pair.startsWith(`${this.name}=`))
      .map((pair) => pair.slice(this.name.length + 1));
    return values.length === 1 && /^[\w-]{43}$/.test(values[0]!) ? values[0] : undefined;
  }

  set(secret: string): string {
    return `${this.name}=${secret}; Max-Age=${LONGEST_SESSION}; ${this.attributes}`;
  }

  clear(): string {
    return `${this.name}=; Max-Age=0; ${this.attributes}`;
  }

  private get attributes(): string {
    return `Path=/; HttpOnly; SameSite=Strict${this.config.secure ? '; Secure' : ''}`;
  }
}
