/** `npm run certificates -- <folder> [--days 365]`: writes the PEM files two kinds of processes know each other by. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createDeploymentCertificates } from './deployment-certificates.mts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { days: { type: 'string', default: '365' } },
});
const [folder] = positionals;
const days = Number(values.days);
if (folder === undefined) throw new Error('Say where to write them: npm run certificates -- <folder>');
if (!Number.isInteger(days) || days < 1) throw new Error('--days must be a whole number from 1 up.');
if (existsSync(join(folder, 'ca.pem'))) throw new Error(`${folder} holds certificates already; name another folder.`);

const { ca, gateway, api } = await createDeploymentCertificates({ days });
mkdirSync(folder, { recursive: true });
const files = {
  'ca.pem': ca,
  'gateway.pem': gateway.certificate,
  'gateway-key.pem': gateway.privateKey,
  'api.pem': api.certificate,
  'api-key.pem': api.privateKey,
};
for (const [name, text] of Object.entries(files)) {
  writeFileSync(join(folder, name), `${text}\n`, { mode: name.endsWith('-key.pem') ? 0o600 : 0o644, flag: 'wx' });
}
console.log(`${Object.keys(files).join(', ')} are in ${folder}, good for ${days} days.`);
