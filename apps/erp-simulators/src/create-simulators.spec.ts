import { createSimulators } from './create-simulators';

describe('the simulators', () => {
  it('start on free ports, and end with every socket, even one that hangs', async () => {
    const running = await createSimulators({ customers: 20 });
    const url = running.url('infor-sxe');
    await fetch(`${url}/_control/faults`, { method: 'POST', body: JSON.stringify({ hangRate: 1 }) });
    const hanging = fetch(`${url}/anything`);
    const seen = async (): Promise<number> =>
      ((await (await fetch(`${url}/_control/log`)).json()) as { count: number }).count;
    while ((await seen()) === 0);
    await running.stop();
    await expect(hanging).rejects.toThrow('fetch failed');
    await expect(fetch(`${url}/_control/log`)).rejects.toThrow('fetch failed');
  });

  it('free the ports again when one is taken', async () => {
    const first = await createSimulators({ customers: 20 });
    const port = Number(new URL(first.url('infor-sxe')).port);
    await expect(createSimulators({ customers: 20, port })).rejects.toThrow('EADDRINUSE');
    await first.stop();
  });

  it('know only the ERPs that run', async () => {
    const none = await createSimulators({ customers: 20, definitions: [] });
    expect(() => none.url('infor-sxe')).toThrow('no simulator infor-sxe is running');
  });
});
