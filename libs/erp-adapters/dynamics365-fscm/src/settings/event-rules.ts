import { pairsOf } from '@headwater/erp-adapter-kit';
import { ErpError } from '@headwater/erp-contracts';
import { ERP_REF_KINDS, type ErpRefKind } from '@headwater/kernel';

/** What a business event is about, and in which of its fields the keys stand. */
export interface EventRule {
  readonly kind: ErpRefKind;
  readonly keyField: string;
  readonly customerField: string | undefined;
  readonly orderField: string | undefined;
}

const RULE = /^(\w+):(\w+)((?:\s+(?:customer|order):\w+)*)$/;

function fieldNamed(fields: string, name: 'customer' | 'order'): string | undefined {
  return new RegExp(`(?:^|\\s)${name}:(\\w+)`).exec(fields)?.[1];
}

function ruleOf(event: string, text: string): EventRule {
  const [, kind = '', keyField = '', others = ''] = RULE.exec(text) ?? [];
  const known = ERP_REF_KINDS.find((candidate) => candidate === kind);
  if (known === undefined) {
    throw new ErpError('invalid-request', `eventRules: the rule for ${event} is not written as kind:Field.`);
  }
  return {
    kind: known,
    keyField,
    customerField: fieldNamed(others, 'customer'),
    orderField: fieldNamed(others, 'order'),
  };
}

/** Rules by the id of their event, in lower case. */
export function eventRulesOf(text: string | undefined): ReadonlyMap<string, EventRule> {
  return new Map([...pairsOf(text)].map(([event, rule]) => [event.toLowerCase(), ruleOf(event, rule)]));
}
