package museum.atrium.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who opens a watch link and follows what the page names. */
record Visitor(Organiser http, String slug, @Nullable String token) {

    private static final Pattern MEDIA = Pattern.compile("src=\"(/media/[^\"]+)\"");

    HttpResponse<byte[]> open(String... headers) {
        return http.get("/watch/" + slug + (token == null ? "" : "?t=" + token), headers);
    }

    String page(String... headers) {
        return new String(open(headers).body(), UTF_8);
    }

    List<String> media() {
        return MEDIA.matcher(page())
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .toList();
    }
}
