export {
  type ConnectionSecrets,
  type ConnectionSettings,
  type ErpConnectionRecord,
} from './connections/erp-connection';
export {
  CreateErpConnectionBody,
  type SettingsInput,
  TestErpConnectionBody,
  TestSavedErpConnectionBody,
  UpdateErpConnectionBody,
} from './connections/erp-connection.bodies';
export {
  type ErpConnectionChanges,
  ErpConnectionRepository,
  type NewErpConnection,
} from './connections/erp-connection.repository';
export { DatabaseProbe } from './health/database-probe';
export { isFlatSettings, MAX_SETTING_LENGTH } from './connections/flat-settings';
export { type SealedSecret, SecretBox, type SecretPlace } from './connections/secret-box';
export { abilityFor, allowsOn, type AppAbility, type PermissionRule } from './permissions/ability';
export { rulesOfRoles } from './permissions/built-in-roles';
export {
  type Action,
  ACTIONS,
  CRM_SUBJECTS,
  ERP_SUBJECTS,
  type ErpSubject,
  isRole,
  PERMISSION_SUBJECTS,
  type PermissionSubject,
  type Role,
  ROLES,
} from './permissions/vocabulary';
export { type Me, type User } from './users/me';
export { SignInBody } from './users/sign-in.body';
export { type NewUser, UserDirectory } from './users/user-directory';
export { UserRoleRepository } from './users/user-role.repository';
