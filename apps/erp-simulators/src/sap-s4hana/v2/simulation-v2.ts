import type { VendorAnswer } from '../../simulator';
import type { Simulation } from '../odata/model';
import { SapError } from '../sap-error';
import type { ApiCall } from './api-call';
import { entityAnswer } from './read-v2';
import { sapMessage } from './sap-message';
import { shapeOfTree } from './shape-v2';

/** A deep insert that saves nothing: 201, and of the navigations only those that stood in the request. */
export function answerSimulation(simulation: Simulation, call: ApiCall): VendorAnswer {
  const { set, row, expand, warnings } = simulation(call.scope, bodyOf(call));
  const shape = shapeOfTree(call.api.setNamed(set), expand, call.api);
  const answer = entityAnswer({ row, shape, status: 201 }, call);
  return { ...answer, headers: { ...answer.headers, ...sapMessage(warnings) } };
}

function bodyOf({ request }: ApiCall): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(request.body);
    const body = isFields(parsed) && isFields(parsed['d']) ? parsed['d'] : parsed;
    if (isFields(body)) return body;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw SapError.badQuery('Error during deserialization of the request body');
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
