package museum.atrium.registration.signup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import museum.atrium.registration.checking.Findings;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SessionId;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The form on the page of one's own registration: what can be chosen in it, and what was chosen. */
final class ChangeForm {

    private ChangeForm() {}

    record Language(String tag, String name) {}

    /**
     * @param fields {@code name}, {@code language}, {@code timeZone}, {@code country} and {@code affiliation} where the form
     *     has them, and {@code sessions} once for each ticked box
     * @throws museum.atrium.http.Refusal naming every field that is wrong
     */
    static Choice read(MultiValueMap<String, String> fields, Choice stored, Activity activity) {
        Findings findings = new Findings();
        Person edited = person(findings, fields, stored.person(), activity);
        Set<SessionId> sessions = offersChoice(activity)
                ? sessions(findings, fields.get("sessions"), stored, activity)
                : stored.sessions();
        findings.refuseIfAny();
        return new Choice(edited, sessions, stored.answers());
    }

    /** The same without the sessions. */
    static Choice readPerson(MultiValueMap<String, String> fields, Choice stored, Activity activity) {
        Findings findings = new Findings();
        Person edited = person(findings, fields, stored.person(), activity);
        findings.refuseIfAny();
        return new Choice(edited, stored.sessions(), stored.answers());
    }

    private static Person person(
            Findings findings, MultiValueMap<String, String> fields, Person person, Activity activity) {
        return new Person(
                person.email(),
                name(findings, fields.getFirst("name"), activity),
                findings.language("language", String.valueOf(fields.getFirst("language"))),
                findings.zone("timeZone", String.valueOf(fields.getFirst("timeZone"))),
                fields.containsKey("country")
                        ? findings.country("country", fields.getFirst("country"))
                        : person.country(),
                fields.containsKey("affiliation")
                        ? findings.optionalLine(
                                "affiliation", fields.getFirst("affiliation"), SignUpRules.LONGEST_AFFILIATION)
                        : person.affiliation());
    }

    /** Who only wants to hear of a series need not say it. */
    private static String name(Findings findings, @Nullable String written, Activity activity) {
        return activity.isSeries()
                ? SignUpRules.nameIfAny(findings, written)
                : findings.line("name", written, SignUpRules.LONGEST_NAME);
    }

    static boolean offersChoice(Activity activity) {
        return activity.scheduledSessions().size() > 1;
    }

    /** Those of mails, and the registration's own where it is another. */
    static List<Language> languages(Person person) {
        Locale own = Locale.forLanguageTag(person.language());
        Stream<String> tags =
                Page.LANGUAGES.contains(own.getLanguage()) && own.getCountry().isEmpty()
                        ? Page.LANGUAGES.stream()
                        : Stream.concat(Stream.of(person.language()), Page.LANGUAGES.stream());
        return tags.map(tag -> new Language(tag, nameOf(Locale.forLanguageTag(tag))))
                .toList();
    }

    /** A session that is over has no box to tick; the form sends it along if it was chosen. */
    private static @Nullable Set<SessionId> sessions(
            Findings findings, @Nullable List<String> ticked, Choice stored, Activity activity) {
        Set<SessionId> named = SignUpRules.sessions(findings, ticked == null ? null : new ArrayList<>(ticked));
        if (named == null) {
            findings.add("sessions", "must name one session at least; to take part in none, cancel the registration");
            return null;
        }
        boolean all = activity.scheduledSessions().stream().map(Session::id).allMatch(named::contains);
        return all && stored.sessions() == null ? null : named;
    }

    private static String nameOf(Locale language) {
        String name = language.getDisplayName(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }
}
