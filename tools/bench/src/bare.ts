/** A Fastify route that returns given bytes and does nothing else: the best a route on this machine can do. */
import fastify from 'fastify';

process.once('message', (message: { readonly body: string }) => {
  const app = fastify();
  app.get('/', (_, reply) => reply.type('application/json; charset=utf-8').send(message.body));
  void app.listen({ host: '127.0.0.1', port: 0 }).then((url) => process.send?.({ url: `${url}/` }));
});
