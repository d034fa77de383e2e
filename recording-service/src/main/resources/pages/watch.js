// Players that choose the quality by themselves, as the connection is, get the stream; without this script the film plays.
for (const player of document.querySelectorAll('video[data-stream]')) {
  if (player.canPlayType('application/vnd.apple.mpegurl')) {
    const film = player.src;
    player.addEventListener('error', () => { player.src = film; }, { once: true });
    player.src = player.dataset.stream;
  }
}

// A chapter begins in the player above it, instead of in a page of its own.
for (const link of document.querySelectorAll('a[data-seek]')) {
  link.addEventListener('click', (event) => {
    const player = link.closest('article').querySelector('video, audio');
    if (player && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      player.currentTime = Number(link.dataset.seek);
      player.play();
      player.focus();
    }
  });
}
