package museum.atrium.registration.programme;

import java.net.URI;
import org.jspecify.annotations.Nullable;

public record Organization(
        String name,
        OrganizationRole role,
        @Nullable URI website,
        @Nullable Picture logo) {}
