import type { FastifyInstance } from 'fastify';
import { TLSSocket } from 'node:tls';

/**
 * Lets in whom the deployment's own authority named. That a certificate is signed by it was proved in the handshake;
 * this is whose it is, for the authority may sign others too.
 */
export function admitOnly(fastify: FastifyInstance, names: readonly string[]): void {
  fastify.addHook('onRequest', async (request, reply) => {
    const { socket } = request.raw;
    if (socket instanceof TLSSocket && socket.authorized && names.some((name) => isNamed(socket, name))) return;
    await reply.status(403).send({ ok: false, error: { code: 'forbidden', message: 'This caller may not ask.' } });
  });
}

/** By a name of the host kind where the certificate has any, as everywhere on the web; by its common name otherwise. */
function isNamed(socket: TLSSocket, name: string): boolean {
  const { subject, subjectaltname } = socket.getPeerCertificate();
  if (subjectaltname === undefined) return subject?.CN === name;
  return subjectaltname.split(', ').includes(`DNS:${name}`);
}
