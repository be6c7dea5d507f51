import { metricsRegistry } from './metrics-registry';

describe('the metrics of the server', () => {
  it('are the process’s own and the gateway’s, as they stand when asked', async () => {
    let calls = 1;
    const { text } = metricsRegistry(() => [
      {
        name: 'headwater_erp_call_seconds',
        help: 'Calls.',
        type: 'histogram',
        samples: [
          { name: 'headwater_erp_call_seconds_bucket', labels: { connection: 'c"1', le: '+Inf' }, value: calls },
          { name: 'headwater_erp_call_seconds_count', labels: { connection: 'c"1' }, value: calls },
        ],
      },
    ]);
    await text();
    calls = 2;
    const lines = (await text()).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^process_cpu_seconds_total /),
        '# TYPE headwater_erp_call_seconds histogram',
        'headwater_erp_call_seconds_bucket{connection="c\\"1",le="+Inf"} 2',
        'headwater_erp_call_seconds_count{connection="c\\"1"} 2',
      ]),
    );
  });
});
