package museum.atrium.registration.organizers;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import museum.atrium.pages.ReaderChoice;
import museum.atrium.pages.ZonedTimes;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.pages.Told;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * How whoever organises reads: texts in their language where there are some in it, times as at the place where they are.
 *
 * @param zone null: nobody knows where they are
 */
record Wordings(Locale language, @Nullable ZoneId zone) {

    static Wordings of(HttpServletRequest request, Page page) {
        return new Wordings(
                page.language(request.getLocale()), ReaderChoice.of(request).timeZone());
    }

    Told told(LocalizedText text, Activity activity) {
        List<LanguageRange> wanted = LanguageRange.parse(language.toLanguageTag());
        return new Told(text.in(wanted, activity.language()), text.languageFor(wanted, activity.language()));
    }

    /** @param place which counts as long as nobody knows where they are */
    ZonedTimes times(ZoneId place) {
        ZoneId own = zone;
        return new ZonedTimes(language, own == null ? place : own);
    }
}
