package museum.atrium.notification.composing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a mail says in what way a session is held; nothing, where that goes without saying. */
record MannerDrafting(Draft draft) {

    @Nullable String say(Manner manner) {
        List<String> lines = new ArrayList<>();
        if (manner.selfPaced()) {
            lines.add(draft.wording().say("session.module"));
        }
        String home = draft.letter().activity().language();
        String language = manner.language() == null ? home : manner.language();
        if (!manner.interpretation().isEmpty()) {
            lines.add(draft.wording()
                    .say(
                            "session.interpreted",
                            Map.of("language", name(language), "languages", names(manner.interpretation()))));
        } else if (!language.equals(home)) {
            lines.add(draft.wording().say("session.language", "language", name(language)));
        }
        return lines.isEmpty() ? null : String.join(" ", lines);
    }

    private String names(List<String> languages) {
        return languages.stream().map(this::name).collect(Collectors.joining(", "));
    }

    private String name(String language) {
        return OneLine.of(Locale.forLanguageTag(language)
                .getDisplayName(Locale.forLanguageTag(draft.wording().language())));
    }
}
