package museum.atrium.recording.watching;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

@Configuration(proxyBeanMethods = false)
class PageLanguages {

    /** Those that mails are written in, too. */
    static final List<Locale> ALL =
            Stream.of("en", "fr", "es", "de", "pt", "sl").map(Locale::of).toList();

    /** The first of the reader's languages that the pages have, else English. */
    @Bean
    LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(ALL);
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }
}
