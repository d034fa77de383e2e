package museum.atrium.localstack.frontdoor;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Passes requests to the service that owns their path and the answers back, both as streams: a video is neither kept in
 * memory nor on disk on its way.
 */
final class Proxying extends ProxyHandler {

    /** Any will do: it stands before a path to make a whole address of it. */
    private static final String ORIGIN = "http://localhost";

    private static final String OWNER = Proxying.class.getName() + ".owner";

    /** Shorter than the services keep an idle connection, so that none is used just as it is closed. */
    private static final long IDLE_CONNECTION_MILLIS = 8_000;

    private static final long ANSWER_MINUTES = 5;
    private static final long CONNECT_MILLIS = 2_000;
    private static final int CONNECTIONS_PER_PROCESS = 1_024;
    private static final int WAITING_PER_PROCESS = 4_096;

    private final Upstreams upstreams;
    private final String scheme;

    /** @param scheme that people use to reach the front door, which may stand behind one that speaks TLS */
    Proxying(Upstreams upstreams, String scheme) {
        this.upstreams = upstreams;
        this.scheme = scheme;
        setViaHost("atrium");
    }

    @Override
    protected void configureHttpClient(HttpClient client) {
        super.configureHttpClient(client);
        client.setConnectTimeout(CONNECT_MILLIS);
        client.setIdleTimeout(IDLE_CONNECTION_MILLIS);
        client.setMaxConnectionsPerDestination(CONNECTIONS_PER_PROCESS);
        client.setMaxRequestsQueuedPerDestination(WAITING_PER_PROCESS);
        client.setUserAgentField(null);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!isReadable(request.getHttpURI())) {
            Problem.malformed().answer(response, callback);
            return true;
        }
        var owner = Route.ownerOf(request.getHttpURI().getPath(), Request.getPathInContext(request));
        if (owner.isEmpty()) {
            Problem.notFound().answer(response, callback);
            return true;
        }
        var upstream = upstreams.nextOf(owner.get());
        if (upstream.isEmpty()) {
            Problem.away(owner.get().title()).answer(response, callback);
            return true;
        }
        request.setAttribute(OWNER, upstream.get());
        return super.handle(request, response, callback);
    }

    /** The client that passes it on takes a path that follows RFC 3986, and fails on anything else, {@code *} too. */
    private static boolean isReadable(HttpURI uri) {
        try {
            return uri.getPath() != null
                    && uri.getPath().startsWith("/")
                    && new URI(ORIGIN + uri.getPathQuery()).getRawPath() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    @Override
    protected HttpURI rewriteHttpURI(Request request) {
        return HttpURI.build(request.getHttpURI())
                .scheme("http")
                .authority("127.0.0.1", owner(request).port())
                .asImmutable();
    }

    @Override
    protected org.eclipse.jetty.client.Request newProxyToServerRequest(Request request, HttpURI uri) {
        return super.newProxyToServerRequest(request, uri).idleTimeout(ANSWER_MINUTES, TimeUnit.MINUTES);
    }

    /** Whatever a client claims of where it comes from is dropped: this is the outermost door. */
    @Override
    protected void addProxyHeaders(Request request, org.eclipse.jetty.client.Request passedOn) {
        String host = request.getHeaders().get(HttpHeader.HOST);
        passedOn.headers(headers -> {
            withoutClaims(headers);
            headers.put(HttpHeader.X_FORWARDED_FOR, Request.getRemoteAddr(request));
            headers.put(HttpHeader.X_FORWARDED_PROTO, scheme);
            if (host != null) {
                headers.put(HttpHeader.X_FORWARDED_HOST, host);
            }
        });
        addViaHeader(request, passedOn);
    }

    private static void withoutClaims(HttpFields.Mutable headers) {
        var claims = headers.stream()
                .map(HttpField::getLowerCaseName)
                .filter(name -> name.startsWith("x-forwarded-") || name.equals("forwarded") || name.equals("x-real-ip"))
                .toList();
        claims.forEach(headers::remove);
    }

    @Override
    protected void onServerToProxyResponseFailure(
            Request request,
            org.eclipse.jetty.client.Request passedOn,
            org.eclipse.jetty.client.Response answer,
            Response response,
            Callback callback,
            Throwable failure) {
        if (response.isCommitted()) {
            // What has gone out cannot be taken back; a broken connection tells that it is not whole.
            callback.failed(failure);
            return;
        }
        response.reset();
        problemOf(failure, owner(request).service().title()).answer(response, callback);
    }

    private static Problem problemOf(Throwable failure, String part) {
        failure.printStackTrace();
        if (isOfTheClient(failure)) {
            return Problem.brokenBody();
        }
        return failure instanceof TimeoutException ? Problem.late(part) : Problem.away(part);
    }

    /** A body is read on its way to the service, so that the failure to read it looks like one to pass it on. */
    private static boolean isOfTheClient(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(HttpException.class::isInstance);
    }

    private static Upstream owner(Request request) {
        return (Upstream) request.getAttribute(OWNER);
    }
}
