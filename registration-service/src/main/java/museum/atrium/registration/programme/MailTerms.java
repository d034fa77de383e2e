package museum.atrium.registration.programme;

import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import museum.atrium.registration.checking.Findings;
import museum.atrium.registration.programme.ActivityDraft.MailsDraft;
import org.jspecify.annotations.Nullable;

/**
 * Which of the mails that nobody has to get are sent.
 *
 * @param afterAttending after the end, to those who came
 * @param afterMissing after the end, to those who did not
 * @param certificate when somebody's certificate is issued
 * @param recording when a recording is published
 * @param survey what those who came are asked to answer, a web address; null: nothing
 */
public record MailTerms(
        boolean afterAttending,
        boolean afterMissing,
        boolean certificate,
        boolean recording,
        @Nullable URI survey) {

    static final MailTerms DEFAULTS = new MailTerms(true, true, true, true, null);

    static MailTerms check(Findings findings, @Nullable MailsDraft draft) {
        return draft == null
                ? DEFAULTS
                : new MailTerms(
                        requireNonNullElse(draft.afterAttending(), DEFAULTS.afterAttending()),
                        requireNonNullElse(draft.afterMissing(), DEFAULTS.afterMissing()),
                        requireNonNullElse(draft.certificate(), DEFAULTS.certificate()),
                        requireNonNullElse(draft.recording(), DEFAULTS.recording()),
                        findings.webAddress("mails.survey", draft.survey()));
    }
}
