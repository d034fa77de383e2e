package museum.atrium.registration.badinput;

import static museum.atrium.registration.badinput.World.EDITED;
import static museum.atrium.registration.badinput.World.NETWORK;
import static museum.atrium.registration.badinput.World.OPEN;
import static museum.atrium.registration.badinput.World.OVER;
import static museum.atrium.registration.badinput.World.SERIES;
import static museum.atrium.testing.badinput.Example.at;
import static museum.atrium.testing.badinput.Example.mark;

import java.util.Map;
import museum.atrium.testing.badinput.Example;
import museum.atrium.testing.badinput.Operation;

/** What organisers do. */
record OrganizerCalls(World world, Hooks hooks) {

    private static final String SESSION = """
            {"title": {"en": "Live session"}, "startsAt": "2031-03-01T14:00:00Z", "endsAt": "2031-03-01T15:30:00Z",
             "timeZone": "Europe/Paris", "joinUrl": "https://live.example.org/room", "hostUrl": "https://live.example.org/host",
             "capacity": 100, "selfPaced": false, "language": "en", "interpretation": ["fr"],
             "materials": [{"kind": "SLIDES", "title": {"en": "Slides"}, "url": "https://museum.example.org/slides.pdf",
                            "language": "en", "access": "REGISTRANTS"}]}
            """;

    private static final String ACTIVITY = """
            {"slug": "%s", "kind": "WEBINAR", "language": "en", "series": "bad-input-series", "network": "bad-input-network",
             "title": {"en": "Title"}, "summary": {"en": "Summary"}, "capacity": 100, "waitlist": true, "doubleOptIn": false,
             "approval": false, "invitationOnly": false, "allowedDomains": ["example.org"], "placeOffers": "PT1H",
             "registrationOpensAt": "2027-01-01T00:00:00Z", "registrationClosesAt": "2031-02-01T00:00:00Z",
             "reminders": ["P1D", "PT1H"], "sessions": [%s],
             "speakers": [{"name": "Ben Example", "affiliation": "City Museum", "country": "PT"}],
             "organizations": [{"name": "Example Network", "role": "HOST", "website": "https://network.example.org",
                                "logo": {"url": "https://network.example.org/logo.png", "alt": {"en": "A house"}}}],
             "cover": {"url": "https://museum.example.org/cover.jpg", "alt": {"en": "A shelf"}},
             "accessibility": {"offers": ["LIVE_CAPTIONS"], "note": {"en": "Tell us."}},
             "questions": [{"id": "field", "kind": "CHOICE", "label": {"en": "Your field"}, "help": {"en": "One of them"},
                            "required": true,
                            "options": [{"id": "care", "label": {"en": "Care"}}, {"id": "edu", "label": {"en": "Education"}}]}],
             "consents": [{"id": "photo", "text": {"en": "I agree."}, "required": false}],
             "privacyNotice": {"text": {"en": "Responsible is."}, "url": "https://network.example.org/privacy"},
             "asksAccessibilityNeeds": true, "certificates": {"minimumPercent": 50}, "retention": "P10Y",
             "mails": {"afterAttending": true, "afterMissing": true, "certificate": true, "recording": true,
                       "survey": "https://surveys.example.org/2027-03"}}
            """;

    private static final String NETWORK_BODY = """
            {"slug": "%s", "name": "Network", "language": "en", "website": "https://network.example.org",
             "logo": {"url": "https://network.example.org/logo.png", "alt": {"en": "A house"}},
             "senderAddress": "programme@network.example.org", "replyTo": "office@network.example.org",
             "imprint": {"en": "Street 1"}, "privacyNotice": {"text": {"en": "Responsible is."}, "url": "https://network.example.org/p"}}
            """;

    private static final String SERIES_BODY = """
            {"slug": "%s", "title": {"en": "Series"}, "summary": {"en": "Summary"}, "language": "en", "network": "bad-input-network",
             "digest": "P7D"}
            """;

    private static final String MESSAGE = """
            {"subject": {"en": "On Monday"}, "text": {"en": "Bring a box."},
             "audience": {"statuses": ["CONFIRMED"], "sessions": ["%s"], "attended": false, "languages": ["en"], "countries": ["PT"]}}
            """;

    private static final String WEBHOOK = """
            {"url": "%s", "events": ["session.attendanceSettled"], "description": "Ticketing", "enabled": true}
            """;

    private static final Map<String, String> SESSION_FORM = Map.of(
            "title.en", "Live session",
            "startsAt", "2031-03-01T14:00",
            "endsAt", "2031-03-01T15:30",
            "timeZone", "Europe/Paris",
            "joinUrl", "https://live.example.org/room",
            "hostUrl", "https://live.example.org/host",
            "capacity", "100");

