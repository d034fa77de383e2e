package museum.atrium.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who opens a watch link and follows what the page names. */
record Visitor(Organiser http, String slug, @Nullable String token) {

    private static final Pattern MEDIA = Pattern.compile(" src=\"(/media/[^\"]+)\"");
    private static final Pattern STREAM = Pattern.compile("data-stream=\"(/media/[^\"]+)\"");

    /** What is told there, and the player's own script, are no part of a recording. */
    private static final Pattern NAMED = Pattern.compile("(?<!data-views|data-player)=\"(/media/[^\"]+)\"");

    private static final Pattern IN_PLAYLIST = Pattern.compile("(?m)^(?!#)(\\S+)$|URI=\"([^\"]+)\"");

    HttpResponse<byte[]> open(String... headers) {
        return http.get("/watch/" + slug + (token == null ? "" : "?t=" + token), headers);
    }

    String page(String... headers) {
        return new String(open(headers).body(), UTF_8);
    }

    List<String> media() {
        return addresses(MEDIA);
    }

    /** What the script of the page plays where it can. */
    List<String> streams() {
        return addresses(STREAM);
    }

    /** Every address that a browser comes to from the page on. */
    List<String> everything() {
        return Stream.concat(
                        addresses(NAMED).stream(),
                        streams().stream()
                                .flatMap(master -> named(master).stream()
                                        .flatMap(playlist ->
                                                Stream.concat(Stream.of(playlist), named(playlist).stream()))))
                .distinct()
                .toList();
    }

    /** What a playlist names, as a player would ask for it. */
    List<String> named(String playlist) {
        return IN_PLAYLIST
                .matcher(http.text(playlist))
                .results()
                .map(found -> playlist.replaceAll("/[^/]*$", "/")
                        + (found.group(1) == null ? found.group(2) : found.group(1)))
                .distinct()
                .toList();
    }

    private List<String> addresses(Pattern written) {
        return written.matcher(page())
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .toList();
    }
}
