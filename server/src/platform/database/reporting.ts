/** Where the database reports what an operator should know. */
export interface DatabaseLogger {
  warn(facts: Record<string, unknown>, message: string): void;
}

/** What the start-up report prints about the engine. */
export interface EngineFacts {
  readonly engine: string;
  readonly version: string;
  readonly migrations: number;
}
