import 'reflect-metadata';
import { createApi } from './create-api';
import { readEnv } from './env';

const SHUTDOWN_MS = 5_000;

try {
  const api = await createApi(readEnv());
  process.stdout.write(`${JSON.stringify({ ready: true, url: api.url })}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
      void api.close().then(() => process.exit(0));
    });
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
