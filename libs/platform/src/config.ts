import { resolve } from 'node:path';

/** What an operator may set, as it stands in the environment. Unset and empty are the same. */
export interface Environment {
  readonly ZVIT_HOST?: string;
  readonly ZVIT_PORT?: string;
  readonly ZVIT_PUBLIC_URL?: string;
  readonly ZVIT_DATA_DIR?: string;
  readonly ZVIT_DATABASE_URL?: string;
  readonly ZVIT_METRICS_TOKEN?: string;
  readonly ZVIT_LOG_LEVEL?: string;
  readonly ZVIT_TRUSTED_PROXIES?: string;
  readonly ZVIT_DEMO_PASSWORD?: string;
}

export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Names all faults of the settings at once, so that nobody has to start the program once per fault. */
export class SettingFaults extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`These settings can't be used:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
    this.name = 'SettingFaults';
  }
}

/** The settings of a process, read once. Nothing else reads the environment. */
export class Config {
  readonly host: string;
  /** 0 lets the system choose one. */
  readonly port: number;
  /** Absolute path of the folder of run-time files. */
  readonly dataDir: string;
  /** A PostgreSQL; undefined: SQLite in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Absent: there are no metrics. */
  readonly metricsToken: string | undefined;
  readonly logLevel: LogLevel;
  /** Addresses (or networks, as 10.0.0.0/8) whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  readonly demoPassword: string | undefined;
  private readonly namedUrl: string | undefined;

  constructor(environment: Environment) {
    const faults: string[] = [];
    const read = new Reading(environment, faults);
    this.host = read.text('ZVIT_HOST') ?? '127.0.0.1';
    this.port = read.port('ZVIT_PORT') ?? 3000;
    this.namedUrl = read.url('ZVIT_PUBLIC_URL', ['http:', 'https:'])?.origin;
    this.dataDir = resolve(read.text('ZVIT_DATA_DIR') ?? 'data/var');
    this.databaseUrl = read.url('ZVIT_DATABASE_URL', ['postgres:', 'postgresql:'])?.href;
    this.metricsToken = read.secret('ZVIT_METRICS_TOKEN', 16);
    this.logLevel = read.oneOf('ZVIT_LOG_LEVEL', LOG_LEVELS) ?? 'info';
    this.trustedProxies = read.list('ZVIT_TRUSTED_PROXIES');
    this.demoPassword = read.secret('ZVIT_DEMO_PASSWORD', 12);
    if (faults.length > 0) throw new SettingFaults(faults);
  }

  /** Where people reach this server: scheme, host and port, without a path or a slash at the end. */
  get publicUrl(): string {
    return this.namedUrl ?? `http://${this.host.includes(':') ? `[${this.host}]` : this.host}:${this.port}`;
  }

  /** Whether people come by TLS; cookies are `Secure` then. */
  get secure(): boolean {
    return this.publicUrl.startsWith('https:');
  }
}

/** Reads one setting after the other and collects what is wrong. Values are not repeated: some are secret. */
class Reading {
  constructor(
    private readonly environment: Environment,
    private readonly faults: string[],
  ) {}

  text(name: keyof Environment): string | undefined {
    return this.environment[name]?.trim() || undefined;
  }

  port(name: keyof Environment): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
    this.fault(`${name} must be a port, a whole number from 0 to 65535.`);
    return undefined;
  }

  url(name: keyof Environment, schemes: readonly string[]): URL | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url && schemes.includes(url.protocol)) return url;
    this.fault(`${name} must be an address that begins with ${schemes.map((one) => `${one}//`).join(' or ')}.`);
    return undefined;
  }

  secret(name: keyof Environment, least: number): string | undefined {
    const text = this.text(name);
    if (text === undefined || text.length >= least) return text;
    this.fault(`${name} must have at least ${least} characters.`);
    return undefined;
  }

  oneOf<T extends string>(name: keyof Environment, allowed: readonly T[]): T | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const found = allowed.find((one) => one === text);
    if (found === undefined) this.fault(`${name} must be one of ${allowed.join(', ')}.`);
    return found;
  }

  list(name: keyof Environment): string[] {
    const items = (this.text(name) ?? '').split(',').map((item) => item.trim());
    const wrong = items.filter((item) => item !== '' && !/^[0-9a-f.:]+(\/\d{1,3})?$/i.test(item));
    if (wrong.length > 0) this.fault(`${name} must be IP addresses or networks, with commas between them.`);
    return items.filter((item) => item !== '');
  }

  private fault(sentence: string): void {
    this.faults.push(sentence);
  }
}
