import { inject } from '@angular/core';
import { registerErpSearch } from './erp-search/register-erp-search';
import { registerQuestions } from './questions/question-commands';
import { QuestionDialogs } from './questions/question-dialogs';

/**
 * Everything of the sales pages that can be started from anywhere: the questions, and the search in the ERPs.
 * Needs an injection context and lasts as long as it.
 */
export function registerSales(): void {
  registerQuestions();
  const dialogs = inject(QuestionDialogs);
  registerErpSearch((about) => void dialogs.open('order' in about ? 'where-is-my-shipment' : 'in-stock', about));
}
