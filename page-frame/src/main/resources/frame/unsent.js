// What was written into a form and not sent goes with the page, when another language is chosen, for one: the browser asks first.
let written = false;
addEventListener('input', ({ target }) => (written ||= target.form?.method === 'post'));
addEventListener('submit', ({ target }) => (written &&= !target.closest('main')));
addEventListener('beforeunload', (event) => written && event.preventDefault());
