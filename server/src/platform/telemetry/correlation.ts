import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<string>();

/** Runs `work` so that every log line written meanwhile, also after an await, carries this id. */
export function withCorrelation<T>(correlationId: string, work: () => T): T {
  return current.run(correlationId, work);
}

/** The id of the request or command being handled; undefined outside one. */
export const correlationId = (): string | undefined => current.getStore();
