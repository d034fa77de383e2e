package museum.atrium.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts the language that a reader chose before those that their browser asks for. What is for programs asks for no cookie, and
 * is left as it is.
 */
class ChosenLanguageFilter extends OncePerRequestFilter {

    private static final List<String> FOR_PROGRAMS = List.of("/api/", "/actuator/", "/media/", "/feeds/", "/hooks/");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getCookies() == null
                || FOR_PROGRAMS.stream().anyMatch(request.getRequestURI()::startsWith)
                || ReaderChoice.of(request).language() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Locale chosen = ReaderChoice.of(request).language();
        chain.doFilter(chosen == null ? request : new Preferring(request, chosen), response);
    }

    private static final class Preferring extends HttpServletRequestWrapper {

        private final Locale chosen;

        private Preferring(HttpServletRequest request, Locale chosen) {
            super(request);
            this.chosen = chosen;
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase(HttpHeaders.ACCEPT_LANGUAGE)
                    ? Collections.enumeration(List.of(languages()))
                    : super.getHeaders(name);
        }

        @Override
        public String getHeader(String name) {
            return name.equalsIgnoreCase(HttpHeaders.ACCEPT_LANGUAGE) ? languages() : super.getHeader(name);
        }

        @Override
        public Locale getLocale() {
            return chosen;
        }

        @Override
        public Enumeration<Locale> getLocales() {
            return Collections.enumeration(
                    Stream.concat(Stream.of(chosen), Collections.list(super.getLocales()).stream())
                            .distinct()
                            .toList());
        }

        private String languages() {
            String asked = super.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
            return asked == null || asked.isBlank() ? chosen.toLanguageTag() : chosen.toLanguageTag() + "," + asked;
        }
    }
}
