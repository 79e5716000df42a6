/* Shows the form of this page, checks the answers as they are given, and sends them once. */
'use strict';

(function () {
  const page = document.getElementById('page');
  const problems = document.getElementById('problems');
  const card = document.getElementById('card');
  const place = document.getElementById('form');
  const actions = document.getElementById('actions');
  const button = document.getElementById('send');
  const status = document.getElementById('status');

  const SHORT_OPTION = 16; // characters; a row of such options reads as one scale
  const PATIENCE = 30000; // milliseconds until a silent connection counts as failed

  const PAUSE = 1500; // milliseconds without a key until answers are kept
  const RETRY = 10000; // milliseconds until another try

  const words = content('words');

  let form;
  let keeper;
  let sending = false;

  function content(id) {
    return JSON.parse(document.getElementById(id).textContent);
  }

  function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function paragraphs(text) {
    return String(text).split(/\n\s*\n/).map((part) => element('p', part));
  }

  /* What the page says stands in its language in the page. */
  function say(word, ...values) {
    return values.reduce((text, value, index) => text.replace(`%${index + 1}`, value), words[word]);
  }

  function plain(message) {
    const [, limit] = /(?:value|length) of (.+)\.$/.exec(message) || [];
    if (message === 'Field is required.') return say('required');
    if (message === 'Field must be a valid email.') return say('email');
    if (message.includes('phone number')) return say('phone');
    if (message.includes('match pattern')) return say('pattern');
    if (message.includes('minimum value')) return say('minimum', limit);
    if (message.includes('maximum value')) return say('maximum', limit);
    if (message.includes('minimum length')) return say('shortest', limit);
    if (message.includes('maximum length')) return say('longest', limit);
    return message;
  }

  function speakPlainly(validator) {
    const check = validator.validateFieldInstance.bind(validator);
    validator.validateFieldInstance = (field, value) => check(field, value).map(plain);
  }

  function fields() {
    return form.get('formFieldRegistry').getAll();
  }

  function input(id) {
    const base = `fjs-form-${form._id}-${id}`;
    return document.getElementById(base)
      || document.getElementById(`${base}-0`)
      || place.querySelector(`input[id^="${CSS.escape(base)}-"]`);
  }

  function label(id) {
    const field = input(id)?.closest('.fjs-form-field');
    return field?.querySelector('label')?.textContent.replace(/\*$/, '').trim();
  }

  /* The form's own heading says better than the task's name what the page is for. */
  function takeHeading() {
    const heading = place.querySelector('h1');
    if (heading) document.getElementById('title').textContent = heading.textContent;
  }

  /* What form-js leaves out: a group of choices is one question, to the keyboard and to a screen reader too. */
  function describeChoices() {
    for (const group of place.querySelectorAll('.fjs-form-field-radio, .fjs-form-field-checklist')) {
      const inputs = [...group.querySelectorAll('input')];
      const question = group.querySelector('label:not([for])');
      if (!question || inputs.length === 0) continue;

      const radio = inputs[0].type === 'radio';
      question.id = `${inputs[0].id}-question`;
      group.setAttribute('role', radio ? 'radiogroup' : 'group');
      group.setAttribute('aria-labelledby', question.id);
      if (radio && question.querySelector('.fjs-asterix')) group.setAttribute('aria-required', 'true');
      for (const each of inputs) {
        if (radio && !each.name) each.name = inputs[0].id;
      }
      const longest = Math.max(...inputs.map((each) => each.parentElement.textContent.trim().length));
      group.dataset.options = longest <= SHORT_OPTION && inputs.length > 1 ? 'short' : 'long';
    }
  }

  function hideProblems() {
    problems.hidden = true;
    problems.replaceChildren();
  }

  function showProblems(parts) {
    problems.replaceChildren(...parts);
    problems.hidden = false;
    problems.scrollIntoView({ block: 'start' });
    problems.focus({ preventScroll: true });
  }

  function problemList(found) {
    const list = document.createElement('ul');
    for (const { id, name, sentence } of found) {
      const item = document.createElement('li');
      const text = name ? `${name}${/[.?!:]$/.test(name) ? '' : ':'} ${sentence}` : sentence;
      if (id && input(id)) {
        const link = element('a', text);
        link.href = `#${input(id).id}`;
        link.addEventListener('click', (event) => {
          event.preventDefault();
          const target = input(id);
          target.closest('.fjs-form-field').scrollIntoView({ block: 'start' });
          target.focus({ preventScroll: true });
        });
        item.append(link);
      } else {
        item.textContent = text;
      }
      list.append(item);
    }
    return list;
  }

  function showFieldErrors(errors) {
    const found = Object.entries(errors).map(([id, sentences]) => ({
      id,
      name: label(id),
      sentence: [sentences].flat(Infinity).join(' '),
    }));
    const heading = found.length === 1 ? say('oneProblem') : say('problems', found.length);
    showProblems([element('h2', heading), problemList(found)]);
  }

  function showServerProblems({ message, problems: named = [] }) {
    const errors = {};
    const found = named.map(({ key, label: name, sentence }) => {
      const field = fields().find((each) => each.key === key);
      if (field) (errors[field.id] ||= []).push(sentence);
      return { id: field?.id, name: name || (field && label(field.id)), sentence };
    });
    form._setState({ errors });
    showProblems([element('h2', message || say('lookAgain')), problemList(found)]);
  }

  function showDone(message) {
    const heading = element('h1', say('thanks'));
    heading.tabIndex = -1;
    const receipt = document.createElement('div');
    receipt.className = 'card';
    receipt.append(heading, ...paragraphs(message || say('arrived')));
    const contact = page.querySelector('.contact');
    page.replaceChildren(receipt, ...(contact ? [contact] : []));
    document.title = heading.textContent;
    window.scrollTo(0, 0);
    heading.focus({ preventScroll: true });
  }

  function showClosed(message) {
    actions.hidden = true;
    showProblems([element('h2', say('notSent')), ...paragraphs(message)]);
  }

  function showFailure(message) {
    showProblems([
      element('h2', say('notSentYet')),
      ...paragraphs(message || say('noConnection')),
    ]);
  }

  async function call(method, address, content, options = {}) {
    const patience = new AbortController();
    setTimeout(() => patience.abort(), PATIENCE);
    const response = await fetch(address, {
      method,
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ nonce: place.dataset.nonce, ...content }),
      credentials: 'same-origin',
      signal: patience.signal,
      ...options,
    });
    const answer = await response.json().catch(() => ({}));
    return { code: response.status, answer };
  }

  /* Keeps the answers on the server while they are given; until they are there, in this window. */
  function keep() {
    const note = document.getElementById('kept');
    if (!note) return { changed() {}, begun: () => ({}), goOn() {}, sent() {} };
    let version = Number(place.dataset.version);
    let given = 0;
    let kept = 0;
    let timer;
    let busy = false;
    let stopped = false;

    function tell(text) {
      note.textContent = text;
      note.dataset.news = '';
    }

    if (version > 0) tell(say('resumed'));

    function inThisWindow(act) {
      try {
        return act(sessionStorage, location.pathname);
      } catch {
        return null; // the browser keeps nothing for pages
      }
    }

    function answers() {
      return form._getSubmitData();
    }

    function stop(message) {
      stopped = true;
      tell(message);
    }

    function showNewer() {
      stop(`${say('changedElsewhere')} `);
      const newer = element('button', say('showThose'));
      newer.type = 'button';
      newer.addEventListener('click', () => {
        inThisWindow((store, key) => store.removeItem(key));
        location.reload();
      });
      note.append(newer);
    }

    async function save(options) {
      clearTimeout(timer);
      if (stopped || busy || sending || given === kept) return;
      busy = true;
      const until = given;
      try {
        const { code, answer } = await call('PUT', `${location.pathname}/draft`, { version, answers: answers() }, options);
        if (stopped) return;
        if (code === 200) {
          version = answer.version;
          kept = until;
          if (given === kept) inThisWindow((store, key) => store.removeItem(key));
          tell(say('saved'));
        } else if (code === 412) {
          showNewer();
        } else if (code < 500 && code !== 429 && answer.message) {
          stop(answer.message);
        } else {
          throw new Error(`${code}`);
        }
      } catch {
        tell(say('notSaved'));
        timer = setTimeout(save, RETRY);
      } finally {
        busy = false;
      }
      if (given !== kept && !stopped) timer = setTimeout(save, RETRY);
    }

    function changed() {
      given += 1;
      inThisWindow((store, key) => store.setItem(key, JSON.stringify(answers())));
      clearTimeout(timer);
      timer = setTimeout(save, PAUSE);
    }

    window.addEventListener('online', () => save());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') save({ keepalive: true });
    });
    window.addEventListener('beforeunload', (event) => {
      if (given !== kept && !stopped) event.preventDefault();
    });

    return {
      changed,
      begun() {
        const unsaved = inThisWindow((store, key) => JSON.parse(store.getItem(key)));
        if (unsaved) {
          given += 1;
          timer = setTimeout(save, PAUSE);
        }
        return { ...content('draft'), ...unsaved };
      },
      goOn() {
        timer = setTimeout(save, PAUSE);
      },
      sent() {
        stopped = true;
        clearTimeout(timer);
        inThisWindow((store, key) => store.removeItem(key));
      },
    };
  }

  /* What was begun stands in the fields of the form; what the form shows comes from the school. */
  function withBegun(schema, data, begun) {
    const keys = new Set((schema.components || []).map((each) => each.key).filter(Boolean));
    const fields = Object.entries(begun).filter(([key]) => keys.has(key));
    return { ...data, ...Object.fromEntries(fields) };
  }

  async function send(answers) {
    sending = true;
    button.setAttribute('aria-disabled', 'true');
    status.textContent = say('sending');
    hideProblems();
    try {
      const { code, answer } = await call('POST', location.href, { answers });
      if (code === 200) {
        keeper.sent();
        if (answer.redirect) location.assign(answer.redirect);
        else showDone(answer.message);
      } else if (code === 422) {
        showServerProblems(answer);
      } else if ([404, 409, 410].includes(code) && answer.message) {
        keeper.sent();
        showClosed(answer.message);
      } else {
        showFailure(answer.message || say('ourFault'));
      }
    } catch {
      showFailure();
    } finally {
      sending = false;
      keeper.goOn();
      button.removeAttribute('aria-disabled');
      status.textContent = '';
    }
  }

  function submitted({ data, errors }) {
    if (sending || actions.hidden) return;
    if (Object.keys(errors).length > 0) showFieldErrors(errors);
    else send(data);
  }

  function asksForAnswers(components = []) {
    return components.some((each) => each.validate?.required || asksForAnswers(each.components));
  }

  async function open() {
    form = new FormViewer.Form({ container: place, debounce: false });
    speakPlainly(form.get('validator'));
    const schema = content('schema');
    keeper = keep();
    await form.importSchema(schema, withBegun(schema, content('data'), keeper.begun()));
    takeHeading();
    new MutationObserver(describeChoices).observe(place, { childList: true, subtree: true });
    describeChoices();
    form.on('field.updated', () => keeper.changed());
    form.on('submit', submitted);
    button.addEventListener('click', () => {
      if (!sending) form.submit();
    });
    document.getElementById('required').hidden = !asksForAnswers(schema.components);
    card.hidden = false;
    actions.hidden = false;
  }

  open().catch((error) => {
    console.error(error);
    showProblems([
      element('h2', say('notShown')),
      element('p', say('loadAgain')),
    ]);
  });
})();
