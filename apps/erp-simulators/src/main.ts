import { createSimulators } from './create-simulators';
import { readEnv } from './env';

const { simulators, stop } = await createSimulators(readEnv());

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
for (const { id, url } of simulators) say(`${id.padEnd(20)} ${url}`);
say(JSON.stringify({ ready: true, simulators: Object.fromEntries(simulators.map(({ id, url }) => [id, url])) }));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void stop().then(() => process.exit(0));
  });
}
