/**
 * Prices items for a customer by letting NetSuite fill the lines of a sales order that is never saved.
 *
 * @NApiVersion 2.1
 * @NScriptType Restlet
 * @NModuleScope SameAccount
 */
define(['N/record', 'N/runtime', 'N/query'], (record, runtime, query) => {
  const SUBLIST = 'item';

  /** A number as NetSuite holds it, written out: JSON would round what has many digits and drop trailing zeros. */
  const decimalText = (value) => (value === null || value === undefined || value === '' ? null : String(value));

  const parameter = (name) => runtime.getCurrentScript().getParameter({ name });

  const dateOf = (text) => {
    const [year, month, day] = text.split('-').map(Number);
    return new Date(year, month - 1, day);
  };

  const orderFor = ({ customer, date, location }) => {
    const order = record.create({ type: record.Type.SALES_ORDER, isDynamic: true });
    order.setValue({ fieldId: 'entity', value: customer });
    if (date) order.setValue({ fieldId: 'trandate', value: dateOf(date) });
    if (location) order.setValue({ fieldId: 'location', value: location });
    return order;
  };

  const currencyOf = (order) => {
    const id = order.getValue({ fieldId: 'currency' });
    if (!id) return undefined;
    const rows = query
      .runSuiteQL({ query: 'SELECT symbol FROM currency WHERE id = ?', params: [id] })
      .asMappedResults();
    return rows.length === 0 ? undefined : rows[0].symbol;
  };

  const current = (order, fieldId) => order.getCurrentSublistValue({ sublistId: SUBLIST, fieldId });

  const setCurrent = (order, fieldId, value) =>
    order.setCurrentSublistValue({ sublistId: SUBLIST, fieldId, value, forceSyncSourcing: true });

  const rateAt = (order, quantity) => {
    setCurrent(order, 'quantity', Number(quantity));
    return decimalText(current(order, 'rate'));
  };

  /** The rate at the base level; the line is put back to the level NetSuite chose. */
  const baseRate = (order) => {
    const level = current(order, 'price');
    setCurrent(order, 'price', parameter('custscript_hw_base_level') || '1');
    const rate = decimalText(current(order, 'rate'));
    setCurrent(order, 'price', level);
    return rate;
  };

  const breaksOf = (order) => {
    const quantities = (parameter('custscript_hw_break_quantities') || '').split(',').filter((text) => text.trim());
    const breaks = [];
    for (const from of quantities.map((text) => text.trim())) {
      const rate = rateAt(order, from);
      const last = breaks[breaks.length - 1];
      if (rate !== null && (last === undefined || last.rate !== rate)) breaks.push({ from, rate });
    }
    return breaks;
  };

  const selectUnit = (order, unit) => {
    if (!unit) return;
    order.setCurrentSublistText({ sublistId: SUBLIST, fieldId: 'units', text: unit, forceSyncSourcing: true });
  };

  const priced = (order, { item, quantity, unit }, currency) => {
    order.selectNewLine({ sublistId: SUBLIST });
    setCurrent(order, 'item', item);
    selectUnit(order, unit);
    const breaks = breaksOf(order);
    const rate = rateAt(order, quantity);
    if (rate === null) return { item, error: 'There is no price for this item.' };
    return {
      item,
      rate,
      unit: order.getCurrentSublistText({ sublistId: SUBLIST, fieldId: 'units' }) || unit || null,
      currency,
      priceLevel: order.getCurrentSublistText({ sublistId: SUBLIST, fieldId: 'price' }) || null,
      base: baseRate(order),
      breaks,
    };
  };

  /** One item that cannot be priced must not take the prices of the others. */
  const attempted = (order, asked, currency) => {
    try {
      return priced(order, asked, currency);
    } catch (error) {
      return { item: asked.item, error: { code: error.name, message: error.message } };
    } finally {
      order.cancelLine({ sublistId: SUBLIST });
    }
  };

  const post = (body) => {
    const order = orderFor(body);
    const currency = currencyOf(order);
    return { items: body.items.map((asked) => attempted(order, asked, currency)) };
  };

  return { post };
});
