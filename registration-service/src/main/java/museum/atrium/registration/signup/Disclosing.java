package museum.atrium.registration.signup;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.reachability.Reaches;
import museum.atrium.registration.signup.HeldData.Chosen;
import museum.atrium.registration.signup.HeldData.Elsewhere;
import museum.atrium.registration.signup.HeldData.Happened;
import museum.atrium.registration.signup.HeldDataMapper.Reader;
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
                            + " say to an export, for seven days. Whether mails reach you and which you stopped, without address"
                            + " or name, for 14 days after it changed."));

    private final OwnRegistrations own;
    private final HeldAnswers answers;
    private final HeldAttendance attendance;
    private final Reaches reaches;
    private final HeldDataMapper mapper;

    Disclosing(
            OwnRegistrations own,
            HeldAnswers answers,
            HeldAttendance attendance,
            Reaches reaches,
            HeldDataMapper mapper) {
        this.own = own;
        this.answers = answers;
        this.attendance = attendance;
        this.reaches = reaches;
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
                answers.of(registration, reader),
                answers.invitationOf(registration),
                attendance.of(registration, activity, reader),
                attendance.certificatesOf(registration),
                reaches.of(registration.id().value()),
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
}
