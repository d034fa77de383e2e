package museum.atrium.http.parameter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import museum.atrium.http.Refusal;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * A form is what its body says: the servlet's parameters are those of the address first, so that a link or another site could
 * put in what nobody typed, and addresses would carry what is personal.
 */
class FormsWithoutQuery implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean form =
                StringUtils.startsWithIgnoreCase(request.getContentType(), MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        if (form && request.getQueryString() != null) {
            throw Refusal.badRequest("Send the fields of a form in the body, and no parameters in the address.");
        }
        return true;
    }
}
