import { invalidParameter, type NetsuiteError } from '../../netsuite-error';

export function invalidQuery(where: string): NetsuiteError {
  return invalidParameter(`Invalid query parameter q. The expression is not valid near '${where}'.`, {
    queryParam: 'q',
  });
}