    Example of(Operation operation) {
        return switch (operation.id()) {
            case "organizerHome", "activitiesPage", "newActivityPage" -> Example.PLAIN;
            case "signOut" -> Example.PLAIN.form(Map.of());
            case "activityOverviewPage",
                    "editActivityPage",
                    "newSessionPage",
                    "messagesPage",
                    "statisticsPage",
                    "questionsPage",
                    "importPage" -> at("slug", OPEN);
            case "registrationsPage", "registrationsFile", "statisticsFile" -> at("slug", OPEN);
            case "createOnPage" ->
                Example.PLAIN
                        .form(Map.of("slug", mark("slug"), "kind", "WEBINAR", "language", "en", "title.en", "Title"))
                        .making("slug", world::newSlug);
            case "editActivityOnPage" ->
                at("slug", world::editedDraft)
                        .form(Map.ofEntries(
                                Map.entry("slug", EDITED),
                                Map.entry("kind", "WEBINAR"),
                                Map.entry("language", "en"),
                                Map.entry("title.en", "Title"),
                                Map.entry("timeZone", "Europe/Paris"),
                                Map.entry("registrationClosesAt", "2030-03-01T14:00"),
                                Map.entry("organizations", "1"),
                                Map.entry("o0.name", "Museum"),
                                Map.entry("o0.role", "HOST"),
                                Map.entry("o0.logo", "https://museum.example.org/logo.png"),
                                Map.entry("cover", "https://museum.example.org/cover.png"),
                                Map.entry("alt.en", "A vase"),
                                Map.entry("certificate", "80")));
            case "writeQuestionsOnPage" ->
                at("slug", EDITED).form(Map.of("questions", "1", "q0.kind", "TEXT", "q0.label.en", "What for?"));
            case "publishOnPage" -> at("slug", OPEN).form(Map.of());
            case "cancelActivityOnPage" -> at("slug", world::newActivity).form(Map.of("reason", "The speaker is ill."));
            case "addSessionOnPage" -> at("slug", EDITED).form(SESSION_FORM);
            case "sessionPage" -> at("id", world.session(world.open));
            case "editSessionOnPage" -> at("id", world.newSession()).form(SESSION_FORM);
            case "cancelSessionOnPage" -> at("id", world::newSession).form(Map.of());
            case "decideOnPage" -> at("slug", OPEN).form(Map.of("id", world.ana, "decision", "APPROVE"));
            case "importOnPage" ->
                at("slug", OPEN).form(Map.of("csv", "email,name\ncleo@example.org,Cleo\n", "action", "look"));
            case "messageOnPage" ->
                at("slug", OPEN)
                        .form(Map.of(
                                "subject.en", "On Monday", "text.en", "Bring a box.", "action", "preview", "key", "a"));
            case "listOrganizerNetworks", "listOrganizerSeries" -> Example.PLAIN;
            case "createNetwork" ->
                Example.PLAIN.json(NETWORK_BODY.formatted(mark("slug"))).making("slug", world::newSlug);
            case "showOrganizerNetwork" -> at("slug", NETWORK);
            case "editNetwork" -> at("slug", NETWORK).json(NETWORK_BODY.formatted(NETWORK));
            case "deleteNetwork" -> at("slug", world::newNetwork);
            case "createSeries" ->
                Example.PLAIN.json(SERIES_BODY.formatted(mark("slug"))).making("slug", world::newSlug);
            case "showOrganizerSeries" -> at("slug", SERIES);
            case "editSeries" -> at("slug", SERIES).json(SERIES_BODY.formatted(SERIES));
            case "seriesStatistics" -> at("slug", SERIES).asking("timeZone", "Europe/Paris");
            case "listSubscriptions" ->
                at("slug", SERIES)
                        .asking("status", "INTERESTED")
                        .asking("q", "sub")
                        .asking("reachable", "true")
                        .asking("limit", "5");
            case "listOrganizerActivities" ->
                Example.PLAIN
                        .asking("status", "PUBLISHED,DRAFT")
                        .asking("kind", "WEBINAR")
                        .asking("series", SERIES)
                        .asking("q", "care")
                        .asking("limit", "5");
            case "draftActivity" ->
                Example.PLAIN.json(ACTIVITY.formatted(mark("slug"), SESSION)).making("slug", world::newSlug);
            case "showOrganizerActivity", "previewActivity", "listSpeakers", "listCodes" -> at("slug", OPEN);
            case "publishActivity" -> at("slug", OPEN).json("{}");
            case "editActivity" -> at("slug", world::editedDraft).json(ACTIVITY.formatted(EDITED, SESSION));
            case "copyActivity" ->
                at("slug", OPEN)
                        .json("{\"slug\": \"%s\", \"startsAt\": \"2031-03-01T14:00:00Z\"}".formatted(mark("slug")))
                        .making("slug", world::newSlug);
            case "activityStatistics" -> at("slug", OPEN).asking("timeZone", "Europe/Paris");
            case "cancelActivity" -> at("slug", world::newActivity).json("{\"reason\": \"The speaker is ill.\"}");
            case "addSession" -> at("slug", EDITED).json(SESSION);
            case "editSession" -> at("id", world.newSession()).json(SESSION);
            case "cancelSession" -> at("id", world::newSession);
            case "showAttendance" -> at("id", world.session(world.open)).asking("limit", "5");
            case "settleAttendance" -> at("id", world.session(world.open));
            case "importAttendance" ->
                at("id", world.session(world.open)).file("email,name,minutes\nana@example.org,Ana,45\n");
            case "markAttended" ->
                at("id", world.session(world.open))
                        .and("registration", world.ana)
                        .json("{\"minutes\": 30}");
            case "markAbsent" -> at("id", world.session(world.open)).and("registration", world.ana);
            case "listRegistrations" ->
                at("slug", OPEN)
                        .asking("status", "CONFIRMED")
                        .asking("q", "ana")
                        .asking("country", "PT")
                        .asking("language", "en")
                        .asking("session", world.session(world.open))
                        .asking("attended", "false")
                        .asking("reachable", "true")
                        .asking("limit", "5");
            case "importRegistrations" -> at("slug", OPEN).file("email,name,locale\ncleo@example.org,Cleo,fr\n");
            case "listMessages", "listCertificates" -> at("slug", OVER).asking("limit", "5");
            case "sendMessage" -> at("slug", OPEN).json(MESSAGE.formatted(world.session(world.open)));
            case "showMessage" -> at("slug", OPEN).and("id", world.message);
            case "issueCertificates" -> at("slug", OVER);
            case "revokeCertificate" -> at("code", world.certificate).json("{\"reason\": \"A mistake\"}");
            case "reissueCertificate" -> at("code", world::revokedCertificate);
            case "cancelRegistration" -> at("id", world::newRegistration);
            case "approveRegistration", "declineRegistration" -> at("id", world::newApplicant);
            case "listAudit" ->
                Example.PLAIN
                        .asking("activity", OPEN)
                        .asking("account", "organizer")
                        .asking("from", "2026-01-01T00:00:00Z")
                        .asking("to", "2031-01-01T00:00:00Z")
                        .asking("limit", "5");
            case "inviteSpeaker" ->
                at("slug", OPEN)
                        .json("""
                            {"name": "Ben Example", "email": "%s", "language": "pt", "timeZone": "Europe/Lisbon", "sessions": ["%s"]}
                            """.formatted(mark("email"), world.session(world.open)))
                        .making("email", world::newAddress);
            case "showSpeaker", "sendInvitationAgain", "withdrawSpeaker" ->
                at("slug", OPEN).and("id", world.speaker);
            case "changeSpeaker" ->
                at("slug", OPEN).and("id", world.speaker).json("""
                    {"name": "Ben Example", "language": "pt", "timeZone": "Europe/Lisbon", "sessions": ["%s"]}
                    """.formatted(world.session(world.open)));
            case "eraseSpeaker" -> at("slug", OPEN).and("id", mark("id")).making("id", world::newSpeaker);
            case "addCodes" -> at("slug", OPEN).json("{\"uses\": 5}");
            case "askErasure" ->
                Example.PLAIN
                        .json("{\"email\": \"%s\"}".formatted(mark("email")))
                        .making("email", world::newAddress);
            case "listErasures" -> Example.PLAIN.asking("limit", "5").asking("cursor", "1000000");
            case "searchErasures" -> Example.PLAIN.json("{\"email\": \"ana@example.org\"}");
            case "showErasure" -> at("id", world.newErasure());
            case "askExport" -> Example.PLAIN.json("{\"email\": \"ana@example.org\"}");
            case "listExports" -> Example.PLAIN.asking("limit", "5").asking("cursor", "1000000");
            case "showExport" -> at("id", world.newExport());
            case "listWebhooks" -> Example.PLAIN;
            case "createWebhook" ->
                Example.PLAIN.json(WEBHOOK.formatted(mark("url"))).making("url", hooks::newAddress);
            case "showWebhook", "rotateWebhookSecret", "testWebhook" -> at("id", hooks.made());
            case "editWebhook" -> at("id", hooks.made()).json(WEBHOOK.formatted(Hooks.ADDRESS));
            case "deleteWebhook" -> at("id", hooks::made);
            case "listWebhookDeliveries" ->
                at("id", hooks.made())
                        .asking("status", "PENDING,FAILED")
                        .asking("limit", "5")
                        .asking("cursor", "1000000");
            case "replayWebhookDelivery" -> {
                String webhook = hooks.made();
                yield at("id", webhook).and("delivery", hooks.delivered(webhook));
            }
            case "replayWebhook" -> at("id", hooks.made()).json("{\"since\": \"2026-01-01T00:00:00Z\"}");
            default -> throw operation.hasNoExample();
        };
    }
}
