package museum.atrium.notification.templates;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import museum.atrium.http.Refusal;
import museum.atrium.notification.composing.Template;
import museum.atrium.notification.rights.Homes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What calls name, or a refusal that says what there is. */
@Component
class Naming {

    private final Homes homes;

    Naming(Homes homes) {
        this.homes = homes;
    }

    UUID activity(@Nullable String slug) {
        if (slug == null || slug.indexOf('\0') >= 0) {
            throw Refusal.badRequest("Say whose mails by 'activity', its slug.");
        }
        return homes.activity(slug)
                .orElseThrow(() -> Refusal.notFound("There is no activity with that slug that was published."));
    }

    /** Of a call that takes nothing else. */
    UUID only(Map<String, String> parameters) {
        if (!Set.of("activity").containsAll(parameters.keySet())) {
            throw Refusal.badRequest("The parameter here is: activity.");
        }
        return activity(parameters.get("activity"));
    }

    static Template template(String name) {
        return Template.named(name)
                .orElseThrow(() -> Refusal.notFound("There is no such mail. There are: %s."
                        .formatted(Template.templates().stream()
                                .map(Template::name)
                                .collect(Collectors.joining(", ")))));
    }

    static String language(String tag) {
        if (!Template.languages().contains(tag)) {
            throw Refusal.notFound(
                    "Mails are written in these languages: %s.".formatted(String.join(", ", Template.languages())));
        }
        return tag;
    }
}
