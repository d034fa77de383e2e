package museum.atrium.notification.composing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a mail shows in whose name it is written. */
record NetworkDrafting(Draft draft) {

    Page.@Nullable Network network() {
        @Nullable NetworkInfo network = draft.letter().network();
        if (network == null) {
            return null;
        }
        Page.@Nullable Imprint imprint = imprint(network);
        return new Page.Network(
                logo(network),
                imprint,
                answers(network),
                imprint != null && beginsWithName(imprint, network),
                draft.wording().say("footer.legal"),
                network.page());
    }

    private @Nullable String answers(NetworkInfo network) {
        @Nullable String answered = network.answered();
        return answered == null ? null : draft.wording().say("footer.answers", "address", answered);
    }

    private static boolean beginsWithName(Page.Imprint imprint, NetworkInfo network) {
        String name = OneLine.of(network.name());
        return !imprint.lines().isEmpty() && imprint.lines().getFirst().regionMatches(true, 0, name, 0, name.length());
    }

    private Page.@Nullable Logo logo(NetworkInfo network) {
        NetworkInfo.@Nullable Logo logo = network.logo();
        if (logo == null) {
            return null;
        }
        @Nullable Translation alt = Translation.of(logo.alt(), draft.letter().recipient().language(), network.language());
        return alt == null
                ? null
                : new Page.Logo(logo.url(), alt, alt.text().equalsIgnoreCase(OneLine.of(network.name())));
    }

    private Page.@Nullable Imprint imprint(NetworkInfo network) {
        @Nullable Translation imprint =
                Translation.of(network.imprint(), draft.letter().recipient().language(), network.language());
        if (imprint == null) {
            return null;
        }
        List<String> lines = network.imprint()
                .getOrDefault(imprint.language(), "")
                .lines()
                .map(OneLine::of)
                .filter(line -> !line.isEmpty())
                .toList();
        return new Page.Imprint(lines, imprint.language());
    }
}
