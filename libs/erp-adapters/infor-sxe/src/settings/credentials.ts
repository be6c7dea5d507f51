import { ErpError, type SettingValues } from '@headwater/erp-contracts';
import { type Ionapi, IONAPI_KEYS, type IonapiKey, ionapiSchema } from './ionapi.schema';

export type Credentials = { readonly [K in IonapiKey]: string };

function fromFile(text: string): Ionapi {
  try {
    const parsed = ionapiSchema.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new ErpError('invalid-request', 'The credentials file is not the content of an .ionapi file.');
}

/** The eight values of a `.ionapi` file, from the file or from their own fields, which win. */
export function credentialsOf(settings: SettingValues): Credentials {
  const file = typeof settings['ionapi'] === 'string' ? fromFile(settings['ionapi']) : {};
  const found = IONAPI_KEYS.map((key) => [key, settings[key] ?? file[key]] as const);
  const missing = found.filter(([, value]) => typeof value !== 'string' || value === '').map(([key]) => key);
  if (missing.length === 0) return Object.fromEntries(found) as unknown as Credentials;
  throw new ErpError(
    'invalid-request',
    `Paste the .ionapi file, or fill in what it would hold; missing: ${missing.join(', ')}.`,
  );
}
