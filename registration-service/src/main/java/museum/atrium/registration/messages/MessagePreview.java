package museum.atrium.registration.messages;

import java.util.List;
import java.util.Map;

/**
 * What would be sent at the moment, and to how many. Nothing is stored.
 *
 * @param unreached how many of the recipients get nothing, because their address takes no mails or they have stopped messages
 * @param languages by the recipients' languages, the most frequent first
 */
public record MessagePreview(boolean dryRun, int recipients, int unreached, List<Reading> languages) {

    /**
     * What those read who have a language.
     *
     * @param textLanguage in which of the message's languages
     */
    public record Reading(String language, int recipients, String textLanguage, String subject, String text) {}

    static MessagePreview of(Content content, String activityLanguage, Map<String, Integer> languages, int unreached) {
        return new MessagePreview(
                true,
                languages.values().stream().mapToInt(Integer::intValue).sum(),
                unreached,
                languages.entrySet().stream()
                        .map(entry -> reading(content, activityLanguage, entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Reading reading(Content content, String activityLanguage, String reader, int recipients) {
        String language = content.languageFor(reader, activityLanguage);
        return new Reading(reader, recipients, language, content.subjectIn(language), content.textIn(language));
    }
}
