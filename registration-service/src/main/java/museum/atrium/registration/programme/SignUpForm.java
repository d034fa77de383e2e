package museum.atrium.registration.programme;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of everyone who signs up, beside who they are. A version never changes: what was asked and what was agreed
 * to can be shown as it was.
 *
 * @param version 0: nothing is asked
 * @param privacyNotice the activity's own
 * @param asksNeeds whether one may write what one needs to be able to take part
 * @param networkNotice that of the activity's network; null also where the activity's own stands before it
 */
public record SignUpForm(
        int version,
        List<Question> questions,
        List<Consent> consents,
        @Nullable PrivacyNotice privacyNotice,
        boolean asksNeeds,
        @Nullable PrivacyNotice networkNotice) {

    public static final SignUpForm NONE = new SignUpForm(0, List.of(), List.of(), null, false, null);

    /**
     * @param options of a choice; else empty
     * @param min of a number; null: none
     * @param max of a number; null: none
     */
    public record Question(
            String id,
            Kind kind,
            LocalizedText label,
            LocalizedText help,
            boolean required,
            List<Option> options,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max) {

        public boolean offers(String option) {
            return options.stream().anyMatch(offered -> offered.id().equals(option));
        }
    }

    public enum Kind {
        TEXT,
        CHOICE,
        CHOICES,
        NUMBER,
        DATE
    }

    public record Option(String id, LocalizedText label) {}

    /** @param required without it nobody can take part */
    public record Consent(String id, LocalizedText text, boolean required) {}

    /** What the network that is responsible tells about the data. */
    public record PrivacyNotice(
            LocalizedText text, @Nullable URI url) {}

    /** What is told about the data to who signs up. */
    public @Nullable PrivacyNotice notice() {
        return privacyNotice == null ? networkNotice : privacyNotice;
    }

    /** The same, where that network tells about the data what the activity does not tell itself. */
    SignUpForm toldBy(@Nullable RunningNetwork network) {
        return toldBy(network == null ? null : network.privacyNotice());
    }

    SignUpForm toldBy(@Nullable PrivacyNotice notice) {
        PrivacyNotice told = privacyNotice == null ? notice : null;
        return new SignUpForm(version, questions, consents, privacyNotice, asksNeeds, told);
    }

    /** Whether nobody gets in without answering something. */
    public boolean demandsAnswers() {
        return questions.stream().anyMatch(Question::required)
                || consents.stream().anyMatch(Consent::required);
    }

    /** The same as {@code wanted}; a version on where anything differs. */
    SignUpForm following(SignUpForm wanted) {
        return wanted.in(version).equals(this) ? this : wanted.in(version + 1);
    }

    private SignUpForm in(int other) {
        return new SignUpForm(other, questions, consents, privacyNotice, asksNeeds, networkNotice);
    }
}
