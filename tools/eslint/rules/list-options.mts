import type { TSESLint } from '@typescript-eslint/utils';
import angular from 'angular-eslint';
import type { AnyRule } from './forbid.mts';

/** As far as is needed of an element in an Angular template. */
interface TemplateElement {
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
}

type ElementListener = (element: TemplateElement) => void;

/**
 * An option of a list box is reached by the keys of the field that controls it (`aria-activedescendant`), which keeps
 * the focus: it neither takes the focus nor listens to keys itself. Everything else that is clicked does.
 */
export const clickEventsHaveKeyEvents = exceptListOptions('click-events-have-key-events');
export const interactiveSupportsFocus = exceptListOptions('interactive-supports-focus');

function exceptListOptions(name: string): AnyRule {
  const rule = angular.templatePlugin.rules?.[name] as unknown as AnyRule;
  return {
    ...rule,
    create(context) {
      const listeners = rule.create(context) as Readonly<Record<string, ElementListener>>;
      const Element: ElementListener = (element) => {
        if (!isListOption(element)) listeners['Element']?.(element);
      };
      return { ...listeners, Element } as TSESLint.RuleListener;
    },
  };
}

function isListOption({ attributes }: TemplateElement): boolean {
  return attributes.some(({ name, value }) => name === 'role' && value === 'option');
}
