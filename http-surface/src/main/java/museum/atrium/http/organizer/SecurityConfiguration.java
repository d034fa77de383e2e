package museum.atrium.http.organizer;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import museum.atrium.http.OrganizerPaths;
import museum.atrium.http.RefusalPages;
import museum.atrium.http.RequiredSettings;
import museum.atrium.http.session.OrganizerSessions;
import museum.atrium.http.session.SessionFilter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may call what. Only organisers are signed in by a cookie, and only who proves to have been shown a page of ours changes something with it:
 * {@link SessionFilter}. No service remembers a session.
 *
 * <p>A page that needs more than the policy allows sets its own {@code Content-Security-Policy} header.
 */
@AutoConfiguration(before = {UserDetailsServiceAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class})
class SecurityConfiguration {

    private static final String NOTHING_BUT_DATA =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final List<String> OPEN_TO_OPERATORS =
            List.of("/actuator/health", "/actuator/health/**", "/actuator/prometheus");

    private final OrganizerPaths paths;

    SecurityConfiguration(ObjectProvider<OrganizerPaths> paths) {
        this.paths = paths.getIfAvailable(OrganizerPaths::of);
    }

    @Bean
    AuthenticationManager organizers(Environment environment) {
        String password =
                environment.getProperty("atrium.organizer-password", environment.getProperty("ORGANIZER_PASSWORD", ""));
        OpenIdSettings provider = OpenIdSettings.of(environment);
        List<AuthenticationProvider> ways = new ArrayList<>();
        if (!password.isBlank()) {
            ways.add(new OrganizerSignIn(password));
        }
        if (provider != null) {
            ways.add(new TokenSignIn(provider, Clock.systemUTC()));
        }
        if (ways.isEmpty()) {
            if (!paths.patterns().isEmpty()) {
                throw RequiredSettings.missing(
                        "ORGANIZER_PASSWORD",
                        "the password of the user 'organizer', needed where no OpenID provider is configured (OIDC_ISSUER)");
            }
            ways.add(new NobodySignsIn());
        }
        return new ProviderManager(ways);
    }

    /** Timing each filter by itself costs a request more than the filters do. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(0)
    SecurityFilterChain accessForOrganizers(
            HttpSecurity http,
            AuthenticationManager organizers,
            OrganizerSessions sessions,
            ObjectProvider<RefusalPages> refusals) {
        RefusalPages pages = refusals.getIfAvailable();
        ProblemEntryPoint problems = new ProblemEntryPoint(
                canSignIn(organizers, UsernamePasswordAuthenticationToken.class),
                canSignIn(organizers, BearerTokenAuthenticationToken.class),
                pages);
        if (problems.takesPasswords()) {
            http.httpBasic(basic -> basic.authenticationEntryPoint(problems));
        }
        if (problems.takesTokens()) {
            http.oauth2ResourceServer(tokens -> tokens.authenticationManagerResolver(request -> organizers)
                    .authenticationEntryPoint(problems)
                    .accessDeniedHandler(problems));
        }
        return stateless(http, organizers)
                .securityMatcher(forOrganizers())
                .addFilterBefore(new SessionFilter(sessions, pages), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/actuator", "/actuator/**")
                        .access(AccessRules.adminsOnly())
                        .anyRequest()
                        .access(new AccessRules(paths)))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .build();
    }

    /**
     * Here nobody signs in: whatever password comes along, right or wrong, makes no difference. Without the filters that
     * would only say so: in a rush they cost more than the sign-ups.
     */
    @Bean
    @Order(1)
    SecurityFilterChain openAccess(HttpSecurity http, AuthenticationManager organizers) {
        return stateless(http, organizers)
                .anonymous(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .build();
    }

    private static boolean canSignIn(AuthenticationManager organizers, Class<?> claim) {
        return organizers instanceof ProviderManager ways
                && ways.getProviders().stream().anyMatch(way -> way.supports(claim));
    }

    private RequestMatcher forOrganizers() {
        return new AndRequestMatcher(
                oneOf(Stream.concat(paths.patterns().stream(), Stream.of("/actuator", "/actuator/**"))
                        .toList()),
                new NegatedRequestMatcher(oneOf(OPEN_TO_OPERATORS)));
    }

    private static RequestMatcher oneOf(List<String> patterns) {
        return new OrRequestMatcher(patterns.stream()
                .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toList());
    }

    private static HttpSecurity stateless(HttpSecurity http, AuthenticationManager organizers) {
        return http.authenticationManager(organizers)
                .headers(SecurityConfiguration::headers)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(NOTHING_BUT_DATA))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                .addHeaderWriter(SecurityConfiguration::denyFraming)
                .permissionsPolicyHeader(permissions -> permissions.policy("camera=(), geolocation=(), microphone=()"));
    }

    /** For browsers that know no {@code frame-ancestors}; a page whose own policy lets others frame it does without. */
    private static void denyFraming(HttpServletRequest request, HttpServletResponse response) {
        String policy = response.getHeader("Content-Security-Policy");
        if (policy == null || !policy.endsWith("frame-ancestors *")) {
            response.setHeader("X-Frame-Options", "DENY");
        }
    }
}
