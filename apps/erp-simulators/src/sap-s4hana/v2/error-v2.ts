import { randomBytes } from 'node:crypto';
import type { VendorAnswer } from '../../simulator';
import type { SapError } from '../sap-error';
import { escapeXml } from '../xml';
import type { Format } from './api-call';
import { XML_HEAD } from './atom-v2';

export interface ErrorPlace {
  readonly format: Format;
  readonly api: string;
  readonly version: string;
  readonly instant: string;
  /** A part of a `$batch` points to a note of its own. */
  readonly inBatch?: boolean | undefined;
}

const JSON_TYPE = 'application/json;charset=utf-8';
const XML_TYPE = 'application/xml;charset=utf-8';

/** The gateway's error document; XML unless JSON was asked for. */
export function errorAnswer(error: SapError, place: ErrorPlace): VendorAnswer {
  const inner = innerError(place);
  return place.format === 'json'
    ? { status: error.status, contentType: JSON_TYPE, body: JSON.stringify(jsonError(error, inner)) }
    : { status: error.status, contentType: XML_TYPE, body: xmlError(error, inner) };
}

interface InnerError {
  readonly application: Readonly<Record<string, string>>;
  readonly transactionid: string;
  readonly timestamp: string;
  readonly Error_Resolution: Readonly<Record<string, string>>;
}

function innerError({ api, version, instant, inBatch = false }: ErrorPlace): InnerError {
  return {
    application: {
      component_id: '',
      service_namespace: '/SAP/',
      service_id: api,
      service_version: version,
    },
    transactionid: randomBytes(16).toString('hex').toUpperCase(),
    timestamp: `${instant.replace(/\D/g, '').slice(0, 14)}.${instant.slice(20, 23)}0000`,
    Error_Resolution: {
      SAP_Transaction: 'Run transaction /IWFND/ERROR_LOG on SAP Gateway hub system and search for entries',
      SAP_Note: 'See SAP Note 1797736 for error analysis (https://service.sap.com/sap/support/notes/1797736)',
      ...(inBatch ? { Batch_SAP_Note: 'See SAP Note 1869434 for details about working with $batch' } : {}),
    },
  };
}

function jsonError({ code, message }: SapError, inner: InnerError): unknown {
  const detail = {
    ContentID: '',
    code,
    message,
    longtext_url: '',
    propertyref: '',
    severity: 'error',
    transition: false,
    target: '',
  };
  return {
    error: { code, message: { lang: 'en', value: message }, innererror: { ...inner, errordetails: [detail] } },
  };
}

function xmlError({ code, message }: SapError, inner: InnerError): string {
  const group = (fields: Readonly<Record<string, string>>): string =>
    Object.entries(fields)
      .map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`)
      .join('');
  return [
    XML_HEAD,
    '<error xmlns="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">',
    `<code>${escapeXml(code)}</code><message xml:lang="en">${escapeXml(message)}</message>`,
    `<innererror><application>${group(inner.application)}</application>`,
    `<transactionid>${inner.transactionid}</transactionid><timestamp>${inner.timestamp}</timestamp>`,
    `<Error_Resolution>${group(inner.Error_Resolution)}</Error_Resolution>`,
    `<errordetails><errordetail>${group({ code, message, severity: 'error' })}</errordetail></errordetails>`,
    '</innererror></error>',
  ].join('');
}
