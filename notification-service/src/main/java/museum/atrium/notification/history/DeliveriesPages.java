package museum.atrium.notification.history;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import museum.atrium.http.PageController;
import museum.atrium.http.Refusal;
import museum.atrium.notification.history.Addressed.Somebody;
import museum.atrium.notification.history.Titles.Title;
import museum.atrium.pages.OrganizerPages;
import museum.atrium.pages.PageReader;
import museum.atrium.pages.ZonedTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.thymeleaf.context.Context;

/** What was sent, what will be, and what is done about a mail that failed. */
@Controller
class DeliveriesPages implements PageController {

    private static final int PER_PAGE = 50;
    private static final Set<String> PARAMETERS = Set.of("activity", "status", "cursor");
    private static final String PATH = "/organizer/deliveries";

    private final Deliveries deliveries;
    private final DeliveryActions actions;
    private final Statistics statistics;
    private final Outlook outlook;
    private final OrganizerPages page;

    DeliveriesPages(
            Deliveries deliveries,
            DeliveryActions actions,
            Statistics statistics,
            Outlook outlook,
            OrganizerPages page) {
        this.deliveries = deliveries;
        this.actions = actions;
        this.statistics = statistics;
        this.outlook = outlook;
        this.page = page;
    }

    /**
     * @param somebody null: they are erased
     * @param activity null: nothing is known of it any more
     */
    record Line(
            DeliveryView mail,
            @Nullable Somebody somebody,
            @Nullable Title activity,
            String when) {}

    record Step(DeliveryView.Step step, String when) {}

    /** @param activity id or slug; null or empty for all */
    @GetMapping(PATH)
    ResponseEntity<String> list(
            @RequestParam(defaultValue = "") String activity,
            @RequestParam(required = false) @Nullable DeliveryStatus status,
            @RequestParam(required = false) @Nullable Long cursor,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request) {
        DeliveriesController.refuseOthers(sent, PARAMETERS);
        UUID id = activity.isEmpty() ? null : outlook.id(activity);
        DeliveryPage found = deliveries.find(new DeliveryFilter(null, id, status, null), PER_PAGE, cursor);
        Context context = listed(id, found.items(), request);
        context.setVariable("status", status == null ? "" : status.name());
        context.setVariable("first", cursor == null ? "" : address(activity, status, null));
        context.setVariable("next", found.next() == null ? "" : address(activity, status, found.next()));
        return page.answer("deliveries", context, null);
    }

    /**
     * To one address: it comes in a body, because addresses of requests are logged.
     *
     * @param activity as in the list
     * @param cursor where an earlier part of the list ended; null: it begins
     */
    @PostMapping(PATH + "/search")
    ResponseEntity<String> search(
            @RequestParam(defaultValue = "") String activity,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(required = false) @Nullable Long cursor,
            HttpServletRequest request) {
        UUID id = activity.isEmpty() ? null : outlook.id(activity);
        String asked = DeliveriesController.checked(email);
        DeliveryPage found = deliveries.find(new DeliveryFilter(null, id, null, asked), PER_PAGE, cursor);
        Context context = listed(id, found.items(), request);
        context.setVariable("email", email);
        context.setVariable("older", found.next());
        return page.answer("deliveries", context, null);
    }

    @GetMapping(PATH + "/{id}")
    ResponseEntity<String> show(@PathVariable long id, HttpServletRequest request) {
        return show(id, null, request);
    }

    @PostMapping(PATH + "/{id}/retry")
    ResponseEntity<String> retry(@PathVariable long id, HttpServletRequest request) {
        return take(id, actions::retry, request);
    }

    @PostMapping(PATH + "/{id}/resend")
    ResponseEntity<String> resend(@PathVariable long id, HttpServletRequest request) {
        return take(id, actions::resend, request);
    }

    @PostMapping(PATH + "/{id}/lifting")
    ResponseEntity<String> lift(@PathVariable long id, HttpServletRequest request) {
        return take(id, actions::lift, request);
    }

    @PostMapping(PATH + "/{id}/cancellation")
    ResponseEntity<String> cancel(@PathVariable long id, HttpServletRequest request) {
        return take(id, actions::cancel, request);
    }

    private ResponseEntity<String> take(long id, LongConsumer action, HttpServletRequest request) {
        try {
            action.accept(id);
        } catch (Refusal refusal) {
            if (refusal.status() == HttpStatus.CONFLICT) {
                return show(id, refusal, request);
            }
            throw refusal;
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(PATH + "/" + id))
                .build();
    }

    private ResponseEntity<String> show(long id, @Nullable Refusal refusal, HttpServletRequest request) {
        Context context = page.of(request);
        PageReader reader = PageReader.of(request);
        ZonedTimes times = reader.times();
        DeliveryView mail =
                deliveries.find(id).orElseThrow(() -> Refusal.notFound("There is no mail %d.".formatted(id)));
        Line line = lines(List.of(mail), reader).getFirst();
        context.setVariable("line", line);
        context.setVariable(
                "steps",
                mail.timeline().stream()
                        .map(step -> new Step(step, times.moment(step.at())))
                        .toList());
        DeliveryActions.Possible possible = actions.possible(mail.status(), line.somebody());
        context.setVariable("possible", possible);
        context.setVariable("advice", advice(mail, possible));
        return page.answer("delivery", context, refusal);
    }

    /** What to do about it, as the last part of a message's name; empty: nothing. */
    private static String advice(DeliveryView mail, DeliveryActions.Possible possible) {
        if (possible.lift()) {
            return "unreachable";
        }
        return switch (mail.status()) {
            case "QUEUED" -> mail.attempts() > 0 ? "waits" : "";
            case "HELD" -> "held";
            case "FAILED" -> possible.retry() ? "failed" : "";
            default -> "";
        };
    }

    @Override
    public ResponseEntity<String> refused(Refusal refusal, HttpServletRequest request) {
        return page.refused(refusal, request);
    }

    /** @param activity null: all */
    private Context listed(@Nullable UUID activity, List<DeliveryView> mails, HttpServletRequest request) {
        PageReader reader = PageReader.of(request);
        Context context = page.of(request);
        context.setVariable("activity", activity == null ? null : outlook.titleOf(activity, reader));
        context.setVariable("schedule", activity == null ? List.of() : outlook.of(activity, reader));
        context.setVariable("counts", statistics.count(activity));
        context.setVariable("lines", lines(mails, reader));
        context.setVariable("statuses", DeliveryStatus.values());
        context.setVariable("status", "");
        context.setVariable("first", "");
        context.setVariable("next", "");
        return context;
    }

    private List<Line> lines(List<DeliveryView> mails, PageReader reader) {
        Map<UUID, Somebody> people = outlook.people(mails);
        Map<UUID, Title> activities = outlook.activities(mails, reader);
        ZonedTimes times = reader.times();
        return mails.stream()
                .map(mail -> new Line(
                        mail,
                        people.get(mail.registration()),
                        mail.activity() == null ? null : activities.get(mail.activity()),
                        times.moment(mail.plannedAt())))
                .toList();
    }

    private static String address(String activity, @Nullable DeliveryStatus status, @Nullable String cursor) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(PATH);
        if (!activity.isEmpty()) {
            address.queryParam("activity", activity);
        }
        if (status != null) {
            address.queryParam("status", status);
        }
        if (cursor != null) {
            address.queryParam("cursor", cursor);
        }
        return address.encode().build().toUriString();
    }
}
