package museum.atrium.system.client;

import java.nio.file.Path;
import museum.atrium.system.stack.Checkout;

/** The clients of our services. */
public final class GeneratedClients {

    private static final String PACKAGE = "museum.atrium.client.";

    private GeneratedClients() {}

    /** @param users as for {@link GeneratedClient#of} */
    public static GeneratedClient of(String service, Path folder, Path... users) {
        return GeneratedClient.of(
                Checkout.folder().resolve("contracts/http/" + service + ".yaml"), PACKAGE + service, folder, users);
    }

    /** That of registration-service, with a program that uses it. */
    public static ClientJourney journey(Path folder) throws ReflectiveOperationException {
        Path source = Checkout.folder().resolve("system/system-tests/src/test/resources/client/GeneratedJourney.java");
        return (ClientJourney) of("registration", folder, source)
                .loader()
                .loadClass("museum.atrium.system.client.GeneratedJourney")
                .getConstructor()
                .newInstance();
    }
}
