package museum.atrium.notification.badinput;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import museum.atrium.notification.story.Story;
import museum.atrium.testing.badinput.Example;
import museum.atrium.testing.badinput.Operation;

/**
 * How each call is made so that it works, with every field that it has.
 *
 * @param token that stops mails
 * @param suppression makes one, and gives its id
 * @param deliveries makes one with that status, and gives its id
 */
record ValidCalls(
        Story story,
        UUID somebody,
        String slug,
        String token,
        Supplier<String> suppression,
        UnaryOperator<String> deliveries) {

    private static final String AFTER_ALL = Long.toString(Long.MAX_VALUE);

    private static final String TEXTS =
            "{\"subject\": \"{title}!\", \"heading\": \"Welcome\", \"lead\": \"To {title}.\", \"more\": \"See you.\"}";

    private Example template() {
        return Example.at("template", "confirmation").and("language", "en").asking("activity", slug);
    }

    /** A call that is added to the OpenAPI document needs a line here. */
    Example of(Operation operation) {
        return switch (operation.id()) {
            case "listDeliveries" ->
                Example.PLAIN
                        .asking("registration", somebody.toString())
                        .asking("activity", story.activity.toString())
                        .asking("status", "SENT")
                        .asking("limit", "5")
                        .asking("cursor", AFTER_ALL);
            case "searchDeliveries" ->
                Example.PLAIN
                        .asking("limit", "5")
                        .asking("cursor", AFTER_ALL)
                        .json("{\"email\": \"%s\"}".formatted(Story.address(somebody)));
            case "countDeliveries", "showSchedule" -> Example.PLAIN.asking("activity", story.activity.toString());
            case "deliveriesPage" ->
                Example.PLAIN.asking("activity", slug).asking("status", "SENT").asking("cursor", AFTER_ALL);
            case "searchMailsOnPage" ->
                Example.PLAIN.form(Map.of("activity", slug, "email", Story.address(somebody), "cursor", AFTER_ALL));
            case "deliveryPage" -> Example.at("id", () -> deliveries.apply("SENT"));
            case "retryOnPage" ->
                Example.at("id", () -> deliveries.apply("FAILED")).form(Map.of());
            case "resendOnPage" ->
                Example.at("id", () -> deliveries.apply("SENT")).form(Map.of());
            case "liftOnPage" ->
                Example.at("id", () -> deliveries.apply("FAILED")).form(Map.of());
            case "cancelOnPage" ->
                Example.at("id", () -> deliveries.apply("QUEUED")).form(Map.of());
            case "retryDelivery" -> Example.at("id", () -> deliveries.apply("FAILED"));
            case "resendDelivery" -> Example.at("id", () -> deliveries.apply("SENT"));
            case "cancelDelivery" -> Example.at("id", () -> deliveries.apply("QUEUED"));
            case "listTemplates" -> Example.PLAIN.asking("activity", slug).asking("language", "fr");
            case "replaceTexts" -> template().json(TEXTS);
            case "restoreTexts" -> template();
            case "previewMail" -> template().json(TEXTS);
            case "sendTestMail" -> template().json("{\"email\": \"%s\"}".formatted(Story.address(somebody)));
            case "listSuppressions" -> Example.PLAIN.asking("limit", "5").asking("cursor", AFTER_ALL);
            case "addSuppression" ->
                Example.PLAIN
                        .making("address", () -> UUID.randomUUID() + "@bad-input.example.org")
                        .json("{\"email\": \"%s\"}".formatted(Example.mark("address")));
            case "searchSuppressions" -> Example.PLAIN.json("{\"email\": \"%s\"}".formatted(Story.address(somebody)));
            case "liftSuppression" -> Example.at("id", suppression);
            case "showPreferences" -> Example.at("token", token);
            case "changePreferences" ->
                Example.at("token", token)
                        .form(Map.of("List-Unsubscribe", "One-Click", "choice", "here", "topic", "reminders"));
            case "showSending" -> Example.PLAIN;
            case "pauseSending", "resumeSending", "cancelWaiting" ->
                Example.PLAIN.json("{\"activity\": \"%s\"}".formatted(slug));
            default -> throw operation.hasNoExample();
        };
    }
}
