package museum.atrium.registration;

import jakarta.servlet.http.HttpServletRequest;
import museum.atrium.http.OrganizerPaths;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Who may call what, and what need not be sent twice. */
@Configuration(proxyBeanMethods = false)
class HttpSurface {

    @Bean
    OrganizerPaths organizerPaths() {
        return OrganizerPaths.of("/api/organizer/**", "/organizer", "/organizer/**");
    }

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> programmeTags() {
        FilterRegistrationBean<ShallowEtagHeaderFilter> tags =
                new FilterRegistrationBean<>(new ShallowEtagHeaderFilter() {
                    @Override
                    protected boolean shouldNotFilter(HttpServletRequest request) {
                        return !request.getMethod().equals("GET");
                    }
                });
        tags.addUrlPatterns(
                "/api/activities",
                "/api/activities/*",
                "/api/series",
                "/api/series/*",
                "/api/networks",
                "/api/networks/*",
                "/programme/*");
        return tags;
    }
}
