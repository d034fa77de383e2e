// Without this script the film plays by the browser's own controls. With it the quality follows the connection, keys work,
// and who comes back goes on where they were. What it remembers stays on this device.
const streamScript = document.querySelector('script[data-player]').dataset.player;
const KEPT_FOR = 180 * 24 * 3600 * 1000;
const JUMP = 10;
const WATCHED = 5;
let streams;

/** The script that plays streams, loaded once, and only where it is needed. */
function loadStreams() {
  streams ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = streamScript;
    script.onload = () => resolve(window.Hls);
    script.onerror = reject;
    document.head.append(script);
  });
  return streams;
}

class Memory {
  constructor(id) {
    this.name = `atrium:${id}`;
  }

  get position() {
    return this.read(this.name)?.position ?? 0;
  }

  set position(seconds) {
    this.write(this.name, { position: seconds, at: Date.now() });
  }

  get speed() {
    return this.read('atrium:speed') ?? 1;
  }

  set speed(speed) {
    this.write('atrium:speed', speed);
  }

  forget() {
    this.safely(() => localStorage.removeItem(this.name));
  }

  read(name) {
    return this.safely(() => JSON.parse(localStorage.getItem(name)));
  }

  write(name, value) {
    this.safely(() => localStorage.setItem(name, JSON.stringify(value)));
  }

  /** Browsers that keep nothing say so by an error. */
  safely(action) {
    try {
      return action();
    } catch {
      return null;
    }
  }

  static removeOld() {
    const limit = Date.now() - KEPT_FOR;
    try {
      for (const name of Object.keys(localStorage).filter((key) => key.startsWith('atrium:'))) {
        const kept = JSON.parse(localStorage.getItem(name));
        if (kept?.at < limit) {
          localStorage.removeItem(name);
        }
      }
    } catch {
      // Nothing is kept here, or something else under such a name.
    }
  }
}

class Player {
  constructor(box) {
    this.media = box.querySelector('video, audio');
    this.controls = box.querySelector('.controls');
    this.memory = new Memory(box.dataset.id);
    this.views = box.dataset.views;
    this.start = box.dataset.at === undefined ? null : Number(box.dataset.at);
    this.film = this.media.currentSrc || this.media.src;
    this.controls.hidden = false;
    this.chooseSpeed();
    this.offerWindow();
    this.remember();
    this.countOnce();
    this.chooseStream();
  }

  /** At once on a page of one recording; of several only for what is played, for a page of twenty would load twenty. */
  chooseStream() {
    const stream = this.media.dataset.stream;
    if (!stream) {
      return;
    }
    if (!window.MediaSource) {
      if (this.media.canPlayType('application/vnd.apple.mpegurl')) {
        this.media.addEventListener('error', () => this.fallBack(), { once: true });
        this.media.src = stream;
      }
    } else if (this.media.preload === 'none') {
      this.media.addEventListener('play', () => this.attach(stream), { once: true });
    } else {
      this.attach(stream);
    }
  }

  async attach(stream) {
    let Hls;
    try {
      Hls = await loadStreams();
    } catch {
      return; // The film plays.
    }
    if (!Hls.isSupported()) {
      return;
    }
    const playing = !this.media.paused;
    const at = this.media.currentTime || this.wanted();
    const hls = new Hls({
      enableWorker: false,
      startPosition: at > 0 ? at : -1,
      capLevelToPlayerSize: true,
      // The page has captions of its own, which these would switch off.
      subtitleTrackController: undefined,
      subtitleStreamController: undefined,
      timelineController: undefined,
    });
    hls.on(Hls.Events.ERROR, (event, error) => {
      if (error.fatal) {
        hls.destroy();
        this.fallBack();
      }
    });
    hls.on(Hls.Events.MANIFEST_PARSED, () => {
      if (playing) {
        this.media.play();
      }
    });
    hls.loadSource(stream);
    hls.attachMedia(this.media);
  }

  /** What plays everywhere, at the same place. */
  fallBack() {
    const at = this.media.currentTime || this.wanted();
    const playing = !this.media.paused;
    this.media.src = this.film;
    this.media.currentTime = at;
    if (playing) {
      this.media.play();
    }
  }

  wanted() {
    return this.start ?? this.memory.position;
  }

