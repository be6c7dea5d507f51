import { mdiCashMultiple, mdiPackageVariantClosed, mdiTruckFastOutline } from '@mdi/js';

export type QuestionKind = 'in-stock' | 'what-price' | 'where-is-my-shipment';

export interface QuestionFacts {
  readonly title: string;
  readonly icon: string;
}

export const QUESTIONS: { readonly [K in QuestionKind]: QuestionFacts } = {
  'in-stock': { title: 'In stock?', icon: mdiPackageVariantClosed },
  'what-price': { title: 'What price?', icon: mdiCashMultiple },
  'where-is-my-shipment': { title: 'Where is my shipment?', icon: mdiTruckFastOutline },
};
