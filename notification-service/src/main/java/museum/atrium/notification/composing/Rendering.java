package museum.atrium.notification.composing;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Turns a page into the HTML and the text part. Both templates are parsed once. */
final class Rendering {

    private static final Pattern BLANK_LINES = Pattern.compile("\\s*\\n\\s*\\n\\s*");

    // Its own engines, not beans: pages of the service may have an engine that Spring configures.
    private final TemplateEngine html = engine(TemplateMode.HTML, ".html");
    private final TemplateEngine text = engine(TemplateMode.TEXT, ".txt");

    String html(Page page) {
        return html.process("letter", context(page));
    }

    String text(Page page) {
        String written = text.process("letter", context(page)).strip();
        return BLANK_LINES.matcher(written).replaceAll("\n\n") + "\n";
    }

    private static Context context(Page page) {
        return new Context(Locale.forLanguageTag(page.wording().language()), Map.of("page", page));
    }

    private static TemplateEngine engine(TemplateMode mode, String suffix) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(Rendering.class.getClassLoader());
        resolver.setPrefix("mail/");
        resolver.setSuffix(suffix);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCacheable(true);
        TemplateEngine engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setMessageResolver(new Words());
        return engine;
    }

    /** {@code #{key}} in a template is what the wording of the page's language says. */
    private static final class Words extends AbstractMessageResolver {

        @Override
        public String resolveMessage(
                ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] parameters) {
            return Wording.in(context.getLocale().getLanguage()).say(key);
        }

        @Override
        public String createAbsentMessageRepresentation(
                ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] parameters) {
            throw new IllegalArgumentException("A template asks for words that there are not: " + key);
        }
    }
}
