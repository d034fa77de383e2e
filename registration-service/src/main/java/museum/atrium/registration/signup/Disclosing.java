package museum.atrium.registration.signup;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SignUpForm;
import museum.atrium.registration.programme.SignUpForms;
import museum.atrium.registration.signup.HeldData.Answered;
import museum.atrium.registration.signup.HeldData.Chosen;
import museum.atrium.registration.signup.HeldData.Elsewhere;
import museum.atrium.registration.signup.HeldData.Happened;
import museum.atrium.registration.signup.HeldData.Invited;
import museum.atrium.registration.signup.HeldDataMapper.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells people everything that is held about them here, and what is held elsewhere. */
@Component
class Disclosing {

    private static final List<Elsewhere> ELSEWHERE = List.of(
            new Elsewhere(
                    "notification-service",
                    "Your address, name, language and time zone, how this registration stands, and the mails about it"
                            + " with their history: what was planned, sent and answered by mail servers, and what you were"
                            + " last told of each session. Address and name until you erase this registration. An export"
                            + " of this registration shows the mails and what you were told."),
            new Elsewhere(
                    "recording-service",
                    "This registration's id, how it stands, its sessions and which of them you attended, so that your"
                            + " links open recordings; no address and no name."),
            new Elsewhere(
                    "Kafka",
                    "The newest state of what these two services are told, until you erase this registration; and what they"
                            + " say to an export, for seven days."));

    private final OwnRegistrations own;
    private final SignUpForms forms;
    private final InvitationCodes codes;
    private final HeldAttendance attendance;
    private final HeldDataMapper mapper;

    Disclosing(
            OwnRegistrations own,
            SignUpForms forms,
            InvitationCodes codes,
            HeldAttendance attendance,
            HeldDataMapper mapper) {
        this.own = own;
        this.forms = forms;
        this.codes = codes;
        this.attendance = attendance;
        this.mapper = mapper;
    }

    HeldData disclose(Registration registration) {
        Activity activity = own.activityOf(registration);
        Reader reader = Reader.of(registration, activity);
        return new HeldData(
                registration.id(),
                registration.revision(),
                registration.linkVersion(),
                mapper.activity(activity, reader),
                mapper.person(registration.person()),
                chosen(registration, activity, reader),
                mapper.standing(registration),
                happened(registration),
                answered(registration, reader),
                invitation(registration.invitation()),
                attendance.of(registration, activity, reader),
                attendance.certificatesOf(registration),
                ELSEWHERE);
    }

    private Chosen chosen(Registration registration, Activity activity, Reader reader) {
        return new Chosen(
                registration.sessions() == null,
                activity.sessions().stream()
                        .filter(session -> registration.includes(session.id()))
                        .sorted(Comparator.comparing(Session::startsAt))
                        .map(session -> mapper.session(session, activity.titleOf(session), reader))
                        .toList());
    }

    private static List<Happened> happened(Registration registration) {
        return registration.history().occasions().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(occasion -> new Happened(occasion.getKey().wireName(), occasion.getValue()))
                .toList();
    }

    /** In the words of the form that was answered, whatever is asked now. */
    private Answered answered(Registration registration, Reader reader) {
        Answers answers = registration.answers();
        SignUpForm form = forms.asked(registration.activity(), answers.version());
        return new Answered(
                form.version(),
                answers.givenAt(),
                form.questions().stream()
                        .map(question -> mapper.question(question, answers, reader))
                        .toList(),
                form.consents().stream()
                        .map(consent -> mapper.consent(consent, answers, reader))
                        .toList(),
                mapper.notice(form.notice(), reader),
                answers.needs());
    }

    private @Nullable Invited invitation(@Nullable UUID code) {
        return code == null ? null : codes.find(code).map(mapper::invitation).orElse(null);
    }
}
