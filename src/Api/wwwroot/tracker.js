// Makes the pages nicer; every page works without it. It changes no data by itself: all it sends are the forms of the page.
'use strict';

// Warns before what was typed is left unsaved.
let changed = false;
const warns = document.querySelector('form[data-unsaved]');
if (warns) {
  warns.addEventListener('input', () => { changed = true; });
  document.addEventListener('submit', () => { changed = false; });
  window.addEventListener('beforeunload', event => { if (changed) event.preventDefault(); });
}

// A button may be named "action", which hides the property of the form.
const addressOf = form => new URL(form.getAttribute('action') || location.href, location.href).href;

// Draws a part of the page anew while a form is filled in: the form is sent with its button "check", and the answer's part is taken over.
for (const form of document.querySelectorAll('form[data-live]')) {
  let timer, request;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      request?.abort();
      request = new AbortController();
      const body = new FormData(form);
      for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
      body.set('action', 'check');
      try {
        const answer = await fetch(addressOf(form), {
          method: 'POST', body: new URLSearchParams(body), headers: { Accept: 'text/html' }, signal: request.signal,
        });
        if (!answer.ok) return;
        const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(form.dataset.live);
        if (fresh) document.getElementById(form.dataset.live).replaceWith(document.importNode(fresh, true));
      } catch { /* The part stays as it was; the button works without the script. */ }
    }, 600);
  });
}

// Keeps what is typed on the server while it is typed; the button does the rest.
for (const form of document.querySelectorAll('form[data-autosave]')) {
  const state = form.querySelector('[data-autosaved]');
  let timer, request, waits = false;
  const keep = async () => {
    const body = new FormData(form);
    body.set('action', 'draft');
    const signal = AbortSignal.timeout(10_000);
    const sent = await fetch(addressOf(form), { method: 'POST', body: new URLSearchParams(body), signal }).catch(() => null);
    state.textContent = sent?.ok ? state.dataset.autosaved : state.dataset.failed;
    request = null;
  };
  form.addEventListener('submit', async event => {
    clearTimeout(timer);
    if (!request) return;
    // What is being kept must not arrive after what is sent now.
    event.preventDefault();
    if (waits) return;
    waits = true;
    await request;
    waits = false;
    form.requestSubmit(event.submitter);
  });
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      await request;
      request = keep();
    }, 1500);
  });
}

// Shows only what contains the words that are typed into a search field for a list of choices. The field is hidden without script.
for (const search of document.querySelectorAll('input[data-narrows]')) {
  search.closest('[hidden]')?.removeAttribute('hidden');
  const items = document.getElementById(search.dataset.narrows).querySelectorAll('[data-words]');
  search.addEventListener('input', () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const item of items)
      item.hidden = !item.querySelector(':checked') && !words.every(word => item.textContent.toLowerCase().includes(word));
    for (const group of document.getElementById(search.dataset.narrows).querySelectorAll('details'))
      if (words.length) group.open = [...group.querySelectorAll('[data-words]')].some(item => !item.hidden);
  });
}

// Buttons that need the script are hidden without it.
for (const button of document.querySelectorAll('button[data-print], button[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    if ('print' in button.dataset) return window.print();
    await navigator.clipboard.writeText(new URL(button.dataset.copy, location.href).href);
    button.textContent = button.dataset.done;
  });
}

// Uploads with progress. What the server answers is shown as if the browser had sent the form.
for (const form of document.querySelectorAll('form[data-upload]')) {
  form.addEventListener('submit', event => {
    if (![...form.querySelectorAll('input[type=file]')].some(input => input.files.length > 0)) return;
    event.preventDefault();
    const body = new FormData(form);
    if (event.submitter?.name) body.append(event.submitter.name, event.submitter.value);
    const bar = document.createElement('progress');
    const label = document.createElement('p');
    label.setAttribute('role', 'status');
    label.append(form.dataset.upload, ' ', bar);
    form.append(label);
    for (const button of form.querySelectorAll('button')) button.disabled = true;
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', progress => {
      if (progress.lengthComputable) [bar.max, bar.value] = [progress.total, progress.loaded];
    });
    request.addEventListener('load', () => {
      changed = false;
      // The answer was loaded already; loading its address once more would lose its notice.
      history.pushState(null, '', request.responseURL);
      document.open();
      document.write(request.responseText);
      document.close();
    });
    request.addEventListener('error', () => {
      label.remove();
      for (const button of form.querySelectorAll('button')) button.disabled = false;
      HTMLFormElement.prototype.submit.call(form);
    });
    request.open('POST', addressOf(form));
    request.setRequestHeader('Accept', 'text/html');
    request.send(body);
  });
}
