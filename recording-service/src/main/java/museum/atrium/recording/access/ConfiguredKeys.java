package museum.atrium.recording.access;

import museum.atrium.http.UnusableSetting;
import museum.atrium.links.LinkKeys;

/** Keys as an operator gave them, or one sentence on why the service cannot start. */
final class ConfiguredKeys {

    private ConfiguredKeys() {}

    static LinkKeys of(String purpose, String commaSeparatedBase64) {
        try {
            return LinkKeys.parse(purpose, commaSeparatedBase64);
        } catch (IllegalArgumentException refused) {
            throw new UnusableSetting(
                    String.valueOf(refused.getMessage()), "Every instance of this service needs the same keys.");
        }
    }
}
