package museum.atrium.registration.showcase;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.regex.Pattern;
import museum.atrium.http.Refusal;
import museum.atrium.pages.ReaderChoice;
import museum.atrium.registration.checking.ReaderLanguages;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.pages.SessionTimes;
import museum.atrium.registration.pages.Told;
import museum.atrium.registration.programme.LocalizedText;
import museum.atrium.registration.programme.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * In which languages somebody reads, and where.
 *
 * @param wanted best first; may be empty
 * @param wording of the six that pages are written in
 * @param timeZone null: nobody knows
 */
public record Reader(
        List<LanguageRange> wanted,
        Locale wording,
        @Nullable ZoneId timeZone) {

    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");
    private static final List<Locale> WRITTEN =
            Page.LANGUAGES.stream().map(Locale::forLanguageTag).toList();

    /**
     * @param lang what the address asks for, which goes before what the browser asks for
     * @throws Refusal 400 if {@code lang} is no language
     */
    public static Reader of(@Nullable String lang, @Nullable String acceptLanguage) {
        List<LanguageRange> wanted = new ArrayList<>();
        if (lang != null) {
            if (!isLanguage(lang)) {
                throw Refusal.badRequest("The parameter 'lang' must be a language like 'en' or 'pt-BR'.");
            }
            wanted.add(new LanguageRange(lang));
        }
        wanted.addAll(ReaderLanguages.of(acceptLanguage));
        return of(wanted);
    }

    /** The same, at the place that they, or their browser, told us. */
    static Reader of(@Nullable String lang, HttpServletRequest request) {
        Reader somewhere = of(lang, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return new Reader(
                somewhere.wanted, somewhere.wording, ReaderChoice.of(request).timeZone());
    }

    /** @param place where something takes place, which counts as long as nobody knows where the reader is */
    SessionTimes times(ZoneId place) {
        return new SessionTimes(wording, timeZone == null ? place : timeZone);
    }

    /** Whether the clocks where it takes place show something else then. */
    boolean isElsewhere(Session session) {
        ZoneId own = timeZone;
        return own != null
                && !own.getRules()
                        .getOffset(session.startsAt())
                        .equals(session.timeZone().getRules().getOffset(session.startsAt()));
    }

    /** Somebody who reads just that language. */
    static Reader of(String language) {
        return of(List.of(new LanguageRange(language)));
    }

    private static Reader of(List<LanguageRange> wanted) {
        Locale wording = Locale.lookup(wanted, WRITTEN);
        return new Reader(List.copyOf(wanted), wording == null ? Locale.ENGLISH : wording, null);
    }

    static boolean isLanguage(String tag) {
        return TAG.matcher(tag).matches();
    }

    /** @param fallback BCP 47; the language of what the text is about */
    public String text(LocalizedText text, String fallback) {
        return text.in(wanted, fallback);
    }

    Told told(LocalizedText text, String fallback) {
        return new Told(text(text, fallback), text.languageFor(wanted, fallback));
    }
}
