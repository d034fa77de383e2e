package museum.atrium.localstack.parts;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import museum.atrium.localstack.StackFailure;
import museum.atrium.localstack.supervision.Command;

/** Postgres refuses to run as root: there it is started in a user namespace of its own, where it is nobody special. */
final class OrdinaryUser {

    private static final List<String> UNSHARE = List.of("unshare", "-U");
    private static final Path TRUE = Path.of("true");

    private OrdinaryUser() {}

    static List<String> launcher(Map<String, String> environment, Path log) {
        if (new UnixSystem().getUid() != 0) {
            return List.of();
        }
        try {
            Errand.run("Trying 'unshare -U'", new Command(UNSHARE, TRUE, List.of()), environment, log);
            return UNSHARE;
        } catch (StackFailure failure) {
            throw new StackFailure(
                    "Postgres does not run as root, and this machine does not allow 'unshare -U'. "
                            + "Start Atrium as an ordinary user, or name a server in POSTGRES_HOST.",
                    failure);
        }
    }
}
