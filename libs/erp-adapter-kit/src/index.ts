export { baseUrlProblem, type PrivateNetworks } from './address/base-url-check';
export { type HostNetwork, networkOfHost } from './address/network-of-host';
export { sendWithBearer } from './auth/bearer-http';
export { type OAuthTokenRequest, requestOAuthToken } from './auth/oauth-token';
export { type AccessToken, createTokenSource, type TokenSource, type TokenSourceOptions } from './auth/token-source';
export {
  createErpHttp,
  type ErpHttp,
  type ErpHttpOptions,
  type ErpHttpReply,
  type ErpHttpRequest,
} from './http/erp-http';
export { retryAfterMs } from './http/retry-after';
export { sharedRead } from './http/shared-read';
export { raceSignal, withSiblings } from './http/signals';
export { sentenceOf, statusError, type StatusReading } from './http/status-failure';
export { transportFix } from './http/transport-failure';
export { jsonOf, type Speaker } from './json/json-reply';
export { parseLosslessJson } from './json/lossless-json';
export { schemaPerSetting } from './json/schema-per-setting';
export { expandedRows, odataCollection, type ODataCollection, odataEntity } from './odata/collection';
export type { ODataVersion } from './odata/dialect';
export {
  compares,
  equalsText,
  type ODataComparison,
  odataFilter,
  type ODataFilter,
  type ODataTextTest,
  oneOfTexts,
} from './odata/filter';
export { odataLiteral, type ODataValue } from './odata/literals';
export { entityPath, type ODataKey, pathSegment } from './odata/path';
export { type ODataExpand, type ODataQuery, odataQuery } from './odata/query';
export { dateFromTicks, instantFromTicks, v2Date, v2Instant } from './odata/v2-values';
export { nextUrl, type PageWalk, walkPages } from './odata/walk-pages';
export { decodeCursor, encodeCursor } from './paging/cursor';
export { type ListOrder, pageOfWhole, type PageRequest } from './paging/full-answer-page';
export {
  boundedLimit,
  type ListDeclaration,
  refuseLargeBatch,
  refuseUndeclaredFilters,
  supportedSort,
} from './paging/list-checks';
export { unlessUnsupported } from './paging/unless-unsupported';
export { formsOf, type Redaction, redactionOf } from './secrecy/redaction';
export { isSameSecret } from './secrecy/shared-secret';
export { entriesOf, pairsByLowerCase, pairsOf } from './settings/lists';
export { SettingReader } from './settings/setting-reader';
export { carrierLink } from './values/carrier-link';
export { decimalFromText } from './values/decimal-text';
export { parseVendor } from './values/parse-vendor';
export { remembering } from './values/remembering';
export { type CopiedProperty, copierOf, hasNames } from './values/copier';
export { present, type Present } from './values/present';
export { dateFromText, daysBefore, instantFromText, type SlashOrder } from './values/vendor-date';
export {
  type ReadField,
  type RequiredVendorField,
  requiredVendorField,
  type VendorField,
  vendorField,
} from './values/vendor-field';
export {
  readVendorText,
  readVendorWhole,
  requiredVendorCount,
  requiredVendorDate,
  requiredVendorDecimal,
  requiredVendorText,
  requiredVendorWhole,
  vendorCount,
  vendorDate,
  vendorDecimal,
  vendorFlag,
  vendorText,
  vendorWhole,
} from './values/vendor-fields';
export { vendorRow } from './values/vendor-row';
