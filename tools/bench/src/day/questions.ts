/** The three questions reps ask all day. */
export type Question =
  | { readonly kind: 'available'; readonly item: string }
  | { readonly kind: 'shipped'; readonly order: string }
  | { readonly kind: 'price'; readonly customer: string; readonly item: string; readonly unit: string };

export const QUESTIONS = {
  available: 'How many are available?',
  shipped: 'Has the order shipped?',
  price: 'What does it cost this customer?',
} as const satisfies Record<Question['kind'], string>;

/** What a rep reads on the screen: one value, as text that can be compared, and how old it is. */
export interface GivenAnswer {
  readonly value: string;
  /** Milliseconds since the ERP said it, or since it was last seen to be unchanged. */
  readonly ageMs: number;
}

/** One way of answering reps over the day. */
export interface AnsweringSystem {
  answer(question: Question): Promise<GivenAnswer>;
  /** What the ERP has just told of, where it tells: a table of Prophet 21 and the key of what was saved in it. */
  told(notice: { readonly table: string; readonly key: string }): Promise<void>;
  close(): Promise<void>;
}
