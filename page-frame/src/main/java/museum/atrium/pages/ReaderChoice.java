package museum.atrium.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * What a reader has chosen for themselves, or their browser for them; it keeps that in two cookies, which every service reads.
 * They say nothing about who the reader is.
 *
 * @param language one of {@link #LANGUAGES}; null: the browser's languages count
 * @param timeZone null: it is not known where the reader is
 */
public record ReaderChoice(
        @Nullable Locale language, @Nullable ZoneId timeZone) {

    /** BCP 47; pages are written in these. */
    public static final List<String> LANGUAGES = List.of("en", "fr", "es", "de", "pt", "sl");

    static final String LANGUAGE_COOKIE = "atrium-language";

    /** Named in {@code time-zone.js} as well. */
    static final String TIME_ZONE_COOKIE = "atrium-time-zone";

    private static final Duration KEPT_FOR = Duration.ofDays(365);

    // The JDK knows a thousand, among them offsets that are no place.
    private static final Set<String> TIME_ZONES = ZoneId.getAvailableZoneIds();

    /** What is not a choice that can be made counts as none. */
    public static ReaderChoice of(HttpServletRequest request) {
        return new ReaderChoice(
                read(request, LANGUAGE_COOKIE).flatMap(ReaderChoice::language).orElse(null),
                read(request, TIME_ZONE_COOKIE).flatMap(ReaderChoice::timeZone).orElse(null));
    }

    public static Optional<Locale> language(String tag) {
        return Optional.of(tag).filter(LANGUAGES::contains).map(Locale::forLanguageTag);
    }

    /** @param id of the IANA time zone database */
    public static Optional<ZoneId> timeZone(String id) {
        return Optional.of(id).filter(TIME_ZONES::contains).map(ZoneId::of);
    }

    /**
     * What has the browser keep it; nothing of what was not chosen.
     *
     * @param secure whether the browser came over TLS
     */
    public List<String> cookies(boolean secure) {
        ZoneId zone = timeZone;
        Locale tongue = language;
        return Arrays.asList(
                        tongue == null ? "" : cookie(LANGUAGE_COOKIE, tongue.toLanguageTag(), secure, true),
                        zone == null ? "" : cookie(TIME_ZONE_COOKIE, zone.getId(), secure, false))
                .stream()
                .filter(cookie -> !cookie.isEmpty())
                .toList();
    }

    /** @param hidden from scripts; the one for the time zone is looked for by one of ours */
    private static String cookie(String name, String value, boolean secure, boolean hidden) {
        return ResponseCookie.from(name, value)
                .path("/")
                .maxAge(KEPT_FOR)
                .sameSite("Lax")
                .secure(secure)
                .httpOnly(hidden)
                .build()
                .toString();
    }

    private static Optional<String> read(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
    }
}
