/** `npm run bench -- --only transport`: the way to an ERP alone, which needs neither the product nor its simulators. */
import { createTestAuthority } from '@headwater/erp-testing';
import { printResult } from '../print-result';
import { fanOutOverTransports } from './fan-out-over-transports';
import { faultsOverClients } from './faults-over-clients';

const authority = await createTestAuthority();
const distrust = authority.trust();
printResult(await fanOutOverTransports(authority));
printResult(await faultsOverClients(authority));
distrust();
