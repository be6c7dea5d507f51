import type { VendorAnswer } from '../../simulator';
import { dataServiceDocument } from '../metadata/documents';
import { answerBatch } from './batch';
import type { DataCall, DataEnvironment } from './data-call';
import { faultAnswer, ODataFault, ODataViolation, violationAnswer } from './fault';
import { readCount, readEntity, readList, type SetCall } from './read-set';
import { notFound, readResourcePath, type RowsPath } from './resource-path';

/** Answers one OData call; every fault comes out in the ERP's envelope. */
export function answerData(call: DataCall, environment: DataEnvironment): VendorAnswer {
  try {
    return read(call, environment);
  } catch (error) {
    if (error instanceof ODataFault) return faultAnswer(error);
    if (error instanceof ODataViolation) return violationAnswer(error.message, environment.options);
    throw error;
  }
}

function read(call: DataCall, environment: DataEnvironment): VendorAnswer {
  const path = readResourcePath(call.rawPath);
  if (path.kind === 'batch') return answerBatch(call, environment.options, (part) => answerData(part, environment));
  if (call.method !== 'GET') throw new ODataViolation(`${call.method} on ${call.rawPath}`);
  if (path.kind === 'service-document') return dataServiceDocument(call.origin, environment);
  if (path.kind === 'metadata') return { status: 200, contentType: 'application/xml', body: environment.edmx() };
  return readRows(path, { call, environment, set: setOf(path.set, environment) });
}

function setOf(name: string, { catalogue }: DataEnvironment): SetCall['set'] {
  const set = catalogue.get(name);
  if (set === undefined) throw notFound(name);
  return set;
}

function readRows(path: RowsPath, asked: SetCall): VendorAnswer {
  if (path.kind === 'count') return readCount(asked);
  return path.kind === 'set' ? readList(asked) : readEntity(asked, path.key);
}
