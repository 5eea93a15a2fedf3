import { type ChildProcess, fork } from 'node:child_process';

/** Something another process is asked to do, and its answer. */
export interface Ask {
  readonly call: number;
  readonly name: string;
  readonly given: unknown;
}

export interface Child<Api> {
  ask<K extends keyof Api & string>(
    name: K,
    ...given: Api[K] extends (given: infer G) => unknown ? (undefined extends G ? [G?] : [G]) : never
  ): Promise<Awaited<Api[K] extends (given: never) => infer R ? R : never>>;
  stop(): Promise<void>;
}

/** Starts a module in a process of its own whose `answerAsks` functions can be called from here. */
export function startChild<Api>(module: URL, args: readonly string[] = []): Child<Api> {
  const child = fork(module, [...args], {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (cause: Error) => void }>();
  let calls = 0;
  child.on('message', ({ call, value, error }: { call: number; value: never; error?: string }) => {
    const waiter = waiting.get(call);
    waiting.delete(call);
    if (error === undefined) waiter?.resolve(value);
    else waiter?.reject(new Error(error));
  });
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${module.pathname} ended with ${code}`));
    waiting.clear();
  });
  return {
    ask: (name, ...given) =>
      new Promise((resolve, reject) => {
        calls += 1;
        waiting.set(calls, { resolve, reject });
        child.send({ call: calls, name, given: given[0] } satisfies Ask);
      }),
    stop: () => ended(child),
  };
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.disconnect();
  });
}

/** The other end: answers the asks of the process that started this one, and ends with it. */
export function answerAsks(api: { readonly [name: string]: (given: never) => unknown }): void {
  process.on('disconnect', () => process.exit(0));
  process.on('message', async ({ call, name, given }: Ask) => {
    try {
      const value = await api[name]?.(given as never);
      process.send?.({ call, value });
    } catch (cause) {
      process.send?.({
        call,
        error: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
      });
    }
  });
}
