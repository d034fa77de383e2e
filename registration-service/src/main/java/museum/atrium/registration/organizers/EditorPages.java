package museum.atrium.registration.organizers;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.registration.pages.OrganizerPage;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.pages.TimeZones;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityKind;
import museum.atrium.registration.programme.CertificateTerms;
import museum.atrium.registration.programme.Editing;
import museum.atrium.registration.programme.OrganizationRole;
import museum.atrium.registration.programme.Picture;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.programme.Shelves;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ObjectNode;

/** Where activities and their sessions are written. */
@OrganizerPage
class EditorPages {

    private final Activities activities;
    private final Editing editing;
    private final Shelves shelves;
    private final Page page;

    EditorPages(Activities activities, Editing editing, Shelves shelves, Page page) {
        this.activities = activities;
        this.editing = editing;
        this.shelves = shelves;
        this.page = page;
    }

    @GetMapping("/organizer/new")
    ResponseEntity<String> blank() {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("language", page.reader().language().getLanguage());
        fields.add("kind", ActivityKind.WEBINAR.name());
        fields.add("reminders", "1 d, 1 h, 10 min");
        fields.add("timeZone", zone(null).getId());
        new OrganizationFields(List.of()).show(fields);
        return activity(null, fields, null);
    }

    @PostMapping("/organizer/new")
    ResponseEntity<String> create(@RequestParam MultiValueMap<String, String> sent) {
        try {
            return backTo(editing.draft(Sent.withoutNulls(new Sent(sent).activity(null))));
        } catch (Refusal refusal) {
            return activity(null, sent, refusal);
        }
    }

    @GetMapping("/organizer/activities/{slug}/edit")
    ResponseEntity<String> edit(@PathVariable String slug) {
        Activity activity = activities.existing(slug);
        return activity(activity, fields(activity), null);
    }

    @PostMapping("/organizer/activities/{slug}/edit")
    ResponseEntity<String> edit(@PathVariable String slug, @RequestParam MultiValueMap<String, String> sent) {
        Activity activity = activities.existing(slug);
        try {
            ObjectNode changed = Sent.changed(written(activity, fields(activity)), written(activity, sent));
            return backTo(changed.isEmpty() ? activity : editing.edit(slug, changed, new Sent(sent).revision()));
        } catch (Refusal refusal) {
            return activity(activity, sent, refusal);
        }
    }

    @GetMapping("/organizer/activities/{slug}/sessions/new")
    ResponseEntity<String> blankSession(@PathVariable String slug) {
        Activity activity = activities.existing(slug);
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("timeZone", zone(activity).getId());
        return session(activity, null, fields, null);
    }

    @PostMapping("/organizer/activities/{slug}/sessions/new")
    ResponseEntity<String> addSession(@PathVariable String slug, @RequestParam MultiValueMap<String, String> sent) {
        Activity activity = activities.existing(slug);
        try {
            return backTo(
                    editing.addSession(slug, Sent.withoutNulls(new Sent(sent).session()), new Sent(sent).revision()));
        } catch (Refusal refusal) {
            return session(activity, null, sent, refusal);
        }
    }

    @GetMapping("/organizer/sessions/{id}")
    ResponseEntity<String> session(@PathVariable UUID id) {
        Activity activity = activities.havingSession(new SessionId(id));
        Session session = activity.session(new SessionId(id)).orElseThrow();
        return session(activity, session, fields(session), null);
    }

    @PostMapping("/organizer/sessions/{id}")
    ResponseEntity<String> session(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Activity activity = activities.havingSession(new SessionId(id));
        Session session = activity.session(new SessionId(id)).orElseThrow();
        try {
            ObjectNode changed = Sent.changedSession(new Sent(fields(session)).session(), new Sent(sent).session());
            return backTo(
                    changed.isEmpty()
                            ? activity
                            : editing.editSession(activity.slug(), session.id(), changed, new Sent(sent).revision()));
        } catch (Refusal refusal) {
            return session(activity, session, sent, refusal);
        }
    }

    @PostMapping("/organizer/sessions/{id}/cancellation")
    ResponseEntity<String> cancelSession(@PathVariable UUID id) {
        return backTo(editing.cancelSession(new SessionId(id)));
    }

