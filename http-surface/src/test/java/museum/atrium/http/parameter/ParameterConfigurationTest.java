package museum.atrium.http.parameter;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
import org.springframework.web.bind.support.WebBindingInitializer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** Numbers in addresses are checked, or the service does not start. */
class ParameterConfigurationTest {

    @Test
    void springsOwnBindingIsGivenTheCheck() {
        assertThatCode(() -> start(new ConfigurableWebBindingInitializer())).doesNotThrowAnyException();
    }

    @Test
    void anotherBindingIsNotPassedOver() {
        WebBindingInitializer other = binder -> {};

        assertThatIllegalStateException()
                .isThrownBy(() -> start(other))
                .withMessageContaining("ConfigurableWebBindingInitializer")
                .withMessageContaining(other.getClass().getName());
        assertThatIllegalStateException().isThrownBy(() -> start(null)).withMessageContaining("none");
    }

    private static void start(@Nullable WebBindingInitializer binding) {
        RequestMappingHandlerAdapter adapter = new RequestMappingHandlerAdapter();
        adapter.setWebBindingInitializer(binding);
        new ParameterConfiguration().decimalParameters(adapter).afterSingletonsInstantiated();
    }
}
