import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Config } from './config.js';
import { Metrics } from './health/metrics.js';
import { Readiness } from './health/readiness.js';
import { Log } from './log/log.js';

/** What every room may ask for by its class. */
export interface PlatformParts {
  readonly config: Config;
  readonly log: Log;
  readonly readiness: Readiness;
  readonly metrics: Metrics;
}

@Global()
@Module({})
export class PlatformModule {
  static of(parts: PlatformParts): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: Config, useValue: parts.config },
        { provide: Log, useValue: parts.log },
        { provide: Readiness, useValue: parts.readiness },
        { provide: Metrics, useValue: parts.metrics },
      ],
      exports: [Config, Log, Readiness, Metrics],
    };
  }
}
