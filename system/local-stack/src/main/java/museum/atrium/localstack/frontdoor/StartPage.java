package museum.atrium.localstack.frontdoor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import museum.atrium.localstack.supervision.PartState;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What one sees at the address of the local stack: the parts, their state, and where to go from here. */
final class StartPage extends Handler.Abstract.NonBlocking {

    private final List<Shown> parts;
    private final URI publicUrl;
    private final String template = resource("start-page.html");
    private final String style = resource("start-page.css");
    private final String contentSecurityPolicy = ("default-src 'none'; style-src 'sha256-%s'; img-src data:; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
            .formatted(sha256(style));

    StartPage(List<Shown> parts, URI publicUrl) {
        this.parts = List.copyOf(parts);
        this.publicUrl = publicUrl;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!Request.getPathInContext(request).equals("/")) {
            return false;
        }
        if (!List.of("GET", "HEAD").contains(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            Problem.methodNotAllowed().answer(response, callback);
            return true;
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("Content-Security-Policy", contentSecurityPolicy);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("Referrer-Policy", "no-referrer");
        Content.Sink.write(response, true, page(request), callback);
        return true;
    }

    private String page(Request request) {
        return template.replace("{{style}}", style)
                .replace("{{url}}", escaped(publicUrl.toString()))
                .replace("{{day}}", aMonthAfter(Request.getTimeStamp(request)))
                .replace("{{inbox}}", parts.stream().map(StartPage::asItem).collect(Collectors.joining()))
                .replace("{{parts}}", parts.stream().map(StartPage::asRow).collect(Collectors.joining("\n")));
    }

    private static String aMonthAfter(long epochMilli) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(epochMilli), ZoneOffset.UTC)
                .plusMonths(1)
                .toString();
    }

    private static String asItem(Shown part) {
        return part.link()
                .map(link -> "<li><a href=\"%s\">The %s</a>: %s</li>"
                        .formatted(escaped(link), escaped(part.name()), escaped(part.what())))
                .orElse("");
    }

    private static String asRow(Shown part) {
        PartState state = part.state().get();
        return """
                <tr><th scope="row">%s<small>%s</small></th><td>%s</td><td class="state %s">%s</td></tr>""".formatted(
                        escaped(part.name()),
                        escaped(part.what()),
                        escaped(part.address()),
                        state.name().toLowerCase(Locale.ROOT),
                        escaped(state.inWords()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String resource(String name) {
        try (var content = Objects.requireNonNull(StartPage.class.getResourceAsStream(name), name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
