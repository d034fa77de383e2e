package museum.atrium.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import museum.atrium.http.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a page; the template {@code frame} writes it.
 *
 * @param language of the page, one of {@link ReaderChoice#LANGUAGES}
 * @param back where a choice leads back to: the page itself; null: it answers a form, and cannot be opened once more
 * @param timeZone that times are shown in; empty: none was chosen
 */
public record Frame(
        String language, List<Language> languages, @Nullable String back, String timeZone) {

    private static final List<Language> ALL = ReaderChoice.LANGUAGES.stream()
            .map(Locale::forLanguageTag)
            .map(language -> new Language(language.toLanguageTag(), nameOf(language)))
            .toList();

    /** @param name in the language itself */
    public record Language(String tag, String name) {}

    public static Frame around(HttpServletRequest request, Locale language) {
        ZoneId zone = ReaderChoice.of(request).timeZone();
        return new Frame(
                language.getLanguage(),
                ALL,
                request.getMethod().equals("GET") ? address(request) : null,
                zone == null ? "" : zone.getId());
    }

    /** Where language and time zone are chosen. */
    public String choice() {
        return back == null ? "/reader" : "/reader?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }

    /** As the template says it. */
    public Complaint complaint(FieldError error) {
        return Complaint.of(error);
    }

    /** Without the language that the address asks for: another is about to be chosen. */
    private static String address(HttpServletRequest request) {
        String asked = request.getQueryString();
        String query = asked == null
                ? ""
                : Arrays.stream(asked.split("&"))
                        .filter(parameter -> !parameter.startsWith("lang="))
                        .collect(Collectors.joining("&"));
        return request.getRequestURI() + (query.isEmpty() ? "" : "?" + query);
    }

    private static String nameOf(Locale language) {
        String name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }
}
