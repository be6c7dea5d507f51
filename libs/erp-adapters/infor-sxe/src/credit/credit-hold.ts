import type { SxeRow } from '../client/tables';

/** Values with which a field says "no" where it says anything. */
const NO = /^(n|no|0|false|\?)?$/i;

/** Whether one of the fields that mean a hold at this site is filled. */
export function holdsByField(fields: SxeRow, holdFields: readonly string[]): boolean {
  return holdFields.some((name) => {
    const value = fields[name];
    return value !== undefined && value !== null && !NO.test(String(value).trim());
  });
}

/** The credit message is text for people: these words in it mean a hold. */
export function holdsByMessage(message: string | undefined): boolean {
  return (
    message !== undefined &&
    /\b(hold|held|suspend(ed)?|stop(ped)?)\b/i.test(message) &&
    !/\bnot on hold\b/i.test(message)
  );
}
