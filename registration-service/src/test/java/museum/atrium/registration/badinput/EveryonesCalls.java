package museum.atrium.registration.badinput;

import static museum.atrium.registration.badinput.World.NETWORK;
import static museum.atrium.registration.badinput.World.OPEN;
import static museum.atrium.registration.badinput.World.SERIES;
import static museum.atrium.testing.badinput.Example.at;
import static museum.atrium.testing.badinput.Example.mark;

import java.util.Map;
import museum.atrium.registration.Api;
import museum.atrium.testing.badinput.Example;
import museum.atrium.testing.badinput.Operation;

/** What needs no account: calls and pages. */
record EveryonesCalls(World world) {

    private static final String PERSON = """
            {"email": "%s", "name": "Ana Example", "locale": "fr", "timeZone": "America/Bogota", "country": "CO",
             "affiliation": "City Museum", "sessions": ["%s"], "accessibilityNeeds": "Captions", "consents": {"photo": true},
             "answers": {"hope": "Ideas", "field": "care", "days": ["mon"], "years": 7.5, "since": "2019-02-28"}}
            """;

    Example of(Operation operation) {
        return switch (operation.id()) {
            case "listActivities" ->
                Example.PLAIN
                        .asking("kind", "WEBINAR")
                        .asking("series", SERIES)
                        .asking("when", "upcoming")
                        .asking("q", "care")
                        .asking("limit", "5");
            case "showActivity" -> at("slug", OPEN);
            case "signUp" -> at("slug", OPEN).json(person()).making("email", world::newAddress);
            case "signUpTogether" ->
                at("slug", OPEN)
                        .json("{\"people\": [%s], \"code\": null}".formatted(person()))
                        .making("email", world::newAddress);
            case "listSeries", "listNetworks", "recoveryPage", "certificateForm", "readerPage" -> Example.PLAIN;
            case "chooseAsReader" ->
                Example.PLAIN.form(Map.of("language", "fr", "timeZone", "Europe/Paris", "back", "/programme"));
            case "showSeries" -> at("slug", SERIES);
            case "subscribe" ->
                at("slug", SERIES)
                        .json(
                                "{\"email\": \"%s\", \"name\": \"Ana\", \"locale\": \"pt\", \"timeZone\": \"Europe/Lisbon\"}"
                                        .formatted(mark("email")))
                        .making("email", world::newAddress);
            case "programmePage" -> Example.PLAIN.asking("page", "1").asking("lang", "fr");
            case "activityPage", "activityCalendar" -> at("slug", OPEN).asking("lang", "fr");
            case "seriesPage", "seriesCalendar" -> at("slug", SERIES).asking("lang", "fr");
            case "programmeFeed" -> Example.PLAIN.asking("series", SERIES).asking("language", "en");
            case "programmeWidget" ->
                Example.PLAIN
                        .asking("series", SERIES)
                        .asking("network", NETWORK)
                        .asking("limit", "5")
                        .asking("lang", "fr")
                        .asking("theme", "dark");
            case "signUpByForm" ->
                at("slug", OPEN)
                        .form(Map.ofEntries(
                                Map.entry("email", mark("email")),
                                Map.entry("name", "Ana"),
                                Map.entry("country", "PT"),
                                Map.entry("timeZone", "Europe/Lisbon"),
                                Map.entry("affiliation", "City Museum"),
                                Map.entry("sessions", world.session(world.open)),
                                Map.entry("answers.hope", "Ideas"),
                                Map.entry("answers.field", "care"),
                                Map.entry("answers.years", "7"),
                                Map.entry("consents.photo", "true"),
                                Map.entry("accessibilityNeeds", "Captions"),
                                Map.entry("code", ""),
                                Map.entry("lang", "fr")))
                        .making("email", world::newAddress);
            case "subscribeByForm" ->
                at("slug", SERIES)
                        .form(Map.of(
                                "email", mark("email"),
                                "name", "Ana",
                                "timeZone", "Europe/Lisbon",
                                "lang", "fr"))
                        .making("email", world::newAddress);
            case "showNetwork", "networkPage" -> at("slug", NETWORK);
            case "showOwnRegistration", "ownCalendar", "ownData" -> at("token", world.anasToken);
            case "ownRegistrationPage" -> at("token", world.anasToken).asking("saved", "yes");
            case "calendarFeed" -> at("token", world.anasFeed);
            case "askOwnExport" -> at("token", world.anasToken);
            case "showOwnExport" -> at("token", world.anasToken).and("id", world.ownExport());
            case "changeOwnRegistration" -> at("token", world.anasToken).json(withoutAddress(person()));
            case "confirmOwnRegistration", "confirmOnPage" -> at("token", world.subscriber);
            case "cancelOwnRegistration", "eraseOwnRegistration", "eraseOnPage", "cancelOnPage" ->
                at("token", world::newToken);
            case "recoverLinks" -> Example.PLAIN.json(address()).making("email", world::newAddress);
            case "recoverOnPage" ->
                Example.PLAIN.form(Map.of("email", mark("email"))).making("email", world::newAddress);
            case "changeOwnAddress" ->
                at("token", world::newToken).json(address()).making("email", world::newAddress);
            case "transferOwnRegistration" ->
                at("token", world::newToken)
                        .json("{\"email\": \"%s\", \"name\": \"Berta\", \"locale\": \"de\"}".formatted(mark("email")))
                        .making("email", world::newAddress);
            case "changeAddressOnPage" ->
                at("token", world::newToken)
                        .form(Map.of("email", mark("email")))
                        .making("email", world::newAddress);
            case "transferOnPage" ->
                at("token", world::newToken)
                        .form(Map.of("email", mark("email"), "name", "Berta"))
                        .making("email", world::newAddress);
            case "answerOnPage" ->
                at("token", world.anasToken)
                        .form(Map.of(
                                "answers.hope", "Ideas",
                                "answers.field", "care",
                                "answers.days", "mon",
                                "answers.years", "7",
                                "answers.since", "2019-02-28",
                                "consents.photo", "true",
                                "accessibilityNeeds", "Captions"));
            case "signUpAsSubscriber" -> at("token", world.subscriber).json("""
                            {"activity": "bad-input-open", "name": "Sub", "code": null, "consents": {"photo": true},
                             "accessibilityNeeds": "Captions", "answers": {"hope": "Ideas", "days": ["mon"]}}
                            """);
            case "signUpOnPage" -> at("token", world.subscriber).form(Map.of("activity", OPEN, "name", "Sub"));
            case "changeOnPage" ->
                at("token", world.anasToken)
                        .form(Map.of(
                                "name", "Ana",
                                "language", "fr",
                                "timeZone", "Europe/Paris",
                                "country", "PT",
                                "affiliation", "City Museum",
                                "sessions", world.session(world.open)));
            case "ownCertificate" -> at("token", world.tokenOfCertificate());
            case "showIcon", "signInPage" -> Example.PLAIN;
            case "signIn" -> Example.PLAIN.form(Map.of("name", "organizer", "password", Api.PASSWORD));
            case "showPicture" -> at("hash", world.picture);
            case "checkCertificate", "certificatePage" -> at("code", world.certificate);
            case "showOwnInvitation", "invitationPage", "acceptOnPage" -> at("token", world.ownSpeakersToken());
            case "declineOnPage", "eraseOwnInvitation", "eraseInvitationOnPage" -> at("token", world::newSpeakingToken);
            case "answerOwnInvitation" -> at("token", world.ownSpeakersToken()).json("{\"status\": \"ACCEPTED\"}");
            case "startAsHost" -> at("token", world.ownSpeakersToken()).and("session", world.session(world.open));
            case "joinPage", "join" -> at("token", world.joinToken()).and("session", world.session(world.open));
            default -> throw operation.hasNoExample();
        };
    }

    private String person() {
        return PERSON.formatted(mark("email"), world.session(world.open));
    }

    private static String withoutAddress(String person) {
        return person.replace("\"email\": \"" + mark("email") + "\", ", "");
    }

    private static String address() {
        return "{\"email\": \"%s\"}".formatted(mark("email"));
    }
}
