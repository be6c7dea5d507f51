/** Companies have a name of one piece, persons of two. */
export interface PartyName {
  readonly companyname?: string | undefined;
  readonly firstname?: string | undefined;
  readonly lastname?: string | undefined;
}

export function partyName({ companyname, firstname, lastname }: PartyName): string | undefined {
  if (companyname !== undefined) return companyname;
  const parts = [firstname, lastname].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' ');
}
