/** The parameters of an `Authorization: OAuth …` header, percent-decoded. Undefined where it is no such header. */
export function oauthParameters(authorization: string | undefined): ReadonlyMap<string, string> | undefined {
  const list = /^OAuth\s+(.+)$/is.exec(authorization ?? '')?.[1];
  if (list === undefined) return undefined;
  const pairs = list.split(',').flatMap((part): readonly (readonly [string, string])[] => {
    const [, name, value] = /^\s*([^=\s]+)\s*=\s*"([^"]*)"\s*$/.exec(part) ?? [];
    return name === undefined || value === undefined ? [] : [[decoded(name), decoded(value)]];
  });
  return new Map(pairs);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
