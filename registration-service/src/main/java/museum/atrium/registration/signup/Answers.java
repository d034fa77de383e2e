package museum.atrium.registration.signup;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a person answered, and agreed to, at sign-up.
 *
 * @param version of the form that was answered; 0: nothing was asked
 * @param answers by the question's id: text, a number, an option's id, a list of them, or a date as text
 * @param consents by their id, those given and those refused
 * @param needs to be able to take part
 * @param givenAt when these were written
 */
record Answers(
        int version,
        Map<String, JsonNode> answers,
        Map<String, Boolean> consents,
        @Nullable String needs,
        @Nullable Instant givenAt) {

    static final Answers NONE = new Answers(0, Map.of(), Map.of(), null, null);

    Answers {
        answers = new TreeMap<>(answers);
        consents = new TreeMap<>(consents);
    }

    /** Not yet checked against a form. */
    static Answers written(
            @Nullable Map<String, JsonNode> answers, Map<String, Boolean> consents, @Nullable String needs) {
        return new Answers(0, answers == null ? Map.of() : answers, consents, needs, null);
    }

    Answers to(int form, Instant now) {
        return form == 0 ? NONE : new Answers(form, answers, consents, needs, now);
    }

    /** Never what they are: this may end in a log. */
    @Override
    public String toString() {
        return "answers to version " + version;
    }
}
