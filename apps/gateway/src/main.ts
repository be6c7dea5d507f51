import 'reflect-metadata';
import { createGateway } from './create-gateway';
import { readEnv } from './env';

const SHUTDOWN_MS = 5_000;

try {
  const gateway = await createGateway(readEnv());
  process.stdout.write(`${JSON.stringify({ ready: true, url: gateway.url, probeUrl: gateway.probeUrl })}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
      void gateway.close().then(() => process.exit(0));
    });
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
