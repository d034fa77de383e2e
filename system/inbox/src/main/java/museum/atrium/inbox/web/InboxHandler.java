package museum.atrium.inbox.web;

import java.io.IOException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Answers every call, failures too, in one of two formats: what was asked for, or a problem. */
final class InboxHandler extends Handler.Abstract {

    private static final Logger log = LoggerFactory.getLogger(InboxHandler.class);

    private final Routes routes;
    private final JsonMapper json;

    InboxHandler(Routes routes, JsonMapper json) {
        this.routes = routes;
        this.json = json;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        try {
            answer(request).send(response);
            callback.succeeded();
        } catch (IOException | RuntimeException brokenOff) {
            log.debug("An answer could not be finished", brokenOff);
            callback.failed(brokenOff);
        }
        return true;
    }

    private Answer answer(Request request) {
        try {
            return routes.answer(request);
        } catch (Refused refused) {
            return problem(refused.problem());
        } catch (IOException | RuntimeException failure) {
            if (failure instanceof HttpException malformed) {
                return problem(Refused.badRequest("The call cannot be understood: " + malformed.getReason())
                        .problem());
            }
            log.error("A call failed; its client was told so", failure);
            return problem(new Refused.Problem(
                    "urn:atrium:problem:internal-error",
                    "Internal error",
                    500,
                    "The inbox could not answer; its log says why"));
        }
    }

    private Answer problem(Refused.Problem problem) {
        Answer answer = Answer.of("application/problem+json", json.writeValueAsBytes(problem))
                .withStatus(problem.status());
        return problem.status() == 405 ? answer.with("Allow", "GET, HEAD") : answer;
    }
}
