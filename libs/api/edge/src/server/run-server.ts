export interface RunningServer {
  close(): Promise<void>;
}

/** Longer than a server gives its own requests to end. */
const SHUTDOWN_MS = 5_000;

/**
 * The life of a server process: says on standard output, as one line of JSON, that it is ready and where it answers;
 * ends on a signal; ends at once, naming the reason, where it cannot start.
 */
export async function runServer(start: () => Promise<RunningServer>): Promise<void> {
  try {
    const { close, ...addresses } = await start();
    process.stdout.write(`${JSON.stringify({ ready: true, ...addresses })}\n`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
        void close().then(() => process.exit(0));
      });
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
