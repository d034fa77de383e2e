/** Every refusal and failure becomes an RFC 9457 problem, wherever it arises. */
@NullMarked
package museum.atrium.http.problem;

import org.jspecify.annotations.NullMarked;
