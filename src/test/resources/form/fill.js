/* Fills in a form in the real viewer as a person does, by events on what is shown, and tells what the viewer submits. */
'use strict';

globalThis.fill = (function () {
  const STILL = 4; // frames without a change until the viewer counts as having shown and registered everything
  const MOST = 60; // frames; some forms never come to rest
  const ROUNDS = 3; // an answer may bring the field for another into view

  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 5)));
  const fire = (target, event) => target.dispatchEvent(event);
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

  async function pause() {
    await frame();
    await frame();
  }

  async function settle(container, form) {
    const look = () => JSON.stringify([
      form._getState().data,
      form.get('formFieldInstanceRegistry').getAll().length,
      container.innerHTML.length,
    ]);
    for (let still = 0, frames = 0, before; still < STILL && frames < MOST; frames++) {
      await frame();
      const now = look();
      still = now === before ? still + 1 : 0;
      before = now;
    }
  }

  function path(form, field) {
    return form.get('pathRegistry').getValuePath(field, { indexes: {} });
  }

  function valueAt(form, field) {
    return path(form, field).reduce((at, key) => at?.[key], form._getState().data);
  }

  function labelOf(form, field, value) {
    const listed = field.values || form._getState().initialData?.[field.valuesKey] || [];
    const option = listed.find((each) => same(each?.value ?? each, value));
    return String(option?.label ?? option?.value ?? value);
  }

  function withLabel(elements, label) {
    return [...elements].find((each) => each.textContent.replace(/\*$/, '') === label);
  }

  async function type(input, text) {
    input.value = text;
    fire(input, new InputEvent('input', { bubbles: true }));
    await pause();
    fire(input, new FocusEvent('blur'));
  }

  async function chooseFromList(place, input, label) {
    fire(input, new FocusEvent('focus'));
    await pause();
    const item = withLabel(place.querySelectorAll('.fjs-dropdownlist-item'), label);
    if (item) fire(item, new MouseEvent('mousedown', { bubbles: true }));
    await pause();
    fire(input, new FocusEvent('blur'));
  }

  const asTyped = (value) => (value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value));

  async function typeInto(place, form, field, value) {
    await type(place.querySelector('input, textarea'), asTyped(value));
  }

  async function tick(place, form, field, value) {
    const box = place.querySelector('input');
    if (box.checked !== (value === true)) box.click();
  }

  async function press(place, form, field, value) {
    withLabel(place.querySelectorAll('label[for]'), labelOf(form, field, value))?.querySelector('input').click();
  }

  async function tickSome(place, form, field, value) {
    for (const given of valueAt(form, field) || []) {
      withLabel(place.querySelectorAll('label[for]'), labelOf(form, field, given))?.querySelector('input').click();
      await pause();
    }
    for (const wanted of Array.isArray(value) ? value : []) {
      withLabel(place.querySelectorAll('label[for]'), labelOf(form, field, wanted))?.querySelector('input').click();
      await pause();
    }
  }

  async function select(place, form, field, value) {
    if (value === null) {
      const cross = place.querySelector('.fjs-select-cross');
      if (cross) fire(cross, new MouseEvent('mousedown', { bubbles: true }));
    } else {
      await chooseFromList(place, place.querySelector('input'), labelOf(form, field, value));
    }
  }

  async function selectSome(place, form, field, value) {
    for (let tag; (tag = place.querySelector('.fjs-taglist-tag-remove')); ) {
      tag.click();
      await settle(place, form);
    }
    for (const wanted of Array.isArray(value) ? value : []) {
      await chooseFromList(place, place.querySelector('input.fjs-taglist-input'), labelOf(form, field, wanted));
      await settle(place, form);
    }
  }

  async function pickTime(place, form, field, value) {
    const [, year, month, day, time] = /^(?:(\d{4})-(\d{2})-(\d{2}))?T?(\d{2}:\d{2})?/.exec(asTyped(value));
    const date = place.querySelector('input[id$="-date"]');
    const clock = place.querySelector('input[id$="-time"]');
    if (date) {
      await type(date, year ? `${month}/${day}/${year}` : '');
      await pause();
    }
    if (clock) await type(clock, time || '');
  }

  const ACTS = {
    textfield: typeInto,
    textarea: typeInto,
    number: typeInto,
    checkbox: tick,
    radio: press,
    checklist: tickSome,
    select,
    taglist: selectSome,
    datetime: pickTime,
  };

  function placeOf(container, form, field) {
    const named = `fjs-form-${form._id}-${field.id}`;
    const input = container.querySelector(`[id="${named}"], [id^="${named}-"]`);
    return input?.closest('.fjs-form-field');
  }

  async function answer(container, form, key, value) {
    const fields = form.get('formFieldRegistry').getAll();
    const field = fields.find((each) => ACTS[each.type] && path(form, each).join('.') === key);
    const place = field && placeOf(container, form, field);
    const input = place?.querySelector('input, textarea');
    if (!input || input.disabled || input.readOnly || place.querySelector('.fjs-readonly, .fjs-disabled')) return false;
    await ACTS[field.type](place, form, field, value);
    await settle(container, form);
    return true;
  }

  return async function ({ schema, data, acts }) {
    let failure;
    addEventListener('error', (event) => (failure ||= event.message));
    const container = document.body;
    const form = new FormViewer.Form({ container, debounce: false });
    await form.importSchema(schema, data);
    await settle(container, form);
    let left = acts;
    for (let round = 0; round < ROUNDS && left.length > 0; round++) {
      const undone = [];
      for (const act of left) {
        if (!(await answer(container, form, ...act))) undone.push(act);
      }
      left = undone;
    }
    await settle(container, form);
    const { data: submitted, errors } = form.submit();
    const keyOf = (id) => path(form, form.get('formFieldRegistry').get(id)).join('.');
    const keys = Object.keys(errors).filter((id) => errors[id]?.length);
    return failure ? { failure } : { submitted, errors: keys.map(keyOf).sort() };
  };
})();
