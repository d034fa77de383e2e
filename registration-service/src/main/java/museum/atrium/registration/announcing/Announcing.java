package museum.atrium.registration.announcing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import museum.atrium.outbox.Outbox;
import museum.atrium.outbox.OutgoingEvent;
import museum.atrium.registration.erasure.ErasureAsked;
import museum.atrium.registration.export.ExportAsked;
import museum.atrium.registration.export.ExportsEnded;
import museum.atrium.registration.messages.MessageSent;
import museum.atrium.registration.networks.Network;
import museum.atrium.registration.networks.NetworkEvent;
import museum.atrium.registration.programme.ActivityEvent;
import museum.atrium.registration.reminders.ReminderDue;
import museum.atrium.registration.signup.Occasion;
import museum.atrium.registration.signup.RegistrationId;
import museum.atrium.registration.signup.RegistrationsChanged;
import museum.atrium.registration.signup.RegistrationsErased;
import museum.atrium.registration.speakers.SpeakerChanged;
import museum.atrium.registration.speakers.SpeakerErased;
import museum.atrium.registration.speakers.SpeakerInvitation;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes what happened into the outbox, inside the transaction in which it happened. */
@Component
class Announcing {

    /** With the longest texts in the most languages this is still less than the outbox takes. */
    private static final int MOST_ADDRESSED_PER_EVENT = 500;

    private final Outbox outbox;
    private final ContractMapper mapper;
    private final JsonMapper json;

    Announcing(Outbox outbox, ContractMapper mapper, JsonMapper json) {
        this.outbox = outbox;
        this.mapper = mapper;
        this.json = json;
    }

    @EventListener
    void on(ActivityEvent event) {
        String type = switch (event) {
            case ActivityEvent.ActivityPublished published -> "museum.atrium.activity.published.v1";
            case ActivityEvent.ActivityUpdated updated -> "museum.atrium.activity.updated.v1";
            case ActivityEvent.ActivityCancelled cancelled -> "museum.atrium.activity.cancelled.v1";
            case ActivityEvent.SessionScheduled scheduled -> "museum.atrium.session.scheduled.v1";
            case ActivityEvent.SessionRescheduled rescheduled -> "museum.atrium.session.rescheduled.v1";
            case ActivityEvent.SessionCancelled cancelled -> "museum.atrium.session.cancelled.v1";
            case ActivityEvent.AttendanceSettled settled -> "museum.atrium.session.attendanceSettled.v1";
        };
        outbox.add(outgoing(
                Topics.ACTIVITIES, event.activity().id().toString(), type, mapper.toContract(event.activity())));
    }

    @EventListener
    void on(RegistrationsChanged event) {
        List<OutgoingEvent> outgoing = new ArrayList<>();
        for (RegistrationsChanged.Change change : event.changes()) {
            String key = change.registration().id().toString();
            if (change.contactToo()) {
                outgoing.add(outgoing(
                        Topics.CONTACTS,
                        key,
                        "museum.atrium.contact.updated.v1",
                        mapper.toContact(change.registration())));
            }
            outgoing.add(outgoing(
                    Topics.REGISTRATIONS,
                    key,
                    "museum.atrium.registration." + typeOf(change.occasion()) + ".v1",
                    mapper.toContract(change.registration(), change.calendar())));
        }
        outbox.addAll(outgoing);
    }

    @EventListener
    void on(RegistrationsErased event) {
        outbox.addAll(event.ids().stream()
                .map(RegistrationId::toString)
                .flatMap(Announcing::tombstones)
                .toList());
    }

    /** Mails, calendar entries and recordings reach speakers by what is there for participants. */
    @EventListener
    void on(SpeakerChanged event) {
        SpeakerInvitation invitation = event.invitation();
        String key = invitation.id().toString();
        if (event.contactToo()) {
            outbox.add(outgoing(
                    Topics.CONTACTS, key, "museum.atrium.contact.updated.v1", SpeakerContracts.toContact(invitation)));
        }
        outbox.add(outgoing(
                Topics.REGISTRATIONS,
                key,
                "museum.atrium.registration." + event.occasion().wireName() + ".v1",
                SpeakerContracts.toContract(invitation)));
    }

    @EventListener
    void on(SpeakerErased event) {
        outbox.addAll(tombstones(event.id().toString()).toList());
    }

    /** Beside the tombstones, for the answers. */
    @EventListener
    void on(ErasureAsked event) {
        outbox.add(outgoing(
                Topics.ERASURES,
                event.part().toString(),
                "museum.atrium.erasure.asked.v1",
                new ErasureContract(event.part(), event.erasure().value(), event.registrations())));
    }

    @EventListener
    void on(ExportAsked event) {
        outbox.addAll(event.registrations().stream()
                .map(registration -> outgoing(
                        Topics.EXPORTS,
                        registration.toString(),
                        "museum.atrium.export.asked.v1",
                        new ExportContract(
                                registration, event.number(), event.export().value())))
                .toList());
    }

    @EventListener
    void on(ExportsEnded event) {
        outbox.addAll(event.registrations().stream()
                .map(registration -> new OutgoingEvent(
                        Topics.EXPORTS, registration.toString(), "museum.atrium.export.ended.v1", null))
                .toList());
    }

    @EventListener
    void on(NetworkEvent event) {
        outbox.add(
                switch (event) {
                    case NetworkEvent.NetworkCreated created -> network("created", created.network());
                    case NetworkEvent.NetworkUpdated updated -> network("updated", updated.network());
                    case NetworkEvent.NetworkDeleted deleted ->
                        new OutgoingEvent(
                                Topics.NETWORKS,
                                deleted.network().toString(),
                                "museum.atrium.network.deleted.v1",
                                null);
                });
    }

    private OutgoingEvent network(String happened, Network network) {
        return outgoing(
                Topics.NETWORKS,
                network.id().toString(),
                "museum.atrium.network." + happened + ".v1",
                mapper.toContract(network));
    }

    @EventListener
    void on(ReminderDue reminder) {
        outbox.add(outgoing(
                Topics.REMINDERS,
                reminder.session().toString(),
                "museum.atrium.reminder.due.v1",
                mapper.toContract(reminder)));
    }

    /** In parts that each say everything; written one by one, so that no more than one of them is held in memory. */
    @EventListener
    void on(MessageSent event) {
        String key = event.message().id().toString();
        List<RegistrationId> recipients = event.recipients();
        int parts = Math.ceilDiv(recipients.size(), MOST_ADDRESSED_PER_EVENT);
        for (int part = 1; part <= parts; part++) {
            List<RegistrationId> some = recipients.subList(
                    (part - 1) * MOST_ADDRESSED_PER_EVENT,
                    Math.min(part * MOST_ADDRESSED_PER_EVENT, recipients.size()));
            outbox.add(outgoing(
                    Topics.MESSAGES,
                    key,
                    "museum.atrium.message.sent.v1",
                    mapper.toContract(event.message(), part, parts, some)));
        }
    }

    private static Stream<OutgoingEvent> tombstones(String id) {
        return Stream.of(
                new OutgoingEvent(Topics.CONTACTS, id, "museum.atrium.contact.erased.v1", null),
                new OutgoingEvent(Topics.REGISTRATIONS, id, "museum.atrium.registration.erased.v1", null));
    }

    /** An opt-in is a request like one for approval. */
    private static String typeOf(Occasion occasion) {
        return (occasion == Occasion.OPT_IN ? Occasion.REQUESTED : occasion).wireName();
    }

    private OutgoingEvent outgoing(String topic, String key, String type, Object contract) {
        return new OutgoingEvent(topic, key, type, json.writeValueAsString(contract));
    }
}
