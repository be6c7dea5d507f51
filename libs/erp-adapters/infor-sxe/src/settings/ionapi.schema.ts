import { z } from 'zod';

/** The fields of a `.ionapi` file that are used; the file has more. */
export const ionapiSchema = z.object({
  ti: z.string().optional(),
  iu: z.string().optional(),
  pu: z.string().optional(),
  ot: z.string().optional(),
  ci: z.string().optional(),
  cs: z.string().optional(),
  saak: z.string().optional(),
  sask: z.string().optional(),
});

export type Ionapi = z.output<typeof ionapiSchema>;

export const IONAPI_KEYS = ['ti', 'iu', 'pu', 'ot', 'ci', 'cs', 'saak', 'sask'] as const;

export type IonapiKey = (typeof IONAPI_KEYS)[number];
