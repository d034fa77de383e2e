// Players that choose the quality by themselves, as the connection is, get the stream; without this script the film plays.
for (const player of document.querySelectorAll('video[data-stream]')) {
  if (player.canPlayType('application/vnd.apple.mpegurl')) {
    const film = player.src;
    player.addEventListener('error', () => { player.src = film; }, { once: true });
    player.src = player.dataset.stream;
  }
}
