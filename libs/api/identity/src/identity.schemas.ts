import { described, ID, listOf, oneOf, refTo, type SchemaBook, shapeOf, TEXT } from '@headwater/api/openapi';
import { type Me, ROLES, type User } from '@headwater/configuration';

/** What the identity part of the API answers with. */
export const IDENTITY_SCHEMAS: SchemaBook = {
  User: shapeOf<User>({ id: ID, email: TEXT, name: TEXT }),
  Me: shapeOf<Me>({
    user: refTo('User'),
    roles: listOf(oneOf(ROLES)),
    permissions: described(listOf({ type: 'object' }), 'CASL rules: action, subject, fields, conditions.'),
  }),
};
