package museum.atrium.recording.watching;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Locale;
import museum.atrium.pages.Frame;
import museum.atrium.pages.ReaderChoice;
import museum.atrium.pages.ZonedTimes;

/**
 * Who has the page before them, as far as their browser says.
 *
 * @param language of the page
 * @param frame what stands around it
 * @param times as their clocks show them, or UTC's where nobody knows
 */
record Watcher(Locale language, Frame frame, ZonedTimes times) {

    static Watcher of(HttpServletRequest request) {
        Locale language = ReaderChoice.LANGUAGES.contains(request.getLocale().getLanguage())
                ? request.getLocale()
                : Locale.ENGLISH;
        ZoneId zone = ReaderChoice.of(request).timeZone();
        return new Watcher(
                language,
                Frame.around(request, language),
                new ZonedTimes(language, zone == null ? ZoneId.of("UTC") : zone));
    }
}
