package museum.atrium.registration.webhooks;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import museum.atrium.registration.programme.ActivityEvent;
import museum.atrium.registration.signup.RegistrationId;
import museum.atrium.registration.signup.RegistrationsChanged;
import museum.atrium.registration.signup.RegistrationsErased;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes what happened for the webhooks that want to know, inside the transaction in which it happened. */
@Component
class TellingWebhooks {

    private final WebhookMessages messages;
    private final Composing composing;
    private final ApplicationEventPublisher events;

    TellingWebhooks(WebhookMessages messages, Composing composing, ApplicationEventPublisher events) {
        this.messages = messages;
        this.composing = composing;
        this.events = events;
    }

    @EventListener
    void on(ActivityEvent event) {
        EventType type = EventType.of(event);
        if (messages.subscriptions().include(type)) {
            tell(List.of(composing.message(type.wireName(), null, ActivityData.of(event.activity()))));
        }
    }

    /** Nothing is composed that nobody wants: admission of a crowd passes here. */
    @EventListener
    void on(RegistrationsChanged event) {
        Subscriptions wanted = messages.subscriptions();
        if (!wanted.areNone()) {
            tell(event.changes().stream()
                    .flatMap(change -> message(change, wanted::include).stream())
                    .toList());
        }
    }

    private Optional<WebhookMessage> message(RegistrationsChanged.Change change, Predicate<EventType> wanted) {
        return EventType.of(change.occasion())
                .filter(wanted)
                .map(type -> composing.message(
                        type.wireName(),
                        change.registration().id().value(),
                        RegistrationData.of(change.registration())));
    }

    @EventListener
    void on(RegistrationsErased event) {
        List<UUID> erased = event.ids().stream().map(RegistrationId::value).toList();
        messages.forget(erased);
        EventType type = EventType.REGISTRATION_ERASED;
        if (messages.subscriptions().include(type)) {
            tell(erased.stream()
                    .map(id -> composing.message(type.wireName(), null, new RegistrationData.Erased(id)))
                    .toList());
        }
    }

    private void tell(List<WebhookMessage> told) {
        if (!told.isEmpty()) {
            messages.add(told);
            events.publishEvent(new MessagesAdded());
        }
    }
}
