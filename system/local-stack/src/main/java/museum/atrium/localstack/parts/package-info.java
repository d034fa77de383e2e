/** What each part of the stack is: its command, its environment, and how one sees that it is ready. */
@NullMarked
package museum.atrium.localstack.parts;

import org.jspecify.annotations.NullMarked;
