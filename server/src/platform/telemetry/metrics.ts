import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What this process measures about itself; read at `/metrics`. */
export interface Metrics {
  readonly registry: Registry;
  /** Seconds from a request's first byte to the end of its answer, by method, route pattern and status. */
  readonly httpSeconds: Histogram<'method' | 'route' | 'status'>;
  /** Open live connections by audience. */
  readonly sockets: Gauge<'audience'>;
  /** Commands answered by the live side, by outcome (`accepted`, `refused`, `failed`). */
  readonly commands: Counter<'outcome'>;
  /** Seconds of one COMMIT of the event log, fsync included. */
  readonly commitSeconds: Histogram;
  /** Commands that shared one COMMIT. */
  readonly commitBatch: Histogram;
  /** Unexpected errors, by the part that met them. */
  readonly faults: Counter<'part'>;
}

/** A registry of its own, so that two servers in one process (tests) do not share figures. Includes event-loop lag. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'hopso_' });
  return {
    registry,
    httpSeconds: new Histogram({
      name: 'hopso_http_request_seconds',
      help: 'Duration of HTTP requests',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    sockets: new Gauge({
      name: 'hopso_live_sockets',
      help: 'Open live connections',
      labelNames: ['audience'],
      registers,
    }),
    commands: new Counter({
      name: 'hopso_commands_total',
      help: 'Commands answered',
      labelNames: ['outcome'],
      registers,
    }),
    commitSeconds: new Histogram({
      name: 'hopso_log_commit_seconds',
      help: 'Duration of one COMMIT of the event log',
      buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2],
      registers,
    }),
    commitBatch: new Histogram({
      name: 'hopso_log_commit_commands',
      help: 'Commands in one COMMIT',
      buckets: [1, 2, 4, 8, 16, 32, 64, 128],
      registers,
    }),
    faults: new Counter({
      name: 'hopso_faults_total',
      help: 'Unexpected errors',
      labelNames: ['part'],
      registers,
    }),
  };
}
