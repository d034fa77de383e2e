package museum.atrium.notification.badinput;

import java.util.UUID;
import museum.atrium.notification.story.Story;
import museum.atrium.testing.badinput.Example;
import museum.atrium.testing.badinput.Operation;

/** How each call is made so that it works, with every field that it has. */
record ValidCalls(Story story, UUID somebody) {

    private static final String AFTER_ALL = Long.toString(Long.MAX_VALUE);

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
            default -> throw operation.hasNoExample();
        };
    }
}
