import { type LoggerService } from '@nestjs/common';
import { type Log } from './log.js';

/** What Nest says about itself goes into our lines: warnings and errors; its greetings and lists of routes do not. */
export class NestLog implements LoggerService {
  constructor(private readonly sink: Log) {}

  log(): void {
    // greetings
  }

  warn(message: unknown, context?: string): void {
    this.sink.warn('framework', { context, message: sentence(message) });
  }

  error(message: unknown, ...more: unknown[]): void {
    if (message instanceof Error) this.sink.defect(message, { context: contextOf(more) });
    else this.sink.error('framework', { context: contextOf(more), message: sentence(message) });
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.error(message, ...more);
  }
}

/** Nest's own warnings speak of classes and routes. An object would be somebody's content. */
const sentence = (message: unknown): string => (typeof message === 'string' ? message : typeof message);

function contextOf(more: readonly unknown[]): string | undefined {
  const last = more.at(-1);
  return typeof last === 'string' ? last : undefined;
}
