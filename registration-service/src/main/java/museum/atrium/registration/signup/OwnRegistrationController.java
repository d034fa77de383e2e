package museum.atrium.registration.signup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.registration.checking.ChangedFields;
import museum.atrium.registration.checking.Findings;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.SessionId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/registrations/{token}")
class OwnRegistrationController {

    private static final Set<String> CHANGEABLE = Set.of(
            "name",
            "locale",
            "timeZone",
            "country",
            "affiliation",
            "sessions",
            "answers",
            "consents",
            "accessibilityNeeds");

    private final OwnRegistrations own;
    private final ChangingRegistration changing;
    private final Answering answering;
    private final Activities activities;
    private final OwnRegistrationMapper mapper;

    OwnRegistrationController(
            OwnRegistrations own,
            ChangingRegistration changing,
            Answering answering,
            Activities activities,
            OwnRegistrationMapper mapper) {
        this.own = own;
        this.changing = changing;
        this.answering = answering;
        this.activities = activities;
        this.mapper = mapper;
    }

    @GetMapping
    OwnRegistrationView show(@PathVariable String token) {
        return view(own.byManageToken(token));
    }

    @PatchMapping
    OwnRegistrationView change(@PathVariable String token, @RequestBody JsonNode patch) {
        Registration registration = own.byManageToken(token);
        ObjectNode changes = ChangedFields.of(
                patch,
                CHANGEABLE,
                "cannot be changed here; POST it to …/address, and the new one is asked to confirm it");
        return view(changing.change(registration, stored -> edited(stored, changes)));
    }

    private static Choice edited(Choice stored, ObjectNode changes) {
        Findings findings = new Findings();
        Person person = person(findings, stored.person(), changes);
        Set<SessionId> sessions = changes.has("sessions")
                ? SignUpRules.sessions(findings, ids(changes.get("sessions")))
                : stored.sessions();
        Answers answers = answers(findings, stored.answers(), changes);
        findings.refuseIfAny();
        return new Choice(person, sessions, answers);
    }

    private static Answers answers(Findings findings, Answers stored, ObjectNode changes) {
        return new Answers(
                stored.version(),
                changes.has("answers") ? object(changes, "answers") : stored.answers(),
                changes.has("consents") ? consents(changes) : stored.consents(),
                changes.has("accessibilityNeeds")
                        ? SignUpRules.needs(findings, "accessibilityNeeds", text(changes, "accessibilityNeeds"))
                        : stored.needs(),
                stored.givenAt());
    }

    private static Map<String, JsonNode> object(ObjectNode changes, String field) {
        JsonNode value = changes.get(field);
        if (!value.isObject() || value.size() > SignUpRules.MOST_ANSWERS) {
            throw Refusal.invalid(new FieldError(field, "must be an object with an entry for each answer"));
        }
        Map<String, JsonNode> entries = new TreeMap<>();
        value.properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        return entries;
    }

    private static Map<String, Boolean> consents(ObjectNode changes) {
        Map<String, Boolean> given = new TreeMap<>();
        object(changes, "consents").forEach((id, value) -> {
            if (!value.isBoolean()) {
                throw Refusal.invalid(new FieldError("consents." + id, "must be true or false"));
            }
            given.put(id, value.booleanValue());
        });
        return given;
    }

    /** The person's yes, to whatever they were asked. */
    @PostMapping("/confirmation")
    OwnRegistrationView confirm(@PathVariable String token) {
        return view(answering.accept(own.byManageToken(token)));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String token) {
        changing.withdraw(own.byManageToken(token));
    }

    private OwnRegistrationView view(Registration registration) {
        Activity activity = activities.find(registration.activity()).orElseThrow();
        List<LanguageRange> wanted = LanguageRange.parse(registration.person().language());
        return mapper.toView(registration, activity, wanted);
    }

    private static Person person(Findings findings, Person person, ObjectNode changes) {
        return new Person(
                person.email(),
                changes.has("name")
                        ? findings.line("name", text(changes, "name"), SignUpRules.LONGEST_NAME)
                        : person.name(),
                changes.has("locale")
                        ? findings.language("locale", String.valueOf(text(changes, "locale")))
                        : person.language(),
                changes.has("timeZone")
                        ? findings.zone("timeZone", String.valueOf(text(changes, "timeZone")))
                        : person.timeZone(),
                changes.has("country") ? findings.country("country", text(changes, "country")) : person.country(),
                changes.has("affiliation")
                        ? findings.optionalLine(
                                "affiliation", text(changes, "affiliation"), SignUpRules.LONGEST_AFFILIATION)
                        : person.affiliation());
    }

    private static @Nullable String text(ObjectNode changes, String field) {
        JsonNode value = changes.get(field);
        if (value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw Refusal.invalid(new FieldError(field, "must be text"));
        }
        return value.stringValue();
    }

    private static @Nullable List<@Nullable String> ids(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (!value.isArray() || !value.valueStream().allMatch(JsonNode::isString)) {
            throw Refusal.invalid(new FieldError("sessions", "must be a list of ids of sessions"));
        }
        List<@Nullable String> ids = new ArrayList<>();
        value.forEach(id -> ids.add(id.stringValue()));
        return ids;
    }
}
