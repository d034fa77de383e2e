package museum.atrium.localstack.frontdoor;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what the server itself refuses (an address that cannot be read, say) like every other problem. A failure of its
 * own is logged here and by Jetty no more (see {@code simplelogger.properties}): Jetty quotes addresses, which may hold
 * a token.
 */
final class Problems extends ErrorHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final int FRAMES = 24;

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        if (cause != null && HttpStatus.isServerError(status)) {
            tell(cause);
        }
        // What could not be read leaves nobody knowing where the next request begins; the client is told that it has to
        // connect anew.
        response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        Problem.of(status).answer(response, callback);
    }

    /** Where it happened, not what it says: the message may quote the address too. */
    private static void tell(Throwable failure) {
        String where = Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
        log.error(
                "The front door failed to answer a request: {} at {}",
                failure.getClass().getName(),
                where);
    }
}
