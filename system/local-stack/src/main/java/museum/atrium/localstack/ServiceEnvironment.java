package museum.atrium.localstack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import museum.atrium.localstack.folder.Secrets;
import museum.atrium.localstack.parts.ServiceProcess;

/** What the services are told: the variables that a person set, and where the parts of this stack are. */
final class ServiceEnvironment {

    private final Map<String, String> shared;
    private final Secrets secrets;

    ServiceEnvironment(StackSettings settings, Plan plan, Path recordings, Secrets secrets) {
        this.secrets = secrets;
        this.shared = new HashMap<>(settings.environment());
        shared.put("PUBLIC_URL", plan.publicUrl().toString());
        shared.putIfAbsent("SAMPLE_PROGRAMME", "true");
        shared.putIfAbsent("SIGN_UPS_UNLIMITED_FROM", "127.0.0.0/8,::1/128");
        shared.putIfAbsent("WEBHOOKS_ALLOW_PRIVATE_NETWORKS", "true");
        shared.putIfAbsent("IMPORTS_ALLOW_PRIVATE_NETWORKS", "true");
        shared.putIfAbsent("RECORDINGS_FOLDER", recordings.toString());
        // Else glibc keeps up to eight arenas for each processor, and what a thread has freed stays in its own.
        shared.putIfAbsent("MALLOC_ARENA_MAX", "2");
        secret("ORGANIZER_PASSWORD", secrets::password, shared);
        plan.inbox().ifPresent(inbox -> {
            shared.keySet().removeIf(name -> name.startsWith("SMTP_"));
            shared.put("SMTP_HOST", "127.0.0.1");
            shared.put("SMTP_PORT", Integer.toString(inbox.smtp()));
        });
        plan.database().ifPresent(database -> {
            shared.keySet().removeIf(name -> name.startsWith("POSTGRES_"));
            shared.put("POSTGRES_HOST", database.host());
            shared.put("POSTGRES_PORT", Integer.toString(database.port()));
            shared.put("POSTGRES_USERNAME", database.user());
            shared.put("POSTGRES_PASSWORD", database.password());
        });
        plan.broker().ifPresent(broker -> shared.put("KAFKA_BOOTSTRAP_SERVERS", broker.address()));
    }

    /** With the keys of the links that this service signs or opens, and no others. */
    Map<String, String> of(ServiceProcess process) {
        var own = new HashMap<>(shared);
        own.put(process.service().portVariable(), Integer.toString(process.port()));
        own.keySet().removeIf(name -> name.startsWith("LINK_KEYS_") && !isKeyOf(process, name));
        process.service().linkKeys().forEach(name -> secret(name, secrets::key, own));
        return own;
    }

    /** Empty where a person keeps it in a file that only the services read. */
    String organizerPassword() {
        return shared.getOrDefault("ORGANIZER_PASSWORD", "");
    }

    private static boolean isKeyOf(ServiceProcess process, String variable) {
        return process.service().linkKeys().stream()
                .anyMatch(key -> variable.equals(key) || variable.equals(key + "_FILE"));
    }

    /** A value that a person gives, also as the name of a file, goes before one that is made up. */
    private static void secret(String name, UnaryOperator<String> madeUp, Map<String, String> environment) {
        var given = new Variables(environment);
        if (!given.has(name) && !given.has(name + "_FILE")) {
            environment.put(name, madeUp.apply(name));
        }
    }
}
