package museum.atrium.notification.preferences;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.notification.composing.Topic;
import museum.atrium.notification.delivery.PersonalLinks;
import museum.atrium.notification.preferences.PreferencePage.Done;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page behind the link that stops mails. Opening it changes nothing, for mail scanners open everything; a POST without
 * more, as mailboxes make it (RFC 8058), stops mails of the link's topic at once.
 */
@RestController
@RequestMapping("/unsubscribe/{token}")
class PreferenceController {

    /** Present where the form was sent in which each topic has a box. */
    private static final String CHOICE = "choice";

    private final PersonalLinks links;
    private final Preferences preferences;
    private final PreferencePage page;

    PreferenceController(PersonalLinks links, Preferences preferences, PreferencePage page) {
        this.links = links;
        this.preferences = preferences;
        this.page = page;
    }

    @GetMapping
    ResponseEntity<String> show(@PathVariable String token, HttpServletRequest request) {
        return links.unsubscribing(token)
                .map(link -> show(link, Done.NOTHING, request))
                .orElseGet(() -> page.unknown(request));
    }

    @PostMapping
    ResponseEntity<String> change(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request) {
        return links.unsubscribing(token)
                .map(link -> show(link, change(link, fields), request))
                .orElseGet(() -> page.unknown(request));
    }

    private ResponseEntity<String> show(PersonalLinks.Unsubscribing link, Done done, HttpServletRequest request) {
        return preferences
                .of(link.registration())
                .map(reader -> page.of(reader, link.topic(), done, request))
                .orElseGet(() -> page.nothingLeft(request));
    }

    private Done change(PersonalLinks.Unsubscribing link, MultiValueMap<String, String> fields) {
        if (!fields.containsKey(CHOICE)) {
            preferences.chooseHere(link.registration(), Set.of(link.topic()), Set.of());
            return Done.STOPPED;
        }
        Optional<Reader> reader = preferences.of(link.registration());
        reader.ifPresent(known -> choose(link, known, fields));
        return Done.CHOSEN;
    }

    private void choose(PersonalLinks.Unsubscribing link, Reader reader, MultiValueMap<String, String> fields) {
        Set<Topic> wanted = wanted(fields.getOrDefault("topic", List.of()), reader.topics());
        switch (String.join(",", fields.getOrDefault(CHOICE, List.of()))) {
            case "here" -> preferences.chooseHere(link.registration(), reader.topics(), wanted);
            case "everywhere" -> preferences.chooseForAll(link.registration(), reader.topics(), wanted);
            default -> throw Refusal.invalid(new FieldError(CHOICE, "is 'here' or 'everywhere'"));
        }
    }

    private static Set<Topic> wanted(List<String> ticked, Set<Topic> offered) {
        Set<Topic> wanted = offered.stream()
                .filter(topic -> ticked.contains(topic.key()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Topic.class)));
        if (wanted.size() != Set.copyOf(ticked).size()) {
            throw Refusal.invalid(new FieldError(
                    "topic", "is one of " + offered.stream().map(Topic::key).collect(Collectors.joining(", "))));
        }
        return wanted;
    }
}
