package museum.atrium.http.accept;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpEntity;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Spring looks at {@code Accept} only when there is an answer to write: a call that changes something would be refused when it
 * has been done. Reading calls are left to Spring, and so are those whose mapping names what it produces: it does look at these
 * before.
 */
class AcceptInterceptor implements HandlerInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Supplier<List<HttpMessageConverter<?>>> converters;
    private final Supplier<ContentNegotiationManager> negotiation;
    private final Map<Method, List<MediaType>> producible = new ConcurrentHashMap<>();

    AcceptInterceptor(
            Supplier<List<HttpMessageConverter<?>>> converters, Supplier<ContentNegotiationManager> negotiation) {
        this.converters = converters;
        this.negotiation = negotiation;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotAcceptableException {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && !READING.contains(request.getMethod())
                && request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) == null
                && handler instanceof HandlerMethod method) {
            refuseUnlessAccepted(request, producible.computeIfAbsent(method.getMethod(), one -> producible(method)));
        }
        return true;
    }

    private void refuseUnlessAccepted(HttpServletRequest request, List<MediaType> produced)
            throws HttpMediaTypeNotAcceptableException {
        if (produced.isEmpty()) {
            return;
        }
        List<MediaType> accepted = negotiation.get().resolveMediaTypes(new ServletWebRequest(request));
        if (accepted.stream().noneMatch(one -> produced.stream().anyMatch(other -> isOneType(one, other)))) {
            throw new HttpMediaTypeNotAcceptableException(produced);
        }
    }

    /** Nothing: its answer is for everybody. */
    private List<MediaType> producible(HandlerMethod method) {
        Class<?> answer = answerOf(method);
        return isNegotiated(answer)
                ? converters.get().stream()
                        .filter(converter -> converter.canWrite(answer, null))
                        .flatMap(converter -> converter.getSupportedMediaTypes(answer).stream())
                        .toList()
                : List.of();
    }

    /** Whether both allow a type, and one of them says which. */
    private static boolean isOneType(MediaType accepted, MediaType produced) {
        return accepted.isCompatibleWith(produced) && (accepted.isConcrete() || produced.isConcrete());
    }

    private static Class<?> answerOf(HandlerMethod method) {
        ResolvableType type = ResolvableType.forMethodReturnType(method.getMethod(), method.getBeanType());
        ResolvableType entity = type.as(HttpEntity.class);
        return (entity == ResolvableType.NONE ? type : entity.getGeneric()).resolve(Object.class);
    }

    /** A text is a page, whose handler names its type itself, and is sent to everybody. */
    private static boolean isNegotiated(Class<?> answer) {
        return answer != void.class && answer != Void.class && !CharSequence.class.isAssignableFrom(answer);
    }
}
