package museum.atrium.registration.organizers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import museum.atrium.registration.pages.Told;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.LocalizedText;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.programme.SignUpForm.Option;
import museum.atrium.registration.programme.SignUpForm.Question;
import museum.atrium.registration.signup.OrganizerRegistration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that somebody wrote when they signed up.
 *
 * @param about what it is, as the last part of a message's name; empty: an answer
 * @param question as it is asked now; null: none was asked. What is not asked any more goes by its id
 */
record Said(String about, @Nullable Told question, String answer) {

    static List<Said> of(OrganizerRegistration registration, Activity activity, Locale reader) {
        List<Said> said = new ArrayList<>();
        String affiliation = registration.affiliation();
        if (affiliation != null) {
            said.add(new Said("affiliation", null, affiliation));
        }
        Set<SessionId> chosen = registration.sessions();
        if (chosen != null) {
            said.add(new Said("sessions", null, titles(chosen, activity, reader)));
        }
        registration.answers().forEach((id, answer) -> said.add(answer(id, answer, activity, reader)));
        String needs = registration.accessibilityNeeds();
        if (needs != null) {
            said.add(new Said("needs", null, needs));
        }
        return List.copyOf(said);
    }

    private static String titles(Set<SessionId> chosen, Activity activity, Locale reader) {
        return activity.sessions().stream()
                .filter(session -> chosen.contains(session.id()))
                .map(session -> text(activity.titleOf(session), activity, reader))
                .collect(Collectors.joining(", "));
    }

    private static Said answer(String id, JsonNode answer, Activity activity, Locale reader) {
        Question question = activity.form().questions().stream()
                .filter(asked -> asked.id().equals(id))
                .findFirst()
                .orElse(null);
        if (question == null) {
            return new Said("", new Told(id, "zxx"), written(answer, Map.of()));
        }
        Map<String, String> choices = question.options().stream()
                .collect(Collectors.toMap(Option::id, option -> text(option.label(), activity, reader)));
        return new Said("", Told.of(question.label(), activity.language(), reader), written(answer, choices));
    }

    private static String written(JsonNode answer, Map<String, String> choices) {
        if (answer.isArray()) {
            return StreamSupport.stream(answer.spliterator(), false)
                    .map(one -> written(one, choices))
                    .collect(Collectors.joining(", "));
        }
        return choices.getOrDefault(answer.asString(), answer.asString());
    }

    private static String text(LocalizedText text, Activity activity, Locale reader) {
        return Told.of(text, activity.language(), reader).text();
    }

    /** Never what: this may end in a log. */
    @Override
    public String toString() {
        return "an answer";
    }
}
