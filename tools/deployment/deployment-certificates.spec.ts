import { X509Certificate } from 'node:crypto';
import { createDeploymentCertificates } from '../dev/deployment-certificates.mts';

describe('the certificates of a deployment', () => {
  it('are signed by one authority, which is nobody else’s', async () => {
    const [one, other] = await Promise.all([
      createDeploymentCertificates({ days: 3 }),
      createDeploymentCertificates({ days: 3 }),
    ]);
    const ca = new X509Certificate(one.ca);
    for (const { certificate, privateKey } of [one.gateway, one.api]) {
      const own = new X509Certificate(certificate);
      expect([own.verify(ca.publicKey), own.checkIssued(ca), own.ca]).toEqual([true, true, false]);
      expect(privateKey).toMatch(/^-----BEGIN PRIVATE KEY-----/);
      expect(own.verify(new X509Certificate(other.ca).publicKey)).toBe(false);
    }
  });

  it('serve one role each, by name, and for the time asked', async () => {
    const { gateway, api } = await createDeploymentCertificates({ days: 3, gatewayNames: ['g', 'g.example'] });
    const [server, client] = [new X509Certificate(gateway.certificate), new X509Certificate(api.certificate)];
    expect([server.subjectAltName, server.keyUsage]).toEqual(['DNS:g, DNS:g.example', ['1.3.6.1.5.5.7.3.1']]);
    expect([client.subjectAltName, client.keyUsage]).toEqual(['DNS:headwater-api', ['1.3.6.1.5.5.7.3.2']]);
    expect(server.validToDate.getTime() - server.validFromDate.getTime()).toBe(3 * 86_400_000);
  });
});
