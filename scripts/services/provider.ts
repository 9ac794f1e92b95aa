/** A running database or Redis. */
export interface RunningService {
  url: string;
  /** The process's id, for a later start that finds it still running; null when it is not ours. */
  pid: number | null;
  /** Ends what the provider started; nothing when it started nothing. */
  stop(): Promise<void>;
  /** What the reader should know, for example that this one is slow. */
  note?: string;
}

export interface ProviderContext {
  /** Where the data lies; the provider makes a folder of its own in it. */
  dataDirectory: string;
  databaseName: string;
  report(text: string): void;
}

/** One way to get a service. `start` throws an Error whose message says in one line why it cannot be had this way. */
export interface ServiceProvider {
  name: string;
  start(context: ProviderContext): Promise<RunningService>;
}
