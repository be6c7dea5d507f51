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
