package museum.atrium.notification.templates;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.notification.composing.Template;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What mails of an activity say, and what its organiser has them say instead. */
@RestController
@RequestMapping("/api/templates")
class TemplateController {

    private static final Logger log = LoggerFactory.getLogger(TemplateController.class);

    record Listed(String activity, String language, List<Item> items) {}

    record Item(String template, List<PartView> parts) {

        static Item of(Template template, String language, OwnTexts own) {
            return new Item(
                    template.name(),
                    Arrays.stream(Template.Part.values())
                            .filter(template::has)
                            .map(part -> new PartView(
                                    part.key(),
                                    template.standard(part, language),
                                    own.of(part),
                                    List.copyOf(template.gaps(part))))
                            .toList());
        }
    }

    /**
     * @param standard null where the standard mail says nothing there
     * @param own null where the standard text stands
     * @param gaps what may stand in braces
     */
    record PartView(
            String part,
            @Nullable String standard,
            @Nullable String own,
            List<String> gaps) {}

    private final Naming naming;
    private final Texts texts;

    TemplateController(Naming naming, Texts texts) {
        this.naming = naming;
        this.texts = texts;
    }

    @GetMapping
    ResponseEntity<Listed> list(
            @RequestParam(required = false) @Nullable String activity,
            @RequestParam(defaultValue = "en") String language,
            @RequestParam Map<String, String> parameters) {
        if (!Set.of("activity", "language").containsAll(parameters.keySet())) {
            throw Refusal.badRequest("The parameters here are: activity, language.");
        }
        UUID id = naming.activity(activity);
        Map<String, OwnTexts> own = texts.of(id, Naming.language(language));
        List<Item> items = Template.templates().stream()
                .map(template -> Item.of(template, language, own.getOrDefault(template.name(), OwnTexts.STANDARD)))
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Listed(String.valueOf(activity), language, items));
    }

    @PutMapping("/{template}/{language}")
    Item replace(
            @PathVariable String template,
            @PathVariable String language,
            @RequestParam Map<String, String> parameters,
            @RequestBody OwnTexts own) {
        Template named = Naming.template(template);
        UUID id = naming.only(parameters);
        own.refuseUnlessRight(named);
        texts.save(id, named, Naming.language(language), own);
        log.info("An organiser replaced what the mail {} of activity {} says in {}", named.name(), id, language);
        return Item.of(named, language, own);
    }

    @DeleteMapping("/{template}/{language}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(
            @PathVariable String template,
            @PathVariable String language,
            @RequestParam Map<String, String> parameters) {
        Template named = Naming.template(template);
        UUID id = naming.only(parameters);
        texts.delete(id, named, Naming.language(language));
        log.info("An organiser restored what the mail {} of activity {} says in {}", named.name(), id, language);
    }
}
