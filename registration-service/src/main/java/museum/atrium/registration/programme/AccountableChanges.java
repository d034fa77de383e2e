package museum.atrium.registration.programme;

import museum.atrium.registration.audit.Audit;
import museum.atrium.registration.audit.Target;
import museum.atrium.registration.rights.Home;
import museum.atrium.registration.rights.StayingWithin;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where every change of the programme passes: it stays where its author's role reaches, it is noted, and others hear of it. */
@Component
class AccountableChanges {

    private final StayingWithin within;
    private final Audit audit;
    private final OrganizerMapper mapper;
    private final ApplicationEventPublisher events;

    AccountableChanges(StayingWithin within, Audit audit, OrganizerMapper mapper, ApplicationEventPublisher events) {
        this.within = within;
        this.audit = audit;
        this.mapper = mapper;
        this.events = events;
    }

    /** What an activity or a series is, and where, before it is changed. */
    record Before(@Nullable Activity activity, @Nullable Home home) {

        static final Before NOTHING = new Before(null, null);
    }

    /** To be asked before anything is stored. */
    Before before(Activity activity) {
        return new Before(activity, within.homeOf(activity.id().value()));
    }

    /**
     * To be called once the change is stored, in its transaction.
     *
     * @param event null where the public does not know of it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void made(String action, Before before, Activity after, @Nullable ActivityEvent event) {
        within.refuseIfOutside(before.home(), after.id().value());
        Activity earlier = before.activity();
        audit.changed(action, target(after), earlier == null ? null : view(earlier), view(after));
        if (event != null) {
            events.publishEvent(event);
        }
    }

    private Object view(Activity activity) {
        return activity.kind() == ActivityKind.SERIES ? OrganizerSeries.of(activity) : mapper.toOrganizer(activity);
    }

    private static Target target(Activity activity) {
        return activity.kind() == ActivityKind.SERIES
                ? Target.series(activity.id().value(), activity.slug())
                : Target.activity(activity.id().value(), activity.slug());
    }
}
