package museum.atrium.registration.messages;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import museum.atrium.registration.programme.LocalizedText;

/** What a message says. Both texts are in the same languages. */
record Content(LocalizedText subject, LocalizedText text) {

    /**
     * In which of its languages somebody reads it, as notification-service chooses it: the reader's, its base language, a
     * relative of it, the activity's, English, else the first.
     */
    String languageFor(String reader, String activityLanguage) {
        Set<String> written = subject.byLanguage().keySet();
        String base = language(reader);
        for (String wanted : List.of(reader, base)) {
            if (written.contains(wanted)) {
                return wanted;
            }
        }
        for (String wanted : List.of(base, activityLanguage, "en")) {
            if (written.contains(wanted)) {
                return wanted;
            }
            for (String tag : written) {
                if (language(tag).equals(language(wanted))) {
                    return tag;
                }
            }
        }
        return written.iterator().next();
    }

    String subjectIn(String language) {
        return subject.in(List.of(), language);
    }

    String textIn(String language) {
        return text.in(List.of(), language);
    }

    private static String language(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }
}
