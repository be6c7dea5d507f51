/**
 * Tells Headwater which record was saved, so that it reads it anew. Sends keys only, no values.
 *
 * @NApiVersion 2.1
 * @NScriptType UserEventScript
 * @NModuleScope SameAccount
 */
define(['N/https', 'N/log', 'N/query', 'N/runtime'], (https, log, query, runtime) => {
  const MOST_ITEMS = 50;

  const parameter = (name) => runtime.getCurrentScript().getParameter({ name });

  const value = (record, fieldId) => record.getValue({ fieldId }) || undefined;

  const one = (sql, id) => {
    if (!id) return undefined;
    const rows = query.runSuiteQL({ query: sql, params: [id] }).asMappedResults();
    return rows.length === 0 ? undefined : rows[0].number || undefined;
  };

  /** With xedit only the edited fields are there; what is missing is left out, and Headwater reads more than it must. */
  const numberOf = (record) => value(record, 'tranid') || value(record, 'entityid') || value(record, 'itemid');

  const itemsOf = (record) => {
    const count = record.getLineCount({ sublistId: 'item' });
    const ids = [];
    for (let line = 0; line < count; line += 1) {
      ids.push(record.getSublistValue({ sublistId: 'item', fieldId: 'item', line }));
    }
    const distinct = [...new Set(ids.filter(Boolean))];
    if (distinct.length === 0 || distinct.length > MOST_ITEMS) return undefined;
    const places = distinct.map(() => '?').join(', ');
    return query
      .runSuiteQL({ query: `SELECT itemid AS number FROM item WHERE id IN (${places})`, params: distinct })
      .asMappedResults()
      .map(({ number }) => number);
  };

  const keysOf = (record) => ({
    number: numberOf(record),
    customer: one('SELECT entityid AS number FROM customer WHERE id = ?', value(record, 'entity')),
    order: one(
      "SELECT tranid AS number FROM transaction WHERE id = ? AND type = 'SalesOrd'",
      value(record, 'createdfrom'),
    ),
    items: itemsOf(record),
  });

  /** Keys make fewer things questionable; that they cannot be told is no reason not to tell of the change. */
  const attemptedKeys = (record) => {
    try {
      return keysOf(record);
    } catch (error) {
      log.debug({ title: 'Headwater: keys not told', details: error.name });
      return {};
    }
  };

  const afterSubmit = ({ type, newRecord, oldRecord }) => {
    try {
      const record = newRecord || oldRecord;
      const at = new Date().toISOString();
      const body = {
        ...attemptedKeys(type === 'delete' ? oldRecord || record : record),
        type: record.type,
        id: String(record.id),
        context: type,
        eventId: `${record.type}:${record.id}:${at}`,
        at,
      };
      https.post({
        url: parameter('custscript_hw_url'),
        headers: { 'Content-Type': 'application/json', 'x-headwater-secret': parameter('custscript_hw_secret') },
        body: JSON.stringify(body),
      });
    } catch (error) {
      // Whoever saves must not pay for a receiver that does not answer; the sweep finds the change later.
      log.error({ title: 'Headwater was not told', details: error.name });
    }
  };

  return { afterSubmit };
});
