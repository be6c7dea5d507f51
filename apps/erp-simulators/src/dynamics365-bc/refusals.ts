import type { BcOptions } from './options';
import { BcRefusal, type Said } from './refusal';

function refusal(status: number, code: string, said: Said): BcRefusal {
  return new BcRefusal({ status, code, said });
}

/** A wrong token, a wrong audience, an app that BC does not know: one and the same answer. */
export const invalidCredentials = (): BcRefusal =>
  refusal(401, 'Authentication_InvalidCredentials', {
    en: 'The server has rejected the client credentials.',
    de: 'Der Server hat die Clientanmeldeinformationen abgelehnt.',
  });

export const permissionDenied = (set: string): BcRefusal =>
  refusal(403, 'Authorization_RequestDenied', {
    en: `Sorry, the current permissions prevented the action. (Page ${set} Execute)`,
    de: `Die aktuellen Berechtigungen haben die Aktion verhindert. (Seite ${set} Ausführen)`,
  });

export const noSegment = (segment: string): BcRefusal =>
  refusal(404, 'BadRequest_ResourceNotFound', {
    en: `Resource not found for the segment '${segment}'.`,
    de: `Für das Segment '${segment}' wurde keine Ressource gefunden.`,
  });

export const noRoute = (): BcRefusal =>
  refusal(404, 'BadRequest_NotFound', {
    en: 'No HTTP resource was found that matches the request URI.',
    de: 'Es wurde keine HTTP-Ressource gefunden, die dem Anforderungs-URI entspricht.',
  });

export const tenantUnavailable = (tenant: string): BcRefusal =>
  refusal(404, 'Internal_TenantUnavailable', {
    en: `The tenant '${tenant}' is not accessible.`,
    de: `Auf den Mandanten '${tenant}' kann nicht zugegriffen werden.`,
  });

export const noCompany = (): BcRefusal =>
  refusal(404, 'Internal_CompanyNotFound', {
    en: 'Cannot process the request because the default company cannot be found.',
    de: 'Die Anforderung kann nicht verarbeitet werden, weil die Standardfirma nicht gefunden wurde.',
  });

export const noRecord = ({ notFoundCode }: BcOptions, what: string): BcRefusal =>
  notFoundCode === 'BadRequest_NotFound'
    ? refusal(404, notFoundCode, {
        en: 'Bad Request - Error in query syntax',
        de: 'Ungültige Anforderung - Fehler in der Abfragesyntax',
      })
    : refusal(404, notFoundCode, {
        en: `The ${what} does not exist.`,
        de: `${what} ist nicht vorhanden.`,
      });

export const badRequest = (said: Said): BcRefusal => refusal(400, 'BadRequest', said);

export const unknownProperty = (name: string, type: string): BcRefusal =>
  badRequest({
    en: `Could not find a property named '${name}' on type 'Microsoft.NAV.${type}'.`,
    de: `Für den Typ 'Microsoft.NAV.${type}' wurde keine Eigenschaft mit dem Namen '${name}' gefunden.`,
  });

export const badSyntax = (position: number, text: string): BcRefusal =>
  badRequest({
    en: `Syntax error at position ${position} in '${text}'.`,
    de: `Syntaxfehler an Position ${position} in '${text}'.`,
  });

export const badOption = (name: string, value: string): BcRefusal =>
  badRequest({
    en: `Invalid value '${value}' for ${name} query option found.`,
    de: `Ungültiger Wert '${value}' für die Abfrageoption ${name}.`,
  });

export const unknownOption = (name: string): BcRefusal =>
  badRequest({
    en: `The query parameter '${name}' is not supported.`,
    de: `Der Abfrageparameter '${name}' wird nicht unterstützt.`,
  });

export const incompatibleTypes = (left: string, right: string, operator: string): BcRefusal =>
  badRequest({
    en: `A binary operator with incompatible types was detected. Found operand types '${left}' and '${right}' for operator kind '${operator}'.`,
    de: `Es wurde ein binärer Operator mit inkompatiblen Typen erkannt. Operandentypen '${left}' und '${right}' für Operatorart '${operator}'.`,
  });

export const notAnEnumMember = (text: string): BcRefusal =>
  badRequest({
    en: `The string '${text}' is not a valid enumeration type constant.`,
    de: `Die Zeichenfolge '${text}' ist keine gültige Enumerationstypkonstante.`,
  });

export const notImplemented = (said: Said): BcRefusal => refusal(400, 'BadRequest_MethodNotImplemented', said);

export const distinctOr = ({ distinctOrStatus }: Pick<BcOptions, 'distinctOrStatus'>): BcRefusal =>
  refusal(distinctOrStatus, 'BadRequest_MethodNotImplemented', {
    en: "The 'OR' operator is not supported on distinct fields on an OData filter.",
    de: "Der Operator 'OR' wird für unterschiedliche Felder in einem OData-Filter nicht unterstützt.",
  });

export const linesNeedDocument = (): BcRefusal =>
  refusal(400, 'Application_DialogException', {
    en: 'You must specify an Id or a Document Id to get the lines.',
    de: 'Sie müssen eine ID oder eine Dokument-ID angeben, um die Zeilen abzurufen.',
  });

export const priceNeedsParties = (): BcRefusal =>
  refusal(400, 'Application_DialogException', {
    en: 'A customerNumber and an itemNumber must be provided in the filter.',
    de: 'Im Filter müssen customerNumber und itemNumber angegeben werden.',
  });

export const notAllowed = (method: string, set: string): BcRefusal =>
  new BcRefusal({
    status: 405,
    code: 'BadRequest_MethodNotAllowed',
    said: {
      en: `'${method}' requests for '${set}' of EdmType 'Entity' are not allowed within Dynamics 365 Business Central OData web services.`,
      de: `'${method}'-Anforderungen für '${set}' vom EdmType 'Entity' sind in den OData-Webdiensten von Dynamics 365 Business Central nicht zulässig.`,
    },
    ...(WRITES.has(method) ? { violation: `${method} would change ${set}` } : {}),
  });

const WRITES: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

export const pageTooLarge = (most: number): BcRefusal =>
  refusal(413, 'BadRequest_RequestEntityTooLarge', {
    en: `The page size exceeds the maximum of ${most} entities.`,
    de: `Die Seitengröße überschreitet das Maximum von ${most} Entitäten.`,
  });

export const businessError = (): BcRefusal =>
  refusal(400, 'Application_DialogException', {
    en: 'The record is being updated by another session.',
    de: 'Der Datensatz wird gerade von einer anderen Sitzung aktualisiert.',
  });
