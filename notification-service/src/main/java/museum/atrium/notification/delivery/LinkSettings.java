package museum.atrium.notification.delivery;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The keys that sign personal links, each as {@code LinkKeys.parse} takes them. */
@ConfigurationProperties("atrium.links")
record LinkSettings(
        @Nullable String manage,
        @Nullable String join,
        @Nullable String watch) {

    @Override
    public String toString() {
        return "LinkSettings[keys are secret]";
    }
}
