package museum.atrium.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who has a page before them, as far as their browser says.
 *
 * @param language one that pages are written in
 * @param zone null: nobody knows where they are
 */
public record PageReader(Locale language, @Nullable ZoneId zone) {

    public static PageReader of(HttpServletRequest request) {
        return new PageReader(
                language(request.getLocale()), ReaderChoice.of(request).timeZone());
    }

    /** The language itself, or English where no page is written in it. */
    public static Locale language(Locale wanted) {
        return ReaderChoice.LANGUAGES.contains(wanted.getLanguage()) ? wanted : Locale.ENGLISH;
    }

    /** As their clocks show them, or those of Greenwich where nobody knows. */
    public ZonedTimes times() {
        return timesOr(ZoneId.of("UTC"));
    }

    /** @param place whose clocks count where nobody knows where they are */
    public ZonedTimes timesOr(ZoneId place) {
        ZoneId own = zone;
        return new ZonedTimes(language, own == null ? place : own);
    }
}
