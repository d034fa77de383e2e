package museum.atrium.registration.organizers;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.pages.PageReader;
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
        blank.add("status", RegistrationStatus.CONFIRMED.name());
        return answer(activities.existing(slug), blank, null, request);
    }

    /** What is sent is what was looked at: who fits by then must be as many. */
    @PostMapping("/organizer/activities/{slug}/messages")
    ResponseEntity<String> send(
            @PathVariable String slug, @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request) {
        Activity activity = activities.existing(slug);
        Sent sent = new Sent(fields);
        Integer recipients = sent.count("recipients");
        try {
            boolean send = recipients != null && sent.text("action").equals("send");
            if (!send || !sent.text("seen").equals(mark(sent))) {
                return looked(activity, fields, writing.preview(slug, sent.message(null)), send, request);
            }
            writing.send(slug, sent.message(recipients), sent.text("key"));
        } catch (Refusal refusal) {
            return answer(activity, fields, refusal, request);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/organizer/activities/" + slug + "/messages"))
                .build();
    }

    /** By which it is known whether what is sent is what was looked at. */
    private static String mark(Sent sent) {
        return UUID.nameUUIDFromBytes(sent.message(null).toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** @param changed whether it was to be sent, but is another one than was looked at */
    private ResponseEntity<String> looked(
            Activity activity,
            MultiValueMap<String, String> fields,
            MessagePreview preview,
            boolean changed,
            HttpServletRequest request) {
        return content(activity, fields, request)
                .with("preview", preview)
                .with("seen", mark(new Sent(fields)))
                .with("changed", changed)
                .answer(HttpStatus.OK);
    }

    private ResponseEntity<String> answer(
            Activity activity,
            MultiValueMap<String, String> fields,
            @Nullable Refusal refusal,
            HttpServletRequest request) {
        Page.Content content = content(activity, fields, request);
        return (refusal == null ? content : content.with("refusal", refusal)).answer(refusal);
    }

    private Page.Content content(Activity activity, MultiValueMap<String, String> fields, HttpServletRequest request) {
        PageReader reader = PageReader.of(request);
        ZonedTimes times = reader.times();
        List<Message> sent = messages.page(activity.id(), PageById.FIRST);
        return page.forOrganizers("organizer/messages")
                .with("line", ActivityLine.of(activity, reader))
                .with("fields", fields.toSingleValueMap())
                .with("language", activity.language())
                .with(
                        "languages",
                        Language.with(activity.language(), page.reader().language()))
                .with("statuses", Sent.WRITTEN_TO)
                .with("sessions", SessionRow.of(activity, reader))
                .with(
                        "sent",
                        sent.stream()
                                .map(message -> new Line(
                                        Told.of(message.subject(), activity.language(), reader.language()),
                                        message.recipients(),
                                        message.sentAt().toString(),
                                        times.moment(message.sentAt())))
                                .toList());
    }
}
