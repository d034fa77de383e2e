package museum.atrium.inbox.web;

import java.io.IOException;
import java.util.List;
import org.eclipse.jetty.server.Request;

/** Which call goes where. */
final class Routes {

    private final MessagesApi api;
    private final Pages pages;

    Routes(MessagesApi api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    Answer answer(Request request) throws IOException {
        String path = Request.getPathInContext(request);
        List<String> steps = List.of(path.substring(1).split("/", -1));
        if (request.getMethod().equals("DELETE") && path.equals("/api/messages")) {
            return api.deleteAll();
        }
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            throw Refused.method(request.getMethod());
        }
        return switch (steps.getFirst()) {
            case "" -> pages.list(request);
            case "inbox.css" -> pages.style();
            case "health" -> Answer.of("application/json", "{\"status\":\"UP\"}");
            case "messages" -> page(request, steps);
            case "api" -> data(request, steps);
            default -> throw nothingAt(path);
        };
    }

    private Answer page(Request request, List<String> steps) {
        if (steps.size() == 2) {
            return pages.message(request, steps.get(1));
        }
        if (steps.size() == 3 && steps.get(2).equals("html")) {
            return pages.html(steps.get(1));
        }
        throw nothingAt(String.join("/", steps));
    }

    private Answer data(Request request, List<String> steps) {
        if (steps.size() < 2 || !steps.get(1).equals("messages") || steps.size() > 5) {
            throw nothingAt(String.join("/", steps));
        }
        if (steps.size() == 2) {
            return api.list(request);
        }
        String id = steps.get(2);
        return switch (String.join("/", steps.subList(3, Math.min(steps.size(), 4)))) {
            case "" -> api.open(id);
            case "raw" -> api.raw(id);
            case "calendar" -> api.calendar(id);
            case "attachments" -> {
                if (steps.size() == 4) {
                    throw nothingAt(String.join("/", steps));
                }
                yield api.attachment(id, steps.get(4));
            }
            default -> throw nothingAt(String.join("/", steps));
        };
    }

    private static Refused nothingAt(String path) {
        return Refused.notFound("There is nothing at " + path);
    }
}
