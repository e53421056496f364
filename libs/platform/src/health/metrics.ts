import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { type HttpReply, type HttpRequest } from '../http/exchange.js';
import { routeOf } from '../log/request-log.js';

/** The numbers of this process, in a registry of its own, so that several can live in one test. */
export class Metrics {
  readonly registry = new Registry();
  private readonly seconds = new Histogram({
    name: 'zvit_http_request_seconds',
    help: 'Time from a request to the end of its answer, by the pattern of its route',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  /** Adds what Node tells of itself: memory, event loop, garbage. */
  collectProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  observe(request: HttpRequest, reply: HttpReply): void {
    const labels = { method: request.method, route: routeOf(request), status: `${reply.statusCode}` };
    this.seconds.observe(labels, reply.elapsedTime / 1000);
  }
}
