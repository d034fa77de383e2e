package museum.atrium.registration.pages;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import museum.atrium.registration.pictures.KnownPictures;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The templates and their words without the service around them. */
public final class WrittenPages {

    private WrittenPages() {}

    public static Page page(Clock clock) {
        return new Page(templates(), clock, new MockHttpServletRequest(), KnownPictures.none());
    }

    public static SpringTemplateEngine templates() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("pages/messages", "frame/messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        SpringTemplateEngine templates = new SpringTemplateEngine();
        templates.setTemplateResolver(resolver);
        templates.setTemplateEngineMessageSource(messages);
        return templates;
    }
}
