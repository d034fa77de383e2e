const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && !/(^|; )atrium-time-zone=/.test(document.cookie)) {
  document.cookie = `atrium-time-zone=${zone}; path=/; max-age=31536000; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
  // Times are written by the server: asked again, it knows where the reader is. Where nothing is kept, it never will.
  if (document.querySelector('time') && /(^|; )atrium-time-zone=/.test(document.cookie)) location.reload();
}
