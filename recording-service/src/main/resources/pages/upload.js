// Uploads by tus 1.0 (tus.io): what has arrived stays there, so that a lost connection, or a page that was closed, goes on where it broke off.
const PART = 8 * 1024 * 1024;
const PATIENCE = 60;
const form = document.querySelector('form[data-upload]');
const progress = document.querySelector('progress[data-progress]');

function show(percent, text) {
  if (progress) {
    progress.value = percent;
    progress.textContent = text;
  }
  const said = document.querySelector('[data-said]');
  if (said) {
    said.textContent = text;
  }
}

function call(method, address, headers, body, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    const proof = form.dataset.proof;
    for (const [name, value] of Object.entries({ 'Tus-Resumable': '1.0.0', 'X-CSRF-Token': proof, ...headers })) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = (event) => onProgress?.(event.loaded);
    request.onload = () => resolve(request);
    request.onerror = () => reject(new Error('no connection'));
    request.send(body ?? null);
  });
}

/** Where this very file was being uploaded to, if it was. */
function known(file) {
  return `atrium:upload:${form.dataset.upload}:${file.name}:${file.size}:${file.lastModified}`;
}

async function offsetOf(address) {
  const answer = await call('HEAD', address, {});
  return answer.status === 200 || answer.status === 204 ? Number(answer.getResponseHeader('Upload-Offset')) : null;
}

async function begin(file) {
  const before = localStorage.getItem(known(file));
  if (before !== null && (await offsetOf(before)) !== null) {
    return before;
  }
  const answer = await call('POST', form.dataset.upload, { 'Upload-Length': String(file.size) });
  if (answer.status !== 201) {
    throw new Error(JSON.parse(answer.responseText).detail);
  }
  const address = new URL(answer.getResponseHeader('Location')).pathname;
  localStorage.setItem(known(file), address);
  return address;
}

async function send(file) {
  const address = await begin(file);
  let offset = (await offsetOf(address)) ?? 0;
  let failures = 0;
  while (offset < file.size) {
    try {
      const from = offset;
      const answer = await call(
        'PATCH', address,
        { 'Upload-Offset': String(from), 'Content-Type': 'application/offset+octet-stream' },
        file.slice(from, from + PART),
        (sent) => show((100 * (from + sent)) / file.size, `${Math.floor((100 * (from + sent)) / file.size)} %`));
      if (answer.status === 204) {
        offset = Number(answer.getResponseHeader('Upload-Offset'));
        failures = 0;
        continue;
      }
      if (answer.status < 500 && answer.status !== 408 && answer.status !== 409 && answer.status !== 423 && answer.status !== 429) {
        throw Object.assign(new Error(JSON.parse(answer.responseText).detail), { final: true });
      }
    } catch (failure) {
      if (failure.final) {
        throw failure;
      }
    }
    if (++failures > PATIENCE) {
      throw new Error(form.dataset.lost);
    }
    show((100 * offset) / file.size, form.dataset.waiting);
    await new Promise((later) => { setTimeout(later, Math.min(30_000, 500 * 2 ** failures)); });
    offset = (await offsetOf(address).catch(() => null)) ?? offset;
  }
  localStorage.removeItem(known(file));
}

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  const file = form.querySelector('input[type=file]').files[0];
  if (!file) {
    return;
  }
  form.querySelector('button').disabled = true;
  progress.hidden = false;
  send(file).then(() => location.reload()).catch((failure) => {
    form.querySelector('button').disabled = false;
    show(0, failure.message);
  });
});

// While it is processed the page follows it, and is shown anew when that is over.
const followed = document.querySelector('[data-follow]');
if (followed) {
  const stream = new EventSource(followed.dataset.follow);
  stream.addEventListener('progress', (event) => {
    const told = JSON.parse(event.data);
    show(told.progress ?? 0, `${told.progress ?? 0} %`);
    if (told.state !== followed.dataset.state) {
      stream.close();
      location.reload();
    }
  });
}
