package museum.atrium.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import museum.atrium.localstack.folder.Secrets;
import museum.atrium.localstack.parts.Service;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEnvironmentTest {

    @TempDir
    private Path folder;

    private Secrets secrets;

    @BeforeEach
    void openSecrets() {
        secrets = Secrets.in(folder.resolve("secrets"));
    }

    @Test
    void aServiceIsGivenTheKeysOfItsOwnLinksOnly() {
        assertThat(environment(Service.REGISTRATION, Map.of()).keySet())
                .contains("LINK_KEYS_MANAGE", "LINK_KEYS_JOIN")
                .doesNotContain("LINK_KEYS_WATCH", "LINK_KEYS_MEDIA");
        assertThat(environment(Service.RECORDING, Map.of()).keySet())
                .contains("LINK_KEYS_WATCH", "LINK_KEYS_MEDIA")
                .doesNotContain("LINK_KEYS_MANAGE", "LINK_KEYS_JOIN");
    }

    @Test
    void keysThatAPersonGivesStayAwayFromTheOtherServices() {
        var given = Map.of("LINK_KEYS_MEDIA", "mine", "LINK_KEYS_WATCH_FILE", "/run/secrets/watch");

        assertThat(environment(Service.REGISTRATION, given).keySet())
                .doesNotContain("LINK_KEYS_MEDIA", "LINK_KEYS_WATCH_FILE");
        assertThat(environment(Service.RECORDING, given))
                .containsEntry("LINK_KEYS_MEDIA", "mine")
                .containsEntry("LINK_KEYS_WATCH_FILE", "/run/secrets/watch")
                .doesNotContainKey("LINK_KEYS_WATCH");
    }

    @Test
    void whoSignsALinkAndWhoOpensItHaveTheSameKey() {
        assertThat(environment(Service.NOTIFICATION, Map.of()).get("LINK_KEYS_MANAGE"))
                .isEqualTo(environment(Service.REGISTRATION, Map.of()).get("LINK_KEYS_MANAGE"));
    }

    @Test
    void thePasswordOfOrganisersIsTheSameForAllAndIsTheGivenOneIfThereIsOne() {
        assertThat(environment(Service.RECORDING, Map.of()).get("ORGANIZER_PASSWORD"))
                .isEqualTo(environment(Service.REGISTRATION, Map.of()).get("ORGANIZER_PASSWORD"))
                .hasSizeGreaterThanOrEqualTo(20);
        assertThat(environment(Service.RECORDING, Map.of("ORGANIZER_PASSWORD", "chosen")))
                .containsEntry("ORGANIZER_PASSWORD", "chosen");
        assertThat(environment(Service.RECORDING, Map.of("ORGANIZER_PASSWORD_FILE", "/run/secrets/password")))
                .doesNotContainKey("ORGANIZER_PASSWORD");
    }

    @Test
    void theSampleProgrammeIsLoadedUnlessOneSaysNo() {
        assertThat(environment(Service.REGISTRATION, Map.of())).containsEntry("SAMPLE_PROGRAMME", "true");
        assertThat(environment(Service.REGISTRATION, Map.of("SAMPLE_PROGRAMME", "false")))
                .containsEntry("SAMPLE_PROGRAMME", "false");
    }

    @Test
    void whoeverTriesItOnThisMachineSignsUpAsManyAsTheyLikeUnlessOneSaysNo() {
        assertThat(environment(Service.REGISTRATION, Map.of()))
                .containsEntry("SIGN_UPS_UNLIMITED_FROM", "127.0.0.0/8,::1/128");
        assertThat(environment(Service.REGISTRATION, Map.of("SIGN_UPS_UNLIMITED_FROM", "")))
                .containsEntry("SIGN_UPS_UNLIMITED_FROM", "");
    }

    @Test
    void webhooksMayLeadToThisMachineUnlessOneSaysNo() {
        assertThat(environment(Service.REGISTRATION, Map.of()))
                .containsEntry("WEBHOOKS_ALLOW_PRIVATE_NETWORKS", "true");
        assertThat(environment(Service.REGISTRATION, Map.of("WEBHOOKS_ALLOW_PRIVATE_NETWORKS", "false")))
                .containsEntry("WEBHOOKS_ALLOW_PRIVATE_NETWORKS", "false");
    }

    @Test
    void whatAPersonBringsAlongIsPassedOnAsItIs() {
        var given = Map.of(
                "SMTP_HOST", "mail.example.org",
                "SMTP_USERNAME", "atrium",
                "POSTGRES_HOST", "db.example.org",
                "POSTGRES_PASSWORD", "theirs",
                "KAFKA_BOOTSTRAP_SERVERS", "broker.example.org:9092");

        assertThat(environment(Service.NOTIFICATION, given)).containsAllEntriesOf(given);
    }

    @Test
    void theLocalInboxIsNotAskedForTheSignInOfAnotherMailServer() {
        assertThat(environment(Service.NOTIFICATION, Map.of("SMTP_USERNAME", "left over")))
                .containsEntry("SMTP_HOST", "127.0.0.1")
                .doesNotContainKey("SMTP_USERNAME");
    }

    private Map<String, String> environment(Service service, Map<String, String> given) {
        var settings = StackSettings.isolated(folder, folder);
        for (var variable : given.entrySet()) {
            settings = settings.with(variable.getKey(), variable.getValue());
        }
        var plan = Plan.of(settings, secrets);
        return new ServiceEnvironment(settings, plan, folder.resolve("recordings"), secrets)
                .of(plan.processesOf(service).getFirst());
    }
}
