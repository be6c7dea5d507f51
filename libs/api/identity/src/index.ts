export { IdentityModule, type IdentityOptions } from './identity.module';
export { IDENTITY_SCHEMAS } from './identity.schemas';
export { DEMO_PASSWORD, DemoUsers } from './users/demo-users';
