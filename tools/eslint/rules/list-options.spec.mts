import angular from 'angular-eslint';
import { RuleTester, type Rule } from 'eslint';
import { clickEventsHaveKeyEvents, interactiveSupportsFocus } from './list-options.mts';

const templates = new RuleTester({ languageOptions: { parser: angular.templateParser as never } });

for (const [name, rule] of Object.entries({ clickEventsHaveKeyEvents, interactiveSupportsFocus })) {
  templates.run(name, rule as unknown as Rule.RuleModule, {
    valid: ['<div role="option" (click)="pick()">EA</div>', '<button type="button" (click)="pick()">EA</button>'],
    invalid: [
      { code: '<div (click)="pick()">EA</div>', errors: 1 },
      { code: '<div role="tab" (click)="pick()">EA</div>', errors: 1 },
    ],
  });
}
