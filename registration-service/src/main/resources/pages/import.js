const file = document.querySelector('input[type=file]');
if (file) {
  file.closest('label').hidden = false;
  file.addEventListener('change', async () => {
    document.querySelector('textarea').value = await file.files[0].text();
  });
}
