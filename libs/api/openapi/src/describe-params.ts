import { ApiProperty, type ApiPropertyOptions, type SchemaObject } from '@nestjs/swagger';
import { getMetadataStorage } from 'class-validator';
import { targetConstructorToSchema } from 'class-validator-jsonschema';

/** What our own rules mean for a schema, by the name of the rule. */
export type RuleSchemas = { readonly [rule: string]: SchemaObject };

type ParamsClass = new () => object;

interface RuleOfProperty {
  readonly target: unknown;
  readonly propertyName: string;
  readonly constraints: readonly unknown[];
}

/** Bounds say nothing of whole or broken; the rules beside them do. */
const BOUNDS = {
  min: ({ constraints }: RuleOfProperty) => ({ minimum: constraints[0] }),
  max: ({ constraints }: RuleOfProperty) => ({ maximum: constraints[0] }),
};

/**
 * Tells the document what the validation rules of every parameter and body class say, so that what is documented is
 * what is checked. To be called before the document is made.
 */
export function describeParams(rules: RuleSchemas): void {
  for (const type of validatedClasses()) describe(type, rules);
}

function validatedClasses(): readonly ParamsClass[] {
  const { validationMetadatas } = getMetadataStorage() as unknown as {
    readonly validationMetadatas: ReadonlyMap<ParamsClass, unknown>;
  };
  return [...validationMetadatas.keys()];
}

function describe(type: ParamsClass, rules: RuleSchemas): void {
  const defaults = new type() as { readonly [name: string]: unknown };
  const { properties = {}, required = [] } = targetConstructorToSchema(type, {
    additionalConverters: { ...BOUNDS, customValidation: plainType, ...rules } as never,
  });
  for (const [name, schema] of Object.entries(properties)) {
    const options: object = {
      ...schema,
      required: required.includes(name) && defaults[name] === undefined,
      ...(defaults[name] === undefined ? {} : { default: defaults[name] }),
    };
    ApiProperty(options as ApiPropertyOptions)(type.prototype as object, name);
  }
}

/** A rule without a schema of its own still says whether it is about a text, a number or a truth value. */
function plainType({ target, propertyName }: RuleOfProperty): SchemaObject {
  const declared: unknown = Reflect.getMetadata(
    'design:type',
    (target as ParamsClass).prototype as object,
    propertyName,
  );
  if (declared === String) return { type: 'string' };
  if (declared === Number) return { type: 'number' };
  if (declared === Boolean) return { type: 'boolean' };
  return {};
}
