package museum.atrium.registration.signup;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale.LanguageRange;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.LocalizedText;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SignUpForm;
import museum.atrium.registration.signup.HeldData.AnsweredConsent;
import museum.atrium.registration.signup.HeldData.AnsweredQuestion;
import museum.atrium.registration.signup.HeldData.ChosenSession;
import museum.atrium.registration.signup.HeldData.ForActivity;
import museum.atrium.registration.signup.HeldData.Invited;
import museum.atrium.registration.signup.HeldData.Notice;
import museum.atrium.registration.signup.HeldData.Stands;
import museum.atrium.registration.signup.HeldData.Who;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import tools.jackson.databind.JsonNode;

/** Shows the parts of what is held about a registration in its owner's language. */
@Mapper
interface HeldDataMapper {

    /** @param fallback the activity's language */
    record Reader(List<LanguageRange> wanted, String fallback) {

        static Reader of(Registration registration, Activity activity) {
            return new Reader(LanguageRange.parse(registration.person().language()), activity.language());
        }
    }

    ForActivity activity(Activity activity, @Context Reader reader);

    @Mapping(target = "email", source = "email.text")
    @Mapping(target = "comparedAs", source = "email.key")
    @Mapping(target = "locale", source = "language")
    Who person(Person person);

    @Mapping(target = "title", source = "title")
    ChosenSession session(Session session, LocalizedText title, @Context Reader reader);

    @Mapping(target = "status", expression = "java(registration.status())")
    @Mapping(target = "pendingFor", expression = "java(registration.standing().pendingFor())")
    @Mapping(target = "answerBy", expression = "java(registration.standing().answerBy())")
    @Mapping(target = "confirmedAt", expression = "java(registration.standing().confirmedAt())")
    @Mapping(target = "placeInLine", expression = "java(registration.standing().placeInLine())")
    @Mapping(target = "registeredAt", source = "history.registeredAt")
    @Mapping(target = "repeatedAt", source = "history.repeatedAt")
    Stands standing(Registration registration);

    @Mapping(target = "id", source = "question.id")
    @Mapping(target = "kind", source = "question.kind")
    @Mapping(target = "question", source = "question.label")
    @Mapping(target = "answer", expression = "java(answers.answers().get(question.id()))")
    @Mapping(target = "options", expression = "java(chosen(question, answers, reader))")
    AnsweredQuestion question(SignUpForm.Question question, Answers answers, @Context Reader reader);

    @Mapping(target = "id", source = "consent.id")
    @Mapping(target = "text", source = "consent.text")
    @Mapping(target = "required", source = "consent.required")
    @Mapping(target = "given", expression = "java(answers.consents().get(consent.id()))")
    AnsweredConsent consent(SignUpForm.Consent consent, Answers answers, @Context Reader reader);

    @Nullable Notice notice(SignUpForm.@Nullable PrivacyNotice notice, @Context Reader reader);

    @Mapping(target = "personal", expression = "java(code.addressKey() != null)")
    Invited invitation(InvitationCode code);

    default String text(LocalizedText text, @Context Reader reader) {
        return text.in(reader.wanted(), reader.fallback());
    }

    default String zone(ZoneId zone) {
        return zone.getId();
    }

    default List<String> chosen(SignUpForm.Question question, Answers answers, @Context Reader reader) {
        JsonNode answer = answers.answers().get(question.id());
        return answer == null
                ? List.of()
                : question.options().stream()
                        .filter(option -> names(answer, option.id()))
                        .map(option -> text(option.label(), reader))
                        .toList();
    }

    /** The answer to a choice is an option's id, or a list of them. */
    private static boolean names(JsonNode answer, String option) {
        return answer.isArray()
                ? answer.valueStream().anyMatch(one -> one.asString().equals(option))
                : answer.asString("").equals(option);
    }
}
