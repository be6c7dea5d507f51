import Fastify from 'fastify';
import { pino } from 'pino';
import { logRequests, nestLogger } from './logging';

function memoryLog() {
  const lines: Record<string, unknown>[] = [];
  const log = pino({ base: null, level: 'info' }, { write: (line) => void lines.push(JSON.parse(line)) });
  return { log, lines };
}

describe('the log', () => {
  it('names the route of a request and never its address, headers or body', async () => {
    const { log, lines } = memoryLog();
    const server = Fastify();
    logRequests(server, log);
    server.post('/api/erp/connections/:id/orders/:number', () => ({ total: '999.99' }));
    await server.inject({
      method: 'POST',
      url: '/api/erp/connections/c1/orders/100234?q=acme',
      headers: { cookie: 'session=s3cret' },
      payload: { note: 'private' },
    });
    await server.inject('/no/such/100234');
    expect(lines).toEqual([
      expect.objectContaining({ method: 'POST', route: '/api/erp/connections/:id/orders/:number', status: 200 }),
      expect.objectContaining({ method: 'GET', route: '', status: 404 }),
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/100234|acme|s3cret|private|999/);
  });

  it('tells of an error only what kind it is: drivers put statements and values into theirs', () => {
    const { log, lines } = memoryLog();
    class QueryFailed extends Error {
      readonly parameters = ['someone@sales.example'];
    }
    nestLogger(log).error(new QueryFailed('INSERT someone@sales.example'), 'stack', 'Database');
    expect(lines).toEqual([expect.objectContaining({ level: 50, error: 'QueryFailed', context: 'Database' })]);
    expect(JSON.stringify(lines)).not.toContain('someone');
  });

  it('leaves out what Nest says of each route', () => {
    const { log, lines } = memoryLog();
    nestLogger(log).log('Mapped {/api/me, GET} route', 'RouterExplorer');
    nestLogger(log).log('Nest application successfully started', 'NestApplication');
    expect(lines.map(({ msg }) => msg)).toEqual(['Nest application successfully started']);
  });
});
