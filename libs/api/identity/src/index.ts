export { IdentityModule, type IdentityOptions } from './identity.module';
export { DEMO_PASSWORD, DemoUsers } from './users/demo-users';