    private ResponseEntity<String> activity(
            @Nullable Activity activity, MultiValueMap<String, String> fields, @Nullable Refusal refusal) {
        Page.Content content = page.forOrganizers("organizer/editor")
                .with("fields", fields.toSingleValueMap())
                .with("networks", Shelf.with(fields.getFirst("network"), Shelf.networks(shelves.networks())))
                .with(
                        "series",
                        Shelf.with(
                                fields.getFirst("series"),
                                Shelf.series(shelves.series(), page.reader().language())))
                .with("organizations", OrganizationFields.places(fields))
                .with("roles", OrganizationRole.values())
                .with(
                        "kinds",
                        List.of(
                                ActivityKind.WEBINAR,
                                ActivityKind.TRAINING,
                                ActivityKind.CONFERENCE,
                                ActivityKind.COURSE))
                .with(
                        "languages",
                        Language.with(
                                fields.toSingleValueMap().getOrDefault("language", ""),
                                page.reader().language()))
                .with("slug", activity == null ? "" : activity.slug())
                .with("revision", Sent.revision(fields.getFirst("revision"), activity, refusal))
                .with("fresh", activity == null)
                .with("draft", activity == null || !activity.isPublished());
        return (refusal == null ? content : content.with("refusal", refusal)).answer(refusal);
    }

    private ResponseEntity<String> session(
            Activity activity,
            @Nullable Session session,
            MultiValueMap<String, String> fields,
            @Nullable Refusal refusal) {
        Page.Content content = page.forOrganizers("organizer/session")
                .with("fields", fields.toSingleValueMap())
                .with(
                        "languages",
                        Language.with(activity.language(), page.reader().language()))
                .with("timeZones", TimeZones.with(session == null ? null : session.timeZone()))
                .with("slug", activity.slug())
                .with("revision", Sent.revision(fields.getFirst("revision"), activity, refusal))
                .with("published", activity.isPublished())
                .with("id", session == null ? "" : session.id().toString());
        return (refusal == null ? content : content.with("refusal", refusal)).answer(refusal);
    }

    private MultiValueMap<String, String> fields(Activity activity) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("slug", activity.slug());
        fields.add("kind", activity.kind().name());
        fields.add("language", activity.language());
        fields.add(
                "network", activity.network() == null ? "" : activity.network().slug());
        fields.add("series", activity.series() == null ? "" : activity.series().slug());
        activity.title().byLanguage().forEach((language, text) -> fields.add("title." + language, text));
        activity.summary().byLanguage().forEach((language, text) -> fields.add("summary." + language, text));
        fields.add(
                "capacity",
                activity.places().capacity() == null
                        ? ""
                        : activity.places().capacity().toString());
        Map.of(
                        "waitlist", activity.signUp().waitlist(),
                        "doubleOptIn", activity.signUp().doubleOptIn(),
                        "approval", activity.signUp().approval(),
                        "invitationOnly", activity.signUp().invitationOnly())
                .forEach((flag, set) -> {
                    if (set) {
                        fields.add(flag, "on");
                    }
                });
        ZoneId zone = zone(activity);
        fields.add("timeZone", zone.getId());
        fields.add("registrationOpensAt", written(activity.signUp().opensAt(), zone));
        fields.add("registrationClosesAt", written(activity.signUp().closesAt(), zone));
        Picture cover = activity.presentation().cover();
        fields.add("cover", cover == null ? "" : cover.url().toString());
        if (cover != null) {
            cover.alt().byLanguage().forEach((language, text) -> fields.add("alt." + language, text));
        }
        CertificateTerms certificates = activity.certificates();
        fields.add("certificate", certificates == null ? "" : String.valueOf(certificates.minimumPercent()));
        new OrganizationFields(activity.organizations()).show(fields);
        fields.add("reminders", Distances.write(activity.reminders()));
        fields.add("speakers", new SpeakerLines(activity.speakers()).written());
        return fields;
    }

    /** Where it is held, as far as that is known; else where whoever writes it is. */
    private ZoneId zone(@Nullable Activity activity) {
        if (activity != null && !activity.sessions().isEmpty()) {
            return activity.sessions().getLast().timeZone();
        }
        ZoneId own = page.reader().zone();
        return own == null ? ZoneId.of("UTC") : own;
    }

    private static ObjectNode written(Activity activity, MultiValueMap<String, String> fields) {
        return new Sent(fields).activity(activity);
    }

    /** As fields for a day and a time have it: browsers empty those that are more exact. */
    private static String written(@Nullable Instant instant, ZoneId zone) {
        return instant == null
                ? ""
                : instant.atZone(zone)
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MILLIS)
                        .toString();
    }

    private static MultiValueMap<String, String> fields(Session session) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        session.title().byLanguage().forEach((language, text) -> fields.add("title." + language, text));
        fields.add("timeZone", session.timeZone().getId());
        fields.add("startsAt", written(session.startsAt(), session.timeZone()));
        fields.add("endsAt", written(session.endsAt(), session.timeZone()));
        fields.add("joinUrl", session.joinUrl() == null ? "" : session.joinUrl().toString());
        fields.add("hostUrl", session.hostUrl() == null ? "" : session.hostUrl().toString());
        fields.add(
                "capacity",
                session.places().capacity() == null
                        ? ""
                        : session.places().capacity().toString());
        return fields;
    }

    private static ResponseEntity<String> backTo(Activity activity) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/organizer/activities/" + activity.slug() + "?saved"))
                .build();
    }
}
