package museum.atrium.system.stack;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test the one stack of this JVM: started for the first test that asks, stopped after the last. */
public final class StackExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(StackExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // The store closes what is AutoCloseable when the last test is over.
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Attempt.class, key -> Attempt.make(), Attempt.class)
                .stack();
    }

    /** The one attempt to have a stack: when it failed, every test is told so and none tries again. */
    private record Attempt(@Nullable Stack made, @Nullable RuntimeException failure) implements AutoCloseable {

        static Attempt make() {
            try {
                return new Attempt(RunningStack.named().orElseGet(OwnStack::start), null);
            } catch (RuntimeException failure) {
                return new Attempt(null, failure);
            }
        }

        Stack stack() {
            if (made == null) {
                throw new IllegalStateException("The stack did not start", failure);
            }
            return made;
        }

        @Override
        public void close() {
            if (made != null) {
                made.close();
            }
        }
    }
}
