package museum.atrium.registration.privacy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of them: all of a person's, or one registration or invitation to speak. */
record ErasureRequest(@Nullable String email, @Nullable UUID registration) {}
