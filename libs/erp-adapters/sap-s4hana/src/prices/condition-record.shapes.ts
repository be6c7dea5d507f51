import { requiredVendorText, vendorDecimal, vendorText, vendorRow } from '@headwater/erp-adapter-kit';
import { z } from 'zod';
import { sapDate } from '../client/sap-date';
import type { EntityShape } from '../metadata/entity-plan';
import { optionalSapCurrency } from '../orders/sales-order.schema';

/** The fields of a rate in their three shapes; newer releases fill ConditionRateAmount. */
const RATE_FIELDS = [
  'ConditionRateValue',
  'ConditionRateValueUnit',
  'ConditionRateAmount',
  'ConditionCurrency',
  'ConditionQuantity',
  'ConditionQuantityUnit',
];

/** Which record holds for whom and until when; the price itself stands in the record behind it. */
export const CONDITION_VALIDITY_SHAPE: EntityShape = {
  set: 'A_SlsPrcgCndnRecdValidity',
  required: ['ConditionRecord', 'ConditionValidityEndDate', 'ConditionType', 'Material', 'Customer'],
  optional: ['SalesOrganization', 'ConditionValidityStartDate'],
  expand: [
    {
      set: 'A_SlsPrcgConditionRecord',
      navigation: { name: 'to_SlsPrcgConditionRecord' },
      as: 'record',
      need: 'required',
      required: [],
      optional: RATE_FIELDS,
      expand: [
        {
          set: 'A_SlsPrcgCndnRecordScale',
          navigation: { leadsTo: 'ConditionScaleQuantity' },
          as: 'scales',
          need: 'optional',
          required: [],
          optional: ['ConditionScaleQuantity', 'ConditionRateValue', 'ConditionRateAmount'],
        },
      ],
    },
  ],
};

const rateSchema = vendorRow({
  ConditionRateValue: vendorDecimal,
  ConditionRateValueUnit: vendorText,
  ConditionRateAmount: vendorDecimal,
  ConditionCurrency: optionalSapCurrency,
  ConditionQuantity: vendorDecimal,
  ConditionQuantityUnit: vendorText,
  scales: z
    .array(
      vendorRow({
        ConditionScaleQuantity: vendorDecimal,
        ConditionRateValue: vendorDecimal,
        ConditionRateAmount: vendorDecimal,
      }),
    )
    .optional(),
});

export type ConditionRate = z.output<typeof rateSchema>;

export const conditionValiditySchema = vendorRow({
  ConditionType: requiredVendorText,
  ConditionValidityEndDate: sapDate,
  ConditionValidityStartDate: sapDate,
  Material: vendorText,
  Customer: vendorText,
  SalesOrganization: vendorText,
  record: z.array(rateSchema),
});

export type ConditionValidity = z.output<typeof conditionValiditySchema>;
