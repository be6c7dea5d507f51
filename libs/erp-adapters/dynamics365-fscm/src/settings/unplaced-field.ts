import type { SettingField } from '@headwater/erp-contracts';

/** A setting before it has its place in the form. */
export type UnplacedField = Omit<SettingField, 'order'>;

const optional = { required: false, secret: false } as const;

export const TEXT = { kind: 'text', ...optional } as const;
export const LINES = { kind: 'text', ...optional, multiline: true } as const;
export const URL_TEXT = { kind: 'url', ...optional } as const;
export const SELECT = { kind: 'select', ...optional } as const;
export const NUMBER = { kind: 'number', ...optional } as const;
export const SECRET = { kind: 'text', required: false, secret: true } as const;
