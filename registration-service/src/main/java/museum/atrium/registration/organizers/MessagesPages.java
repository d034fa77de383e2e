package museum.atrium.registration.organizers;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.pages.ZonedTimes;
import museum.atrium.registration.checking.PageById;
import museum.atrium.registration.messages.Message;
import museum.atrium.registration.messages.MessagePreview;
import museum.atrium.registration.messages.Messages;
import museum.atrium.registration.messages.WritingMessages;
import museum.atrium.registration.pages.OrganizerPage;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.pages.Told;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.signup.RegistrationStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where organisers write to those of an activity: first they see what each would get, then they send just that. */
@OrganizerPage
class MessagesPages {

    private final Activities activities;
    private final WritingMessages writing;
    private final Messages messages;
    private final Page page;

    MessagesPages(Activities activities, WritingMessages writing, Messages messages, Page page) {
        this.activities = activities;
        this.writing = writing;
        this.messages = messages;
        this.page = page;
    }

    record Line(Told subject, int recipients, String at, String when) {}

    @GetMapping("/organizer/activities/{slug}/messages")
    ResponseEntity<String> show(@PathVariable String slug, HttpServletRequest request) {
        MultiValueMap<String, String> blank = new LinkedMultiValueMap<>();
        blank.add("key", UUID.randomUUID().toString());
        return answer(activities.existing(slug), blank, null, null, request);
    }

    /** What is sent is what was looked at: who fits by then must be as many. */
    @PostMapping("/organizer/activities/{slug}/messages")
    ResponseEntity<String> send(
            @PathVariable String slug, @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request) {
        Activity activity = activities.existing(slug);
        Sent sent = new Sent(fields);
        Integer recipients = sent.count("recipients");
        try {
            if (recipients == null || !sent.text("action").equals("send")) {
                return answer(activity, fields, writing.preview(slug, sent.message(null)), null, request);
            }
            writing.send(slug, sent.message(recipients), sent.text("key"));
        } catch (Refusal refusal) {
            return answer(activity, fields, null, refusal, request);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/organizer/activities/" + slug + "/messages"))
                .build();
    }

    private ResponseEntity<String> answer(
            Activity activity,
            MultiValueMap<String, String> fields,
            @Nullable MessagePreview preview,
            @Nullable Refusal refusal,
            HttpServletRequest request) {
        Wordings wordings = Wordings.of(request, page);
        ZonedTimes times = wordings.times(ZoneOffset.UTC);
        List<Message> sent = messages.page(activity.id(), PageById.FIRST);
        Page.Content content = page.forOrganizers("organizer/messages")
                .with("line", ActivityLine.of(activity, wordings))
                .with("fields", fields.toSingleValueMap())
                .with("language", activity.language())
                .with("languages", Language.with(activity.language(), page.reader()))
                .with(
                        "statuses",
                        List.of(
                                RegistrationStatus.CONFIRMED,
                                RegistrationStatus.WAITLISTED,
                                RegistrationStatus.INTERESTED,
                                RegistrationStatus.PENDING))
                .with("sessions", SessionRow.of(activity, wordings))
                .with(
                        "sent",
                        sent.stream()
                                .map(message -> new Line(
                                        wordings.told(message.subject(), activity),
                                        message.recipients(),
                                        message.sentAt().toString(),
                                        times.moment(message.sentAt())))
                                .toList());
        if (preview != null) {
            content = content.with("preview", preview);
        }
        return (refusal == null ? content : content.with("refusal", refusal)).answer(refusal);
    }
}
