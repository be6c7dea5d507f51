/** A Fastify route that returns what it is told and does nothing else: the best a route on this machine can do. */
import fastify from 'fastify';

/** What the route says. */
export interface BareAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

process.once('message', ({ headers, body }: BareAnswer) => {
  const app = fastify();
  app.get('/', (_, reply) => reply.headers(headers).send(body));
  void app.listen({ host: '127.0.0.1', port: 0 }).then((url) => process.send?.({ url: `${url}/` }));
});
