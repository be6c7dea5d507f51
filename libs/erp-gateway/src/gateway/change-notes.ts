import type { ErpChange } from '@headwater/erp-contracts';
import { ERP_REF_KINDS } from '@headwater/kernel';
import { z } from 'zod';

/** What other processes are told so that the screens open there hear of a change as well. */
export interface ChangeNote {
  readonly connectionId: string;
  readonly changes: readonly ErpChange[];
}

/** Notes between processes, whatever they hold; not every one gets through. */
export interface Notes {
  note(note: unknown): Promise<void>;
  onNote(listener: (note: unknown) => void): void;
}

const changeNoteSchema = z.object({
  connectionId: z.string(),
  changes: z.array(
    z.object({
      kind: z.enum(ERP_REF_KINDS),
      key: z.string(),
      customer: z.string().exactOptional(),
      order: z.string().exactOptional(),
      hard: z.boolean(),
    }),
  ),
});

/** Undefined for a note of another kind, or of another release. */
export function toChangeNote(note: unknown): ChangeNote | undefined {
  return changeNoteSchema.safeParse(note).data;
}
