/** What every HTTP surface does alike; services call these types and nothing below. */
@NullMarked
package museum.atrium.http;

import org.jspecify.annotations.NullMarked;
