package museum.atrium.testing;

import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Prepares one context; equal ones share it. */
record RealPartsContext(boolean broker, List<String> topics) implements ContextCustomizer {

    static RealPartsContext of(RealParts asked) {
        return new RealPartsContext(
                asked.broker(),
                List.of(asked.topics()).stream().sorted().distinct().toList());
    }

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        switch (Parts.chosen()) {
            case EMBEDDED -> EmbeddedParts.into(context, this);
            case CONTAINERS -> ContainerParts.into(context, this);
        }
    }
}
