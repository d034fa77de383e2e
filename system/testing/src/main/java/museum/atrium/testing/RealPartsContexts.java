package museum.atrium.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Finds {@link RealParts} on a test class, its enclosing classes and its own annotations. */
class RealPartsContexts implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        RealParts asked = TestContextAnnotationUtils.findMergedAnnotation(testClass, RealParts.class);
        return asked == null ? null : RealPartsContext.of(asked);
    }
}
