package museum.atrium.http.accept;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What can be had at an address. Spring knows what one handler writes; where another one answers the same call as a table, that can
 * be had there too.
 */
public final class OfferedTypes {

    private final Supplier<RequestMappingHandlerMapping> mappings;

    public OfferedTypes(Supplier<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /**
     * @param written what the handler that was found writes
     * @return with commas between them; without such as only say what a type may look like
     */
    public String at(HttpServletRequest request, Collection<MediaType> written) {
        Set<MediaType> all = new LinkedHashSet<>(written);
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        mappings.get().getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getPatternValues().contains(String.valueOf(pattern)))
                .filter(mapping -> takes(mapping, request.getMethod()))
                .forEach(mapping -> all.addAll(mapping.getProducesCondition().getProducibleMediaTypes()));
        return all.stream()
                .filter(MediaType::isConcrete)
                .map(MediaType::toString)
                .collect(Collectors.joining(", "));
    }

    private static boolean takes(RequestMappingInfo mapping, String method) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        String asked = method.equals("HEAD") ? "GET" : method;
        return methods.isEmpty() || methods.contains(RequestMethod.resolve(asked));
    }
}
