package museum.atrium.registration.messages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import museum.atrium.http.Refusal;
import museum.atrium.registration.audit.Audit;
import museum.atrium.registration.audit.Target;
import museum.atrium.registration.lists.Filter;
import museum.atrium.registration.lists.ListedRegistrations;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityStatus;
import museum.atrium.registration.signup.IdempotencyKey;
import museum.atrium.registration.signup.RegistrationId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends what an organiser wrote to whom it is for at that moment. The activity is locked meanwhile: whoever signs up or
 * cancels at the same time has done so before, or does so after.
 */
@Component
class SendingMessages {

    /** What notification-service calls them, and people stop. */
    private static final String TOPIC = "MESSAGES";

    private final Activities activities;
    private final ListedRegistrations listed;
    private final Messages messages;
    private final ApplicationEventPublisher events;
    private final Audit audit;

    SendingMessages(
            Activities activities,
            ListedRegistrations listed,
            Messages messages,
            ApplicationEventPublisher events,
            Audit audit) {
        this.activities = activities;
        this.listed = listed;
        this.messages = messages;
        this.events = events;
        this.audit = audit;
    }

    /**
     * What {@link #send} would send at the moment. Nothing is locked or stored.
     *
     * @throws Refusal 404, 409 and 422 as there, but also an audience of nobody has a preview
     */
    @Transactional(readOnly = true)
    public MessagePreview preview(String slug, MessageRequest request) {
        Activity activity = activities.existing(slug);
        MessageRules.Checked checked = check(activity, request);
        Filter audience = checked.audience().of(activity.id());
        return MessagePreview.of(
                checked.content(), activity.language(), listed.languages(audience), listed.unreached(audience, TOPIC));
    }

    /**
     * @return what was sent, by this request or by an earlier one with the same key
     * @throws Refusal 404 if there is no such activity; 409 if it is a draft, or nobody is addressed, or another number of
     *     people than was expected; 422 naming every field that is wrong
     */
    @Transactional
    public Message send(String slug, MessageRequest request, @Nullable IdempotencyKey key) {
        Activity activity = activities.lock(activities.existing(slug).id()).orElseThrow();
        Optional<Message> before = key == null ? Optional.empty() : messages.sentFor(activity.id(), key);
        return before.orElseGet(() -> send(activity, request, key));
    }

    private Message send(Activity activity, MessageRequest request, @Nullable IdempotencyKey key) {
        MessageRules.Checked checked = check(activity, request);
        List<RegistrationId> recipients = listed.ids(checked.audience().of(activity.id()));
        refuseOtherThanExpected(request.recipients(), recipients.size());
        Message message = messages.add(activity.id(), checked.content(), checked.audience(), recipients.size(), key);
        events.publishEvent(new MessageSent(message, recipients));
        audit.noted(
                "message.sent",
                Target.activity(activity.id().value(), activity.slug()),
                Map.of("message", message.id(), "recipients", recipients.size()));
        return message;
    }

    private static MessageRules.Checked check(Activity activity, MessageRequest request) {
        if (activity.status() == ActivityStatus.DRAFT) {
            throw Refusal.conflict(
                    "not-published", "'" + activity.slug() + "' is not published yet: nobody is registered for it.");
        }
        return MessageRules.check(activity, request);
    }

    private static void refuseOtherThanExpected(@Nullable Integer expected, int recipients) {
        if (recipients == 0) {
            throw Refusal.conflict("nobody-addressed", "Nobody fits the audience at the moment; nothing was sent.");
        }
        if (expected != null && expected != recipients) {
            throw Refusal.conflict(
                            "other-recipients",
                            "The audience is " + recipients + " by now, not " + expected
                                    + "; nothing was sent. Look at the preview once more.")
                    .with("recipients", recipients);
        }
    }
}