  remember() {
    const { media } = this;
    const resume = () => {
      const at = this.wanted();
      if (at > 0 && media.currentTime < at - 1 && !this.resumed) {
        media.currentTime = at;
      }
      this.resumed = true;
    };
    if (this.wanted() > 0 && this.start === null) {
      const notice = this.controls.querySelector('.resumed');
      notice.hidden = false;
      notice.querySelector('.restart').addEventListener('click', () => {
        this.memory.forget();
        this.seek(0);
        notice.hidden = true;
      });
      media.addEventListener('seeked', () => { notice.hidden = media.currentTime < 1 || notice.hidden; });
    }
    media.addEventListener('loadedmetadata', resume);
    if (media.readyState > 0) {
      resume();
    }
    let last = 0;
    const note = () => {
      if (media.currentTime < WATCHED || media.duration - media.currentTime < WATCHED) {
        this.memory.forget();
      } else {
        this.memory.position = media.currentTime;
      }
    };
    media.addEventListener('timeupdate', () => {
      if (!media.paused && Math.abs(media.currentTime - last) >= 2) {
        last = media.currentTime;
        note();
      }
    });
    media.addEventListener('pause', () => this.resumed && note());
    media.addEventListener('ended', () => this.memory.forget());
  }

  chooseSpeed() {
    const select = this.controls.querySelector('.speed');
    const set = (speed) => {
      this.media.defaultPlaybackRate = speed;
      this.media.playbackRate = speed;
    };
    const option = [...select.options].find((each) => Number(each.value) === this.memory.speed);
    if (option) {
      select.value = option.value;
      set(Number(option.value));
    }
    select.addEventListener('change', () => {
      set(Number(select.value));
      this.memory.speed = Number(select.value);
    });
  }

  changeSpeed(steps) {
    const select = this.controls.querySelector('.speed');
    const next = Math.min(Math.max(select.selectedIndex + steps, 0), select.options.length - 1);
    select.selectedIndex = next;
    select.dispatchEvent(new Event('change'));
  }

  offerWindow() {
    const button = this.controls.querySelector('.window');
    if (button && document.pictureInPictureEnabled) {
      button.hidden = false;
      button.addEventListener('click', () => {
        const done = document.pictureInPictureElement === this.media
          ? document.exitPictureInPicture()
          : this.media.requestPictureInPicture();
        done.catch(() => {}); // Before it has a picture there is nothing to show.
      });
    }
  }

  /** That somebody watches, not who. */
  countOnce() {
    if (this.views) {
      const watched = () => {
        const { played, duration } = this.media;
        let seconds = 0;
        for (let i = 0; i < played.length; i++) {
          seconds += played.end(i) - played.start(i);
        }
        if (seconds >= Math.min(WATCHED, duration / 2)) {
          this.media.removeEventListener('timeupdate', watched);
          navigator.sendBeacon(this.views);
        }
      };
      this.media.addEventListener('timeupdate', watched);
    }
  }

  seek(seconds) {
    this.media.currentTime = Math.max(0, seconds);
  }

  toggleCaptions() {
    const tracks = [...this.media.textTracks].filter((track) => track.kind !== 'chapters' && track.kind !== 'metadata');
    const shown = tracks.find((track) => track.mode === 'showing');
    if (shown) {
      this.captions = shown;
      shown.mode = 'disabled';
    } else {
      const own = tracks.find((track) => track.language.split('-')[0] === document.documentElement.lang.split('-')[0]);
      const next = this.captions ?? own ?? tracks[0];
      if (next) {
        next.mode = 'showing';
      }
    }
  }

  toggleFullscreen() {
    if (document.fullscreenElement) {
      document.exitFullscreen();
    } else if (this.media.tagName === 'VIDEO') {
      this.media.requestFullscreen?.();
    }
  }

  /** Returns whether the key means something here. */
  press(key) {
    const { media } = this;
    const actions = {
      k: () => (media.paused ? media.play() : media.pause()),
      j: () => this.seek(media.currentTime - JUMP),
      l: () => this.seek(media.currentTime + JUMP),
      ',': () => this.changeSpeed(-1),
      '.': () => this.changeSpeed(1),
      c: () => this.toggleCaptions(),
      m: () => { media.muted = !media.muted; },
      f: () => this.toggleFullscreen(),
    };
    actions[key]?.();
    return key in actions;
  }
}

Memory.removeOld();
const players = new Map([...document.querySelectorAll('.player')].map((box) => [box.closest('article'), new Player(box)]));
let current = players.size === 1 ? [...players.values()][0] : null;
for (const [article, player] of players) {
  article.addEventListener('focusin', () => { current = player; });
  player.media.addEventListener('play', () => { current = player; });
}

document.addEventListener('keydown', (event) => {
  const writing = event.target.closest('input, select, textarea, [contenteditable]');
  if (current && !writing && !event.ctrlKey && !event.metaKey && !event.altKey && current.press(event.key.toLowerCase())) {
    event.preventDefault();
  }
});

// A chapter begins in the player above it, instead of in a page of its own.
for (const link of document.querySelectorAll('a[data-seek]')) {
  link.addEventListener('click', (event) => {
    const player = players.get(link.closest('article'));
    if (player && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      player.start = Number(link.dataset.seek);
      player.seek(player.start);
      player.media.play();
      player.media.focus();
    }
  });
}
