package museum.atrium.system;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import museum.atrium.system.surface.Answer;
import museum.atrium.system.surface.Http;

/** The page behind a watch link, opened in a browser of its own. */
final class WatchPage {

    private static final Pattern MEDIA = Pattern.compile("(?:src|href)=\"(/media/[^\"]+)\"");

    private final Http browser;
    private final Answer page;

    private WatchPage(Http browser, Answer page) {
        this.browser = browser;
        this.page = page;
    }

    static WatchPage open(Http browser, String link) {
        return new WatchPage(browser, browser.get(link));
    }

    int status() {
        return page.status();
    }

    String html() {
        return page.text();
    }

    /** The first medium that the page names. */
    Optional<String> media() {
        return MEDIA.matcher(page.text())
                .results()
                .map(match -> match.group(1).replace("&amp;", "&"))
                .filter(path -> !path.contains(".vtt"))
                .findFirst();
    }

    Answer fetch(String media) {
        return browser.get(media);
    }

    /** The whole medium, fetched piece by piece as a player does. */
    byte[] playedInPiecesOf(int size, String media) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        long total;
        do {
            long from = content.size();
            Answer piece = browser.with("Range", "bytes=%d-%d".formatted(from, from + size - 1))
                    .get(media)
                    .expecting(206);
            String range = piece.header("Content-Range").orElseThrow(() -> new AssertionError("no Content-Range"));
            if (piece.bytes().length == 0 || !range.startsWith("bytes %d-".formatted(from))) {
                throw new AssertionError("asked for bytes from %d, was given '%s'".formatted(from, range));
            }
            content.writeBytes(piece.bytes());
            total = Long.parseLong(range.substring(range.indexOf('/') + 1));
        } while (content.size() < total);
        return content.toByteArray();
    }
}
