package museum.atrium.http.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/** Whether another site has a browser ask. Browsers say so (W3C Fetch Metadata; older ones by {@code Origin}), programs say nothing of it. */
public final class CrossSite {

    private CrossSite() {}

    public static boolean sends(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null
                && Stream.of(HttpHeaders.HOST, "X-Forwarded-Host")
                        .map(request::getHeader)
                        .noneMatch(host -> host != null && origin.endsWith("://" + host));
    }
}
