import type { SettingField } from '@headwater/erp-contracts';

/** A field before the form gives it a place. */
export type Unplaced = Omit<SettingField, 'order'>;

export const text = { kind: 'text', required: false, secret: false } as const;
export const required = { kind: 'text', required: true, secret: false } as const;
export const secret = { kind: 'text', required: false, secret: true } as const;
export const lines = { kind: 'text', required: false, secret: false, multiline: true } as const;
export const select = { kind: 'select', required: false, secret: false } as const;
export const number = { kind: 'number', required: false, secret: false } as const;
export const url = { kind: 'url', required: false, secret: false } as const;
export const file = { kind: 'file', required: false, secret: false } as const;
export const secretFile = { kind: 'file', required: false, secret: true } as const;
