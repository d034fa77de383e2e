package museum.atrium.http.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import museum.atrium.http.RequiredSettings;
import museum.atrium.http.UnusableSetting;
import museum.atrium.http.house.HouseApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class StartingTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void aServiceWithoutAPasswordRefusesToStartInOneSentence(CapturedOutput output) {
        assertThatThrownBy(() -> SpringApplication.run(
                        HouseApplication.class, "--server.port=0", "--atrium.organizer-password="))
                .hasStackTraceContaining("UnusableSetting");

        assertThat(output)
                .contains("ORGANIZER_PASSWORD is not set: it is the password of the user 'organizer', needed where no")
                .contains("Set the environment variable ORGANIZER_PASSWORD, or ORGANIZER_PASSWORD_FILE")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--OIDC_ISSUER=https://id.example.org                                | OIDC_AUDIENCE is not set",
                "--OIDC_ISSUER=id.example.org --OIDC_AUDIENCE=atrium                 | OIDC_ISSUER is not a web address",
                "--OIDC_ROLE_GRANTS=groups:/staff=chief --OIDC_ISSUER=https://id.example.org --OIDC_AUDIENCE=atrium | does not exist: chief",
                "--OIDC_ROLE_GRANTS=anna@example.org --OIDC_ISSUER=https://id.example.org --OIDC_AUDIENCE=atrium | Grant 1 of OIDC_ROLE_GRANTS"
            })
    void anOpenIdProviderThatCannotWorkIsSaidInOneSentence(String settings, String sentence, CapturedOutput output) {
        assertThatThrownBy(
                        () -> SpringApplication.run(HouseApplication.class, ("--server.port=0 " + settings).split(" ")))
                .hasStackTraceContaining("UnusableSetting");

        assertThat(output).contains(sentence).doesNotContain("\tat ");
    }

    @Test
    void aSecretComesFromAFile() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "open sesame\n");

        StandardEnvironment environment = environment(Map.of("ORGANIZER_PASSWORD_FILE", secret.toString()));

        assertThat(environment.resolvePlaceholders("${ORGANIZER_PASSWORD:}")).isEqualTo("open sesame");
        assertThat(RequiredSettings.require(environment, "ORGANIZER_PASSWORD", "a password"))
                .isEqualTo("open sesame");
    }

    @Test
    void anEmptyVariableBesideTheFileCountsAsUnset() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "open sesame");

        assertThat(environment(Map.of("LINK_KEYS_JOIN", "", "LINK_KEYS_JOIN_FILE", secret.toString()))
                        .getProperty("LINK_KEYS_JOIN"))
                .isEqualTo("open sesame");
    }

    @Test
    void bothAtOnceAreRefused() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "open sesame");
        StandardEnvironment environment =
                environment(Map.of("SMTP_PASSWORD", "other", "SMTP_PASSWORD_FILE", secret.toString()));

        assertThatThrownBy(() -> environment.getProperty("SMTP_PASSWORD"))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageContaining("both set")
                .hasMessageNotContaining("open sesame");
    }

    @Test
    void aFileThatIsNotThereIsNamedWhenItsSettingIsNeeded() {
        StandardEnvironment environment = environment(
                Map.of("POSTGRES_PASSWORD_FILE", folder.resolve("missing").toString(), "SSL_CERT_FILE", "/nowhere"));

        assertThatThrownBy(() -> environment.getProperty("POSTGRES_PASSWORD"))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageContaining("POSTGRES_PASSWORD_FILE")
                .hasMessageContaining("missing");
        assertThat(environment.getProperty("POSTGRES_PASSWORD_FILE")).endsWith("missing");
    }

    @Test
    void aMissingSettingIsNamedWithItsPurpose() {
        assertThatThrownBy(() ->
                        RequiredSettings.require(environment(Map.of()), "LINK_KEYS_JOIN", "the key of join links"))
                .isInstanceOf(UnusableSetting.class)
                .hasMessage("LINK_KEYS_JOIN is not set: it is the key of join links.");
    }

    private static StandardEnvironment environment(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        new FileSettings().postProcessEnvironment(environment, new SpringApplication(HouseApplication.class));
        return environment;
    }
}
